#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

class CompaniesApi : public ApiFixture {
 protected:
  void enter(int count) {
    host.sql("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
             std::to_string(count) +
             ") INSERT INTO discovered_companies (source, slug, status, failures)"
             " SELECT iif(i % 2, 'lever', 'greenhouse'), 'b' || i,"
             " CASE WHEN i % 50 = 0 THEN 'gone' WHEN i % 100 = 1 THEN 'paused' ELSE 'active' END,"
             " i % 10 = 0 FROM n");
  }
};

TEST_F(CompaniesApi, EntersCompaniesBySlugAndByUrl) {
  allow_writes();
  post("/companies", R"({"company":"https://jobs.lever.co/acme"})");
  EXPECT_EQ(last.status, 201) << last.body;
  EXPECT_EQ(host.sql("SELECT source FROM discovered_companies"), "lever");
  post("/companies", R"({"company":"https://jobs.lever.co/acme"})");
  EXPECT_EQ(last.status, 200);
  post("/companies", R"({"company":"newcorp"})");
  EXPECT_EQ(host.sql("SELECT slug FROM potential_companies WHERE slug = 'newcorp'"), "newcorp");
  for (const char* body : {"", "{", "[]", "{}", R"({"company":5})", R"({"company":"a/../b"})",
                           R"({"company":"https://evil.example/acme"})"}) {
    EXPECT_EQ(post("/companies", body)["success"], false) << body;
    EXPECT_EQ(last.status, 400) << body;
  }
  const auto list = get("/companies?source=lever");
  EXPECT_EQ(list["data"]["companies"][0]["slug"], "acme");
  EXPECT_EQ(list["data"]["companies"][0]["health"], "new");
  EXPECT_EQ(list["data"]["total"], 1);
}

TEST_F(CompaniesApi, TellsWhetherAnEnteredCompanyIsInTheRotation) {
  allow_writes();
  const auto enter = [this](const std::string& company) {
    return post("/companies", R"({"company":")" + company + R"("})")["data"]["status"];
  };
  const std::string board = "https://jobs.lever.co/acme";
  EXPECT_EQ(enter(board), "active");
  for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
           {"active", "active"}, {"empty", "active"}, {"gone", "active"}, {"paused", "paused"}}) {
    host.sql("UPDATE discovered_companies SET status = '" + before + "'");
    EXPECT_EQ(enter(board), after) << before;
    EXPECT_EQ(last.status, 200);
  }
  EXPECT_EQ(enter("newcorp"), "pending");
  for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
           {"pending", "pending"}, {"not_found", "pending"}, {"discovered", "discovered"}}) {
    host.sql("UPDATE potential_companies SET status = '" + before + "' WHERE slug = 'newcorp'");
    EXPECT_EQ(enter("newcorp"), after) << before;
  }
}

TEST_F(CompaniesApi, ListsWhatFiltersLetThrough) {
  enter(400);
  struct Case {
    const char* query;
    int total;
  };
  // Every tenth fails, every fiftieth is gone, every hundredth plus one is paused, half are at each source.
  for (const auto& [query, total] : std::vector<Case>{{"", 400},
                                                      {"source=lever", 200},
                                                      {"failing=true", 40},
                                                      {"failing=false", 360},
                                                      {"status=gone", 8},
                                                      {"status=paused", 4},
                                                      {"status=active&failing=true", 32},
                                                      {"attention=true", 44},
                                                      {"attention=true&source=greenhouse", 40},
                                                      {"attention=true&status=paused", 4},
                                                      {"status=empty", 0}}) {
    SCOPED_TRACE(query);
    std::set<std::string> seen;
    std::string cursor;
    for (int page = 0; page < 20; ++page) {
      const auto data =
          get(std::string("/companies?limit=25&") + query + "&cursor=" + cursor)["data"];
      ASSERT_EQ(last.status, 200) << last.body;
      EXPECT_EQ(data["total"], total);
      EXPECT_LE(data["companies"].size(), 25U);
      expect_no_scan(query);
      for (const auto& company : data["companies"]) {
        EXPECT_TRUE(seen.insert(company["slug"]).second) << company["slug"];
      }
      if (!data["hasMore"].get<bool>()) break;
      cursor = data["nextCursor"];
    }
    EXPECT_EQ(std::ssize(seen), total);
  }
}

TEST_F(CompaniesApi, FindsThemByName) {
  host.sql(
      "INSERT INTO discovered_companies (source, slug, name, failures) VALUES"
      " ('lever', 'brindle-cove', 'Brindle Cove Ltd', 0), ('ashby', 'brindlecovers', 'Other', 1),"
      " ('ashby', 'acme', 'Acme', 0)");
  for (const auto& [query, slugs] : std::vector<std::pair<const char*, const char*>>{
           {"company=brindle", "brindlecovers brindle-cove "},
           {"company=Brindle%20Cove", "brindlecovers brindle-cove "},
           {"company=brindle%20cove%20ltd", "brindle-cove "},
           {"company=OTHER", "brindlecovers "},
           {"company=brindle&failing=false", "brindle-cove "},
           {"company=brindle&attention=true", "brindlecovers "},
           {"company=brindle&source=lever", "brindle-cove "},
           {"company=%25", ""},
           {"company=indle", ""}}) {
    const auto data = get(std::string("/companies?") + query)["data"];
    std::string found;
    for (const auto& company : data["companies"]) found += company["slug"].get<std::string>() + " ";
    EXPECT_EQ(found, slugs) << query;
    EXPECT_EQ(data["total"], std::ranges::count(found, ' ')) << query;
    expect_no_scan(query);
  }
}

TEST_F(CompaniesApi, PausesAndResumes) {
  allow_writes();
  host.sql(
      "INSERT INTO discovered_companies (source, slug, etag, body_hash, failures, last_error,"
      " next_sync_at, last_run_id) VALUES ('lever', 'acme', 'e', 'b', 2, 'x', 1786009999, "
      "'1-001')");
  auto document = post("/companies/lever/acme/pause");
  EXPECT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(document["changed"], true);
  EXPECT_EQ(document["data"]["health"], "paused");
  EXPECT_EQ(document["data"]["lastRunId"], "1-001");
  EXPECT_EQ(document["data"]["nextSyncAt"], nullptr);
  EXPECT_EQ(post("/companies/lever/acme/pause")["changed"], false);
  document = post("/companies/lever/acme/resume");
  EXPECT_EQ(last.status, 202);
  EXPECT_EQ(document["changed"], true);
  EXPECT_EQ(document["data"]["status"], "active");
  EXPECT_EQ(document["data"]["failures"], 0);
  EXPECT_EQ(host.sql("SELECT etag || body_hash || next_sync_at FROM discovered_companies"),
            "-1786000000");
  EXPECT_EQ(post("/companies/lever/acme/resume")["changed"], false);
  EXPECT_EQ(last.status, 200);
  host.sql("UPDATE discovered_companies SET status = 'gone'");
  EXPECT_EQ(post("/companies/lever/acme/resume")["data"]["status"], "active");
  for (const char* path : {"/companies/lever/nobody/pause", "/companies/nobody/acme/resume",
                           "/companies/lever/%27/pause", "/companies/lever/%FF/pause"}) {
    EXPECT_EQ(post(path)["error"]["code"], "not_found") << path;
    EXPECT_EQ(last.status, 404);
  }
}

TEST_F(CompaniesApi, RetriesWhatFails) {
  allow_writes();
  enter(1'000);
  host.sql("UPDATE discovered_companies SET next_sync_at = 1786050000");
  host.sql("UPDATE discovered_companies SET next_sync_at = 1796000000 WHERE slug = 'b3'");
  EXPECT_EQ(post("/companies/retry")["data"]["queued"], 81) << last.body;
  EXPECT_EQ(last.status, 202);
  expect_no_scan("retry");
  EXPECT_EQ(host.sql("SELECT count(*) FROM discovered_companies WHERE next_sync_at = 1786000000"
                     " AND (failures > 0 OR slug = 'b3') AND status = 'active'"),
            "81");
  EXPECT_EQ(post("/companies/retry")["data"]["queued"], 0) << "they are due";
}

TEST_F(CompaniesApi, ListsCandidatesAndHasThemChecked) {
  allow_writes();
  host.sql("DELETE FROM potential_companies");
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
      " INSERT INTO potential_companies (slug, status, failures, next_check_at, last_error)"
      " SELECT printf('c%03d', i), CASE i % 4 WHEN 0 THEN 'pending' WHEN 1 THEN 'not_found' WHEN 2 "
      "THEN"
      " 'discovered' ELSE iif(i % 8 = 3, 'rejected', 'discovered') END, i % 40 = 0, 1786050000,"
      " iif(i % 40 = 0, 'timeout: x', NULL) FROM n");
  for (const auto& [query, total] : std::vector<std::pair<const char*, int>>{
           {"", 400}, {"status=rejected", 50}, {"status=pending", 100}, {"attention=true", 60}}) {
    int seen = 0;
    std::string cursor;
    for (int page = 0; page < 20; ++page) {
      const auto data =
          get(std::string("/candidates?limit=40&") + query + "&cursor=" + cursor)["data"];
      ASSERT_EQ(last.status, 200) << last.body;
      seen += static_cast<int>(data["candidates"].size());
      const bool is_counted = std::string(query) != "attention=true";
      EXPECT_EQ(data["total"], is_counted ? nlohmann::json(total) : nlohmann::json()) << query;
      expect_no_scan(query);
      if (!data["hasMore"].get<bool>()) break;
      cursor = data["nextCursor"];
    }
    EXPECT_EQ(seen, total) << query;
  }
  EXPECT_EQ(post("/candidates/retry")["data"]["queued"], 10) << last.body;
  expect_no_scan("retry");
  EXPECT_EQ(post("/candidates/c040/check")["data"]["lastError"], nullptr);
  EXPECT_EQ(last.status, 202);
  EXPECT_EQ(host.sql("SELECT slug FROM potential_companies WHERE status IN ('pending', 'not_found')"
                     " ORDER BY next_check_at, slug LIMIT 1"),
            "c040");
  EXPECT_EQ(post("/candidates/c040/reject")["data"]["status"], "rejected");
  EXPECT_EQ(post("/candidates/c040/reject")["changed"], false);
  EXPECT_EQ(post("/candidates/c040/check")["data"]["status"], "pending");
  EXPECT_EQ(post("/candidates/none/check")["error"]["code"], "not_found");
  host.sql("INSERT INTO potential_companies (slug) VALUES ('https://a.example/b c')");
  EXPECT_EQ(post("/candidates/https%3A%2F%2Fa.example%2Fb%20c/check")["data"]["status"], "pending");
}

}  // namespace
}  // namespace spearyx::testing
