#include <string>
#include <utility>
#include <vector>

#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

class RunsApi : public ApiFixture {};

TEST_F(RunsApi, LooksForRunsAmongAHundredAndFortyAtATime) {
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 421)"
      " INSERT INTO sync_history (id, sync_type, source, company, trigger, status, started_at)"
      " SELECT printf('%012d', i), 'ats', iif(i = 1, NULL, 'lever'), iif(i % 100, 'b', 'acme'),"
      " iif(i % 50, 'cron', 'manual'), iif(i % 2, 'failed', 'success'), i FROM n");
  struct Page {
    int count;
    int next;
  };
  struct Case {
    const char* query;
    std::vector<Page> pages;
  };
  for (const auto& [query, pages] :
       std::vector<Case>{{"limit=1", {{1, 421}, {1, 420}}},
                         {"company=acme", {{2, 282}, {1, 142}, {1, 2}, {0, 0}}},
                         {"company=acme&limit=1", {{1, 400}, {1, 260}, {1, 120}, {1, 0}}},
                         {"status=running", {{0, 282}, {0, 142}, {0, 2}, {0, 0}}},
                         {"errors=true&company=acme", {{0, 143}, {0, 0}}},
                         {"errors=true&limit=1", {{1, 421}, {1, 419}}},
                         {"trigger=manual", {{8, 0}}},
                         {"trigger=manual&errors=true", {{0, 0}}},
                         {"trigger=manual&company=acme&limit=3", {{3, 200}, {1, 0}}}}) {
    std::string cursor;
    for (const auto& [count, next] : pages) {
      const auto meta = get(std::string("/logs?") + query + "&cursor=" + cursor)["meta"];
      ASSERT_EQ(last.status, 200) << last.body;
      EXPECT_EQ(meta["count"], count) << query << cursor;
      EXPECT_EQ(meta["hasMore"], next > 0) << query << cursor;
      const std::string digits = std::to_string(next);
      cursor = std::string(12 - digits.size(), '0') + digits;
      EXPECT_EQ(meta["nextCursor"], next > 0 ? nlohmann::json(cursor) : nlohmann::json()) << query;
      expect_no_scan(query);
    }
  }
}

TEST_F(RunsApi, SkipsRunsAmongAHundredAndForty) {
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)"
      " INSERT INTO sync_history (id, sync_type, company, started_at)"
      " SELECT printf('%012d', i), 'ats', iif(i % 3, 'b', 'acme'), i FROM n");
  const auto first_id = [this](const std::string& query) {
    const auto logs = get("/logs?limit=1&" + query)["logs"];
    return logs.empty() ? "" : logs[0]["id"].get<std::string>();
  };
  EXPECT_EQ(first_id("offset=2"), "000000000148");
  EXPECT_EQ(first_id("offset=2&company=acme"), "000000000144");
  EXPECT_EQ(first_id("offset=140"), "");
  const std::string next = nlohmann::json::parse(last.body)["meta"]["nextCursor"];
  EXPECT_EQ(first_id("cursor=" + next), "000000000010") << "goes on after the hundred and forty";
  get("/logs?offset=141");
  EXPECT_EQ(last.status, 400);
}

TEST_F(RunsApi, FindsRunsByTheNameOfACompany) {
  host.sql(
      "INSERT INTO discovered_companies (source, slug, name) VALUES"
      " ('lever', 'brindle-cove', 'Brindle Cove Ltd'), ('ashby', 'brindlecove', 'Other')");
  host.sql(
      "INSERT INTO sync_history (id, sync_type, source, company, started_at) VALUES"
      " ('1', 'ats', 'lever', 'brindle-cove', 1), ('2', 'ats', 'ashby', 'brindlecove', 2),"
      " ('3', 'ats', 'lever', 'brindlecove', 3), ('4', 'ats', 'lever', 'forgotten', 4)");
  for (const auto& [name, ids] :
       std::vector<std::pair<const char*, const char*>>{{"brindle%20cove%20LTD", "1"},
                                                        {"Brindle%20Cove", "21"},
                                                        {"brindle-cove", "21"},
                                                        {"brindlecove", "321"},
                                                        {"forgotten", "4"},
                                                        {"nobody", ""},
                                                        {"%25", ""},
                                                        {"'", ""}}) {
    std::string found;
    for (const auto& run : get(std::string("/logs?company=") + name)["logs"]) {
      found += run["id"].get<std::string>();
    }
    EXPECT_EQ(found, ids) << name;
    expect_no_scan(name);
  }
}

TEST_F(RunsApi, TellsOfARunWhatItChanged) {
  const int before = add({.title = "Before"});
  const int changed = add({.title = "Changed"});
  const int elsewhere = add({.title = "Elsewhere", .board = "other"});
  host.sql("UPDATE job_changes SET changed_at = 1785000000");
  host.sql(
      "UPDATE jobs SET title = 'New title', content_hash = 'x', updated_at = 1785999002"
      " WHERE id IN (" +
      std::to_string(changed) + "," + std::to_string(elsewhere) + ")");
  const int closed = add({.title = "Closed"});
  host.sql("DELETE FROM job_changes WHERE job_id = " + std::to_string(closed));
  host.sql("UPDATE jobs SET closed_at = 1785999003 WHERE id = " + std::to_string(closed));
  host.sql(
      "INSERT INTO sync_history (id, sync_type, source, company, status, started_at, completed_at,"
      " stats, last_change) VALUES ('019fd60b0001-001', 'ats', 'greenhouse', 'acme', 'success',"
      " 1785999000, 1785999004, '{\"duration\":3210}', (SELECT max(seq) FROM job_changes))");
  host.sql("UPDATE jobs SET closed_at = 1785999005 WHERE id = " + std::to_string(before));
  auto run = get("/logs/019fd60b0001-001")["data"];
  ASSERT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(run["company"], "acme");
  EXPECT_EQ(run["durationMs"], 3210);
  ASSERT_EQ(run["changes"].size(), 2U) << last.body;
  EXPECT_EQ(run["changes"][0]["change"], "closed");
  EXPECT_EQ(run["changes"][0]["id"], closed);
  EXPECT_EQ(run["changes"][0]["title"], "Closed");
  EXPECT_EQ(run["changes"][1]["fields"], nlohmann::json({"title"}));
  EXPECT_EQ(run["changes"][1]["values"]["title"]["before"], "Changed");
  expect_no_scan("run");
  host.sql("UPDATE sync_history SET stats = 'no json', logs = '{}', last_change = NULL");
  run = get("/logs/019fd60b0001-001")["data"];
  EXPECT_EQ(run["durationMs"], 4000);
  EXPECT_EQ(run["stats"], nlohmann::json::object());
  EXPECT_EQ(run["logs"], nlohmann::json::array());
  EXPECT_EQ(run["changes"].size(), 0U);
  for (const char* id : {"019fd60b0001", "x", "%27", "019fd60b0001-002"}) {
    EXPECT_EQ(get(std::string("/logs/") + id)["error"]["code"], "not_found") << id;
    EXPECT_EQ(last.status, 404);
  }
}

}  // namespace
}  // namespace spearyx::testing
