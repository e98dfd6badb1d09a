#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "host/host.h"

namespace spearyx::testing {

inline constexpr UnixMillis kDayMs = 1'000 * kDay;

/// A host for tests: a real SQLite with the project's migrations and D1's limits, a web made of a
/// function, and a clock that moves only when somebody sleeps, fetches or queries.
class SqliteHost final : public Host {
 public:
  using Web = std::function<Result<Response>(const Request&)>;

  /// The fate of one call to `fetch` or `query`.
  enum class Fate : std::uint8_t {
    kWorks,
    /// The process dies before the call takes effect; nothing works any more.
    kDiesBefore,
    /// The process dies after the call took effect.
    kDiesAfter,
    /// The call fails and has no effect; later calls work.
    kFails,
    /// The call takes effect, but its answer is lost: of a request, after its timeout.
    kAnswerLost,
    /// The call takes `stall_ms` longer, in which `meanwhile` happens, before it takes effect. (A
    /// request has left by then.)
    kStallsBefore,
    /// The call takes `stall_ms` longer after it took effect.
    kStallsAfter,
    /// The body of a fetched answer breaks off. An answer of the database comes whole or not at
    /// all.
    kBreaksOff,
  };
  using Fates = std::function<Fate(int call)>;

  SqliteHost();
  /// A host on a file, which is made where it is not there; writes are not flushed.
  explicit SqliteHost(const std::filesystem::path& file);
  ~SqliteHost() override;

  Result<Response> fetch(const Request& request) override;
  Result<std::string> query(std::span<const Statement> batch) override;
  UnixMillis now_ms() override { return clock_ms; }
  void sleep_ms(std::int64_t duration_ms) override;
  /// Rows that were written since `begin_event`; those of indexes do not count.
  std::int64_t rows_written() override;
  void log(LogLevel level, std::string_view json) override;
  std::uint64_t random() override;

  /// Begins an event; in production each event has a host of its own.
  void begin_event();

  /// Runs one statement outside of the counted calls and returns its first row, "" if none. One
  /// that does not work fails the test, here and below.
  std::string sql(const std::string& text);
  /// The rows of a statement, columns joined by '|'.
  std::vector<std::string> rows(const std::string& text);
  /// The query plan, the detail column of EXPLAIN QUERY PLAN.
  std::vector<std::string> plan(const Statement& statement);

  /// The whole state of the database as text, to compare two of them.
  std::string dump();

  Web web;
  Fates fates = [](int) { return Fate::kWorks; };
  /// The database's complaint instead of running the batch of this call (counted as for `fates`);
  /// "" for nothing.
  std::function<std::string(int call)> complaint = [](int) { return std::string(); };
  UnixMillis clock_ms = 1'786'000'000'000;  // 2026-08-06
  UnixMillis fetch_ms = 120;
  UnixMillis query_ms = 15;
  UnixMillis stall_ms = 0;
  std::function<void()> meanwhile = [] {};
  /// The time by which a sleep lasts longer than asked for.
  UnixMillis oversleep_ms = 0;

  struct Sent {
    Request request;
    UnixMillis at_ms;
  };
  std::vector<Sent> sent;
  std::vector<std::string> logged;
  int calls = 0;
  int queries = 0;
  int statements = 0;
  /// The steps of SQLite's virtual machine, in all and of the longest statement: the exact cost of
  /// work.
  std::int64_t steps = 0;
  std::int64_t most_steps = 0;
  bool is_dead = false;

 private:
  /// The fate of the call that begins now.
  Fate begin_call();
  void stall();
  sqlite3_stmt* prepared(std::string_view text);
  Result<std::string> run(const Statement& statement);
  Result<std::string> execute(std::span<const Statement> batch);
  std::vector<std::string> collect(const std::string& text,
                                   const std::function<std::string(sqlite3_stmt*)>& read_row);

  void set_up();

  sqlite3* db_ = nullptr;
  std::int64_t changes_before_ = 0;
  std::map<std::string, sqlite3_stmt*, std::less<>> cache_;
  std::uint64_t random_state_ = 1;
};

}  // namespace spearyx::testing
