#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/api.h"
#include "support/sqlite_host.h"

namespace spearyx::testing {

/// A posting for the API to show; what is left out is plain.
struct StoredPosting {
  std::string title = "Engineer";
  std::string company = "Acme";
  std::string source = "greenhouse";
  std::string board = "acme";
  std::string description = "We build bridges.";
  std::string scope = "NULL";
  int category = 1;
  long long post_date = 1'785'000'000;
  std::string salary = "NULL, NULL, NULL, NULL, NULL";
  std::string raw = "<p>We build <b>bridges</b>.</p>";
  /// Level and employment type, then the time zones from and to.
  std::string employment = "NULL, NULL";
  std::string zones = "NULL, NULL";
  long long created_at = 1'785'500'000;
};

/// Passes everything on and remembers the statements.
class RecordingHost final : public Host {
 public:
  explicit RecordingHost(Host& host) : host_(host) {}
  Result<Response> fetch(const Request& request) override { return host_.fetch(request); }
  Result<std::string> query(std::span<const Statement> batch) override {
    statements.insert(statements.end(), batch.begin(), batch.end());
    return host_.query(batch);
  }
  UnixMillis now_ms() override { return host_.now_ms(); }
  void sleep_ms(std::int64_t duration_ms) override { host_.sleep_ms(duration_ms); }
  std::int64_t rows_written() override { return host_.rows_written(); }
  void log(LogLevel level, std::string_view json) override { host_.log(level, json); }
  std::uint64_t random() override { return host_.random(); }

  std::vector<Statement> statements;

 private:
  Host& host_;
};

inline const std::string kToken = "secret-token-that-nobody-guesses";

/// A database with postings, and requests to the API upon it.
class ApiFixture : public ::testing::Test {
 protected:
  void allow_writes() {
    sync_token = kToken;
    authorization = "Bearer " + kToken;
  }

  int add(const StoredPosting& posting) {
    ++added;
    host.sql(
        "INSERT INTO jobs (source_name, board, external_id, title, company, source_url,"
        " description, remote_scope, category_id, post_date, salary_min, salary_max,"
        " salary_currency, salary_period, salary_usd_year, description_raw, content_hash, "
        "level, employment_type, utc_offset_min, utc_offset_max, created_at, updated_at)"
        " VALUES ('" +
        posting.source + "','" + posting.board + "','e" + std::to_string(added) + "','" +
        posting.title + "','" + posting.company + "','https://example.com/" +
        std::to_string(added) + "','" + posting.description + "'," + posting.scope + "," +
        std::to_string(posting.category) + "," + std::to_string(posting.post_date) + "," +
        posting.salary + ",'" + posting.raw + "','h" + std::to_string(added) + "'," +
        posting.employment + "," + posting.zones + "," + std::to_string(posting.created_at) +
        ",1785500000)");
    return std::stoi("0" + host.sql("SELECT max(id) FROM jobs"));
  }

  /// Many alike, one a second, the last the newest; `title` and `salary` may name their number, i.
  void add_many(int count, const std::string& title, const std::string& salary = "NULL") {
    host.sql("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
             std::to_string(count) +
             ") INSERT INTO jobs (source_name, board, external_id, title, company, source_url,"
             " description, remote_scope, post_date, salary_max, salary_usd_year, category_id, "
             "content_hash)"
             " SELECT 'lever', 'acme', 'n' || i, " +
             title + ", 'Acme', 'https://example.com/n' || i, '', '[\"US\"]', 1780000000 + i, " +
             salary + ", " + salary + ", 1, 'h' FROM n");
  }

  api::HttpResponse send(const std::string& method, const std::string& target,
                         const std::string& body = "") {
    api::HttpRequest request;
    request.method = method;
    request.origin = "https://jobs.example";
    const std::size_t mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.authorization = authorization;
    request.client = "192.0.2.1";
    request.body = body;
    request.sync_token = sync_token;
    host.queries = 0;
    host.statements = 0;
    host.logged.clear();
    door.statements.clear();
    api::HttpResponse response = api::handle(door, request);
    if (response.status == 500) response.body += host.logged.empty() ? "" : host.logged.back();
    return response;
  }

  /// The answer's document; of a path below /api/v3.
  nlohmann::json get(const std::string& path) {
    last = send("GET", "/api/v3" + path);
    return nlohmann::json::parse(last.body, nullptr, false);
  }

  nlohmann::json post(const std::string& path, const std::string& body = "") {
    last = send("POST", "/api/v3" + path, body);
    return nlohmann::json::parse(last.body, nullptr, false);
  }

  /// Titles of a list, joined by '|'.
  std::string titles(const std::string& query) {
    std::string all;
    const auto document = get("/jobs" + query);
    if (last.status != 200) return last.body;
    for (const auto& job : document["data"]["jobs"]) {
      all += (all.empty() ? "" : "|") + job["title"].get<std::string>();
    }
    return all;
  }

  /// Expects that no statement of the last request walks a table other than along an index.
  void expect_no_scan(const std::string& context) {
    for (const Statement& statement : door.statements) {
      for (const std::string& step : host.plan(statement)) {
        for (const std::string table : {"j", "jobs", "c", "job_changes", "h", "sync_history"}) {
          const bool is_scan = step == "SCAN " + table || step.starts_with("SCAN " + table + " ");
          EXPECT_FALSE(is_scan && step.find("USING") == std::string::npos)
              << context << ": " << step;
        }
      }
    }
  }

  static std::string header(const api::HttpResponse& response, const std::string& name) {
    for (const Header& header : response.headers) {
      if (header.name == name) return header.value;
    }
    return "";
  }

  SqliteHost host;
  RecordingHost door{host};
  api::HttpResponse last;
  std::string sync_token;
  std::string authorization;
  int added = 0;
};

}  // namespace spearyx::testing
