#include "sqlite_host.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "project.h"
#include "store/database_error.h"
#include "support/json.h"

namespace spearyx::testing {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> migrations() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(project_root() / "migrations")) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

// As the platform's binding does: every number of JavaScript arrives as REAL.
struct Binder {
  sqlite3_stmt* statement;
  int index;
  void operator()(std::monostate) const { sqlite3_bind_null(statement, index); }
  void operator()(std::int64_t value) const {
    sqlite3_bind_double(statement, index, static_cast<double>(value));
  }
  void operator()(double value) const { sqlite3_bind_double(statement, index, value); }
  void operator()(const std::string& value) const {
    sqlite3_bind_text(statement, index, value.data(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
  }
};

std::string text_of(sqlite3_stmt* statement, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

Json value_of(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT: {
      const double value = sqlite3_column_double(statement, column);
      if (value == std::floor(value)) return static_cast<std::int64_t>(value);
      return value;
    }
    case SQLITE_NULL:
      return nullptr;
    default:
      return text_of(statement, column);
  }
}

void migrate(sqlite3* database) {
  for (const auto& file : migrations()) {
    char* failure = nullptr;
    sqlite3_exec(database, read_file(file).c_str(), nullptr, nullptr, &failure);
    if (failure == nullptr) continue;
    std::fprintf(stderr, "%s: %s\n", file.c_str(), failure);
    std::abort();
  }
}

/// Sets D1's limits (src/workerd/util/sqlite.c++ of workerd).
void limit_as_d1_does(sqlite3* database) {
  constexpr auto kLimits = std::to_array<std::pair<int, int>>({
      {SQLITE_LIMIT_SQL_LENGTH, 100'000},
      {SQLITE_LIMIT_COLUMN, 100},
      {SQLITE_LIMIT_EXPR_DEPTH, 100},
      {SQLITE_LIMIT_COMPOUND_SELECT, 5},
      {SQLITE_LIMIT_VDBE_OP, 25'000},
      {SQLITE_LIMIT_FUNCTION_ARG, 127},
      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
  });
  for (const auto& [limit, value] : kLimits) sqlite3_limit(database, limit, value);
}

/// The database as the migrations leave it, which every host copies.
sqlite3* migrated_database() {
  static sqlite3* const kDatabase = [] {
    sqlite3* database = nullptr;
    sqlite3_open(":memory:", &database);
    migrate(database);
    return database;
  }();
  return kDatabase;
}

}  // namespace

SqliteHost::SqliteHost() {
  sqlite3_open(":memory:", &db_);
  sqlite3_backup* copy = sqlite3_backup_init(db_, "main", migrated_database(), "main");
  sqlite3_backup_step(copy, -1);
  sqlite3_backup_finish(copy);
  set_up();
}

SqliteHost::SqliteHost(const std::filesystem::path& file) {
  const bool is_new = !std::filesystem::exists(file);
  sqlite3_open(file.c_str(), &db_);
  sqlite3_exec(db_, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF", nullptr, nullptr,
               nullptr);
  if (is_new) migrate(db_);
  set_up();
}

void SqliteHost::set_up() {
  sqlite3_exec(db_, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
  limit_as_d1_does(db_);
  begin_event();
}

SqliteHost::~SqliteHost() {
  for (const auto& [text, statement] : cache_) sqlite3_finalize(statement);
  sqlite3_close(db_);
}

SqliteHost::Fate SqliteHost::begin_call() {
  const Fate fate = is_dead ? Fate::kDiesBefore : fates(++calls);
  if (fate == Fate::kDiesBefore) is_dead = true;
  return fate;
}

void SqliteHost::stall() {
  clock_ms += stall_ms;
  meanwhile();
}

Result<Response> SqliteHost::fetch(const Request& request) {
  const UnixMillis at_ms = clock_ms;
  const Fate fate = begin_call();
  if (is_dead) return fail(ErrorCode::kNetwork, "killed");
  sent.push_back({request, at_ms});
  clock_ms += fetch_ms;
  if (fate == Fate::kFails) return fail(ErrorCode::kNetwork, "connection reset");
  if (fate == Fate::kStallsBefore) stall();
  if (fate == Fate::kDiesAfter) is_dead = true;
  auto answer = web(request);
  if (fate == Fate::kStallsAfter) stall();
  if (fate == Fate::kAnswerLost) {
    clock_ms += request.timeout_ms;
    return fail(ErrorCode::kTimeout);
  }
  if (fate == Fate::kBreaksOff && answer) answer->body.resize(answer->body.size() / 2);
  return answer;
}

Result<std::string> SqliteHost::query(std::span<const Statement> batch) {
  const Fate fate = begin_call();
  if (is_dead) return fail(ErrorCode::kDatabase, "killed");
  clock_ms += query_ms;
  if (fate == Fate::kFails) return fail(ErrorCode::kDatabaseBusy, "Network connection lost");
  if (std::string text = complaint(calls); !text.empty()) {
    return std::unexpected(store::database_error(std::move(text)));
  }
  if (fate == Fate::kStallsBefore) stall();
  ++queries;
  statements += static_cast<int>(batch.size());
  auto answer = execute(batch);
  if (fate == Fate::kStallsAfter) stall();
  if (fate == Fate::kDiesAfter) is_dead = true;
  if (is_dead) return fail(ErrorCode::kDatabase, "killed");
  if (fate == Fate::kAnswerLost) return fail(ErrorCode::kDatabaseBusy, "Network connection lost");
  return answer;
}

Result<std::string> SqliteHost::execute(std::span<const Statement> batch) {
  sqlite3_exec(db_, "BEGIN", nullptr, nullptr, nullptr);
  std::string answer = "[";
  for (const Statement& statement : batch) {
    auto result = run(statement);
    if (!result) {
      sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
      return result;
    }
    answer.append(answer.size() > 1 ? "," : "").append(*result);
  }
  sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr);
  return answer.append("]");
}

sqlite3_stmt* SqliteHost::prepared(std::string_view text) {
  const auto found = cache_.find(text);
  if (found != cache_.end()) return found->second;
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(db_, text.data(), static_cast<int>(text.size()), &statement, nullptr);
  if (statement != nullptr) cache_.emplace(text, statement);
  return statement;
}

Result<std::string> SqliteHost::run(const Statement& statement) {
  sqlite3_stmt* query = prepared(statement.sql);
  if (query == nullptr) return fail(ErrorCode::kDatabase, sqlite3_errmsg(db_));
  for (std::size_t i = 0; i < statement.binds.size(); ++i) {
    std::visit(Binder{query, static_cast<int>(i) + 1}, statement.binds[i]);
  }
  Json results = Json::array();
  int status = SQLITE_ROW;
  while ((status = sqlite3_step(query)) == SQLITE_ROW) {
    Json row = Json::object();
    for (int column = 0; column < sqlite3_column_count(query); ++column) {
      row[sqlite3_column_name(query, column)] = value_of(query, column);
    }
    results.push_back(std::move(row));
  }
  std::string failure = status == SQLITE_DONE ? "" : sqlite3_errmsg(db_);
  const std::int64_t taken = sqlite3_stmt_status(query, SQLITE_STMTSTATUS_VM_STEP, 1);
  steps += taken;
  most_steps = std::max(most_steps, taken);
  sqlite3_reset(query);
  sqlite3_clear_bindings(query);
  if (!failure.empty()) return std::unexpected(store::database_error(std::move(failure)));
  return spearyx::dump(results);
}

void SqliteHost::sleep_ms(std::int64_t duration_ms) {
  if (!is_dead) clock_ms += duration_ms + oversleep_ms;
}

void SqliteHost::begin_event() { changes_before_ = sqlite3_total_changes64(db_); }

std::int64_t SqliteHost::rows_written() { return sqlite3_total_changes64(db_) - changes_before_; }

void SqliteHost::log(LogLevel /*level*/, std::string_view json) { logged.emplace_back(json); }

// SplitMix64: deterministic, and good enough to spread.
std::uint64_t SqliteHost::random() {
  std::uint64_t mixed = (random_state_ += 0x9E3779B97F4A7C15U);
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

std::string SqliteHost::sql(const std::string& text) {
  const auto all = rows(text);
  return all.empty() ? std::string() : all.front();
}

std::vector<std::string> SqliteHost::rows(const std::string& text) {
  return collect(text, [](sqlite3_stmt* query) {
    std::string row;
    for (int column = 0; column < sqlite3_column_count(query); ++column) {
      row.append(column == 0 ? "" : "|").append(text_of(query, column));
    }
    return row;
  });
}

std::vector<std::string> SqliteHost::plan(const Statement& statement) {
  return collect("EXPLAIN QUERY PLAN " + std::string(statement.sql),
                 [](sqlite3_stmt* query) { return text_of(query, 3); });
}

std::vector<std::string> SqliteHost::collect(
    const std::string& text, const std::function<std::string(sqlite3_stmt*)>& read_row) {
  std::vector<std::string> all;
  sqlite3_stmt* query = nullptr;
  const char* rest = nullptr;
  sqlite3_prepare_v2(db_, text.c_str(), -1, &query, &rest);
  int status = SQLITE_ROW;
  while ((status = sqlite3_step(query)) == SQLITE_ROW) all.push_back(read_row(query));
  EXPECT_EQ(status, SQLITE_DONE) << sqlite3_errmsg(db_) << ": " << text;
  EXPECT_STREQ(rest, "") << "not run, of: " << text;
  sqlite3_finalize(query);
  return all;
}

std::string SqliteHost::dump() {
  std::string all;
  for (const char* table : {"jobs", "discovered_companies", "potential_companies", "sync_history",
                            "batch_state", "source_state"}) {
    for (const std::string& row : rows(std::string("SELECT * FROM ") + table)) {
      all.append(table).append("|").append(row).append("\n");
    }
  }
  return all;
}

}  // namespace spearyx::testing
