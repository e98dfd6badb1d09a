#pragma once

#include <optional>
#include <string>
#include <vector>

#include "host/host.h"
#include "model/company.h"
#include "sources/board.h"
#include "sync/difference.h"
#include "sync/polite_fetch.h"
#include "sync/request_gate.h"
#include "sync/run_log.h"
#include "sync/run_result.h"
#include "sync/settings.h"

namespace spearyx::sync {

/// One company from request to the statements that record what was found. Writes nothing itself.
class BoardSync {
 public:
  struct Context {
    Host& host;
    const Settings& settings;
    const Variables& variables;
    RequestGate& gate;
    /// How often the source has refused us in a row.
    std::int64_t refusals;
  };

  BoardSync(const Context& context, Company company);

  [[nodiscard]] RunResult run();

  /// The outcome for a run whose statements the database would not take.
  [[nodiscard]] RunResult give_up(const Error& error);

 private:
  [[nodiscard]] Result<void> sync();
  /// The whole listing, or nothing where it is the one taken over last time.
  [[nodiscard]] Result<std::optional<Listing>> fetch_listing();
  /// Whether the last listing was derived as this one would be.
  [[nodiscard]] bool is_derived_alike() const;
  [[nodiscard]] Result<void> take_over(const Listing& listing);
  [[nodiscard]] Result<std::vector<store::KnownPosting>> known_postings();
  void close(const std::vector<std::int64_t>& ids);
  void keep_company(std::string_view status, UnixSeconds interval_s);
  [[nodiscard]] Result<void> record_failure(const Error& error);
  [[nodiscard]] Result<void> record_gone();
  [[nodiscard]] RunResult result(std::optional<Error> error);
  [[nodiscard]] UnixSeconds now() const { return to_seconds(context_.host.now_ms()); }
  [[nodiscard]] double jitter() const;

  Context context_;
  Company company_;
  RunLog log_;
  Receipt receipt_;
  PoliteFetch fetch_;
  std::vector<Statement> statements_;
  UnixMillis started_ms_;
  bool stops_tick_ = false;
};

}  // namespace spearyx::sync
