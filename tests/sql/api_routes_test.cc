#include <array>
#include <span>
#include <string>
#include <tuple>

#include "model/source.h"
#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

class RoutesApi : public ApiFixture {};

Response answer_of(int status, std::string body) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

constexpr std::array<const char*, 8> kWrites{
    "/jobs/prune", "/jobs/1/split",    "/jobs/1/join",   "/companies", "/companies/lever/acme/sync",
    "/sync/ats",   "/sync/aggregator", "/sync/discovery"};

TEST_F(RoutesApi, WritesNeedTheToken) {
  int limit_calls = 0;
  int status = 200;
  host.web = [&](const Request& request) -> Result<Response> {
    EXPECT_EQ(request.url, "worker://limits/wrong-token?client=192.0.2.1");
    ++limit_calls;
    return answer_of(status, "");
  };
  const std::string shorter = kToken.substr(1);
  for (const std::string& configured : {std::string(), shorter}) {
    sync_token = configured;
    authorization = "Bearer " + configured;
    for (const char* path : kWrites) {
      EXPECT_EQ(post(path)["error"]["code"], "no_token_configured") << path << configured;
      EXPECT_EQ(last.status, 503);
    }
  }
  EXPECT_EQ(limit_calls, 0);
  sync_token = kToken;
  for (const std::string& given :
       {std::string(), kToken, std::string("Bearer"), std::string("Bearer "), "Bearer " + shorter,
        "Bearer " + kToken + "2", "Bearer S" + shorter, "Basic " + kToken}) {
    authorization = given;
    for (const char* path : kWrites) {
      EXPECT_EQ(post(path)["error"]["code"], "unauthorized") << path << given;
      EXPECT_EQ(last.status, 401);
    }
  }
  EXPECT_EQ(host.queries, 0);
  status = 429;
  post("/sync/ats");
  EXPECT_EQ(last.status, 429);
}

TEST_F(RoutesApi, TriggersOneTickAndAnswersItsReceipt) {
  allow_writes();
  std::vector<std::string> asked;
  std::string report =
      R"({"worker":"ats","outcome":"worked","runs":[{"id":"r1","source":"lever","company":"acme",)"
      R"("status":"success","stats":{"jobsAdded":3,"jobsUpdated":1,"jobsDeleted":2,"duration":9}}]})";
  host.web = [&](const Request& request) -> Result<Response> {
    asked.push_back(request.url);
    return answer_of(200, report);
  };
  auto document = post("/sync/ats");
  EXPECT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(document["success"], true);
  EXPECT_EQ(document["source"], "lever");
  EXPECT_EQ(document["company"], "acme");
  EXPECT_EQ(document["jobsAdded"], 3);
  EXPECT_EQ(document["jobsDeleted"], 2);
  EXPECT_EQ(document["duration"], 9);
  post("/companies/lever/acme/sync");
  EXPECT_EQ(last.status, 404);
  host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'acme')");
  post("/companies/lever/acme/sync");
  EXPECT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(asked.back(), "worker://ats/tick?source=lever&slug=acme");
  report = R"({"worker":"ats","outcome":"busy","runs":[],)"
           R"("running":[{"id":"1-001","source":"lever","company":"wren"}]})";
  document = post("/sync/ats");
  EXPECT_EQ(last.status, 202) << last.body;
  EXPECT_EQ(document["outcome"], "busy");
  EXPECT_EQ(document["queued"], false);
  EXPECT_EQ(document["running"][0]["company"], "wren");
  EXPECT_EQ(post("/sync/discovery")["outcome"], "busy");
  EXPECT_EQ(last.status, 202);
  host.sql("UPDATE discovered_companies SET next_sync_at = 9e9");
  EXPECT_EQ(post("/companies/lever/acme/sync")["queued"], true);
  EXPECT_EQ(last.status, 202) << last.body;
  EXPECT_EQ(host.sql("SELECT next_sync_at FROM discovered_companies"), "0");
  host.sql("UPDATE discovered_companies SET status = 'paused', next_sync_at = 9e9");
  EXPECT_EQ(post("/companies/lever/acme/sync")["queued"], false);
  report = R"({"outcome":"worked","runs":[{"source":"lever","error":"timeout: x","stats":{}}]})";
  EXPECT_EQ(post("/sync/ats")["success"], false);
  EXPECT_EQ(last.status, 200) << "an upstream failure is an outcome";
  report = "not json";
  post("/sync/discovery");
  EXPECT_EQ(last.status, 502);
}

TEST_F(RoutesApi, PrunesOnlyWhatWasClosedLongAgo) {
  allow_writes();
  add({.title = "open"});
  const int closed = add({.title = "closed"});
  host.sql("UPDATE jobs SET closed_at = 1700000000 WHERE id = " + std::to_string(closed));
  auto document = post("/jobs/prune");
  EXPECT_EQ(document["dryRun"], true);
  EXPECT_EQ(document["jobsToDelete"], 1);
  EXPECT_EQ(document["jobsDeleted"], 0);
  EXPECT_EQ(document["orphanedJobs"][0]["title"], "closed");
  expect_no_scan("prune");
  EXPECT_EQ(host.sql("SELECT count(*) FROM jobs"), "2");
  document = post("/jobs/prune?dryRun=false");
  EXPECT_EQ(document["jobsDeleted"], 1);
  EXPECT_EQ(host.sql("SELECT title FROM jobs"), "open");
  post("/jobs/prune?days=0");
  EXPECT_EQ(last.status, 400);
}

TEST_F(RoutesApi, EntersCompaniesBySlugAndByUrl) {
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

TEST_F(RoutesApi, TellsWhetherAnEnteredCompanyIsInTheRotation) {
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

TEST_F(RoutesApi, TellsWhatChangedSinceACursor) {
  const int id = add({.title = "One"});
  add({.title = "Two"});
  auto document = get("/jobs/changes");
  ASSERT_EQ(document["data"]["changes"].size(), 2U) << last.body;
  EXPECT_EQ(document["data"]["changes"][0]["job"]["title"], "One");
  std::string cursor = document["data"]["nextCursor"];
  host.sql("UPDATE jobs SET description_raw = 'x', content_hash = 'x' WHERE id = " +
           std::to_string(id));
  host.sql("UPDATE jobs SET closed_at = 1786000000 WHERE id = 2");
  document = get("/jobs/changes?since=" + cursor);
  ASSERT_EQ(document["data"]["changes"].size(), 2U) << last.body;
  EXPECT_EQ(document["data"]["changes"][0]["change"], "changed");
  EXPECT_EQ(document["data"]["changes"][1]["change"], "closed");
  EXPECT_EQ(document["data"]["changes"][1]["job"], nullptr);
  cursor = document["data"]["nextCursor"];
  EXPECT_EQ(get("/jobs/changes?since=" + cursor)["data"]["changes"].size(), 0U);
  EXPECT_EQ(get("/jobs/changes?since=" + cursor)["data"]["nextCursor"], cursor);
  host.sql("DELETE FROM jobs");
  EXPECT_EQ(get("/jobs/changes?since=" + cursor)["data"]["changes"].size(), 1U) << "the open one";
  EXPECT_EQ(host.sql("SELECT count(*) FROM job_changes"), "2") << "one end per posting";
  expect_no_scan("changes");
}

TEST_F(RoutesApi, KeepsTheLastTwentyChangesOfAPosting) {
  add({});
  for (int i = 0; i < 50; ++i) {
    host.sql("UPDATE jobs SET title = 't" + std::to_string(i) + "', content_hash = title");
  }
  EXPECT_EQ(host.sql("SELECT count(*) FROM job_changes"), "20");
}

TEST_F(RoutesApi, AnswersJobContentByItsAddressAlone) {
  add({.raw = "<p>Text</p>"});
  const auto document = get("/job-content?url=https://example.com/1&company=acme");
  EXPECT_EQ(document["content"], "<p>Text</p>");
  EXPECT_EQ(header(last, "cache-control"), "no-cache, no-store, must-revalidate");
  EXPECT_EQ(header(last, "x-api-version"), "v3");
  host.sql("UPDATE jobs SET source_url = 'https://example.com/moved?a=%C3%A9#\u00e9'");
  get("/job-content?url=https://example.com/1&company=acme");
  EXPECT_EQ(last.status, 404);
  get("/job-content?url=https://example.com/moved?a%3D%25C3%25A9%23%C3%A9&company=acme");
  EXPECT_EQ(last.status, 200);
  get("/job-content?url=http://169.254.169.254/&company=x");
  EXPECT_EQ(last.status, 404);
  EXPECT_TRUE(host.sent.empty());
  add({.raw = ""});
  EXPECT_EQ(get("/job-content?url=https://example.com/2&company=acme")["error"]["code"],
            "no_description");
  EXPECT_EQ(last.status, 404);
  get("/job-content?url=x");
  EXPECT_EQ(last.status, 400);
  expect_no_scan("job-content");
}

TEST_F(RoutesApi, PrefersTheOpenOneOfSeveralPostingsAtAnAddress) {
  add({.raw = "<p>Open</p>"});
  add({.raw = "<p>Closed</p>"});
  host.sql("UPDATE jobs SET source_url = 'https://example.com/1'");
  host.sql("UPDATE jobs SET closed_at = 1786000000 WHERE id = 2");
  const std::string path = "/job-content?company=acme&url=https://example.com/1";
  EXPECT_EQ(get(path)["content"], "<p>Open</p>");
  host.sql("UPDATE jobs SET closed_at = 1786000000 WHERE id = 1");
  EXPECT_EQ(get(path)["content"], "<p>Closed</p>") << "the last";
}

TEST_F(RoutesApi, ShowsAPostingWhoseTextIsForgotten) {
  add({.raw = ""});
  host.sql("UPDATE jobs SET closed_at = 1786000000");
  const auto job = get("/jobs/1")["data"];
  EXPECT_EQ(job["content"], "");
  EXPECT_EQ(job["description"], "We build bridges.");
}

TEST_F(RoutesApi, WritesNothingForAReader) {
  add({});
  host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'acme')");
  const std::string before = host.dump();
  for (const char* target :
       {"/api/v3/jobs", "/api/v3/jobs?search=brigdes", "/api/v3/jobs?facets=true&category=1",
        "/api/v3/jobs/1", "/api/v3/jobs/changes", "/api/v3/categories", "/api/v3/stats",
        "/api/v3/logs", "/api/v3/companies",
        "/api/v3/job-content?url=https://example.com/1&company=x", "/api/v3/openapi.json",
        "/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt"}) {
    for (const char* method : {"GET", "HEAD", "OPTIONS"}) send(method, target);
    EXPECT_EQ(send("GET", target).status, 200) << target;
    for (const Statement& statement : door.statements) {
      const std::string sql(statement.sql.substr(statement.sql.find_first_not_of("\n ")));
      EXPECT_TRUE(sql.starts_with("SELECT") || sql.starts_with("WITH")) << target << sql;
    }
    EXPECT_TRUE(host.sent.empty()) << target << " asks nobody";
  }
  EXPECT_EQ(host.dump(), before);
}

TEST_F(RoutesApi, TellsHowSourcesAndWorkersAreDoing) {
  const auto run = [this](const std::string& id, const std::string& rest) {
    host.sql(
        "INSERT INTO sync_history (id, sync_type, source, company, started_at, completed_at,"
        " status, stats, error) VALUES ('" +
        id + "'," + rest + ")");
  };
  // Two ticks: three requests in four seconds, then one alone.
  run("019fd60b0001-001",
      "'ats','lever','a',1785999000,1785999001,'success',"
      "'{\"added\":1,\"requests\":2,\"notModified\":1}',NULL");
  run("019fd60b0001-002",
      "'ats','lever','b',1785999001,1785999004,'failed',"
      "'{\"requests\":1}','timeout: b'");
  run("019fd60b0002-001",
      "'ats','lever','c',1785999900,1785999901,'success',"
      "'{\"requests\":1,\"notModified\":1}',NULL");
  run("019fd60b0003-001",
      "'ats','greenhouse','g',1785999950,1785999951,'success',"
      "'{\"requests\":1}',NULL");
  host.sql(
      "UPDATE batch_state SET successes = '{\"lever\":1785999901,\"greenhouse\":1785999951}'"
      " WHERE worker = 'ats'");
  host.sql("INSERT INTO source_state (source, next_slot_ms) VALUES ('lever', 1786000000500)");
  host.sql("INSERT INTO source_state (source, cooldown_until) VALUES ('greenhouse', 1786000600)");
  const auto stats = get("/stats")["stats"];
  ASSERT_EQ(last.status, 200) << last.body;
  const auto& lever = stats["sourceSyncStatus"]["lever"];
  EXPECT_EQ(lever["requestSpacingMs"], 1250);
  EXPECT_EQ(lever["measuredSpacingMs"], 2000) << "three requests in four seconds";
  EXPECT_EQ(lever["recentRequests"], 4);
  EXPECT_EQ(lever["notModifiedShare"], 0.5);
  EXPECT_EQ(lever["lastSuccess"], "2026-08-06T07:05:01.000Z");
  EXPECT_EQ(lever["lastError"], "timeout: b");
  EXPECT_EQ(lever["lastErrorAt"], "2026-08-06T06:50:04.000Z");
  EXPECT_EQ(lever["nextSlotAt"], "2026-08-06T07:06:40.000Z");
  EXPECT_EQ(lever["restsUntil"], nullptr);
  const auto& greenhouse = stats["sourceSyncStatus"]["greenhouse"];
  EXPECT_EQ(greenhouse["measuredSpacingMs"], nullptr) << "one request has no distance";
  EXPECT_EQ(greenhouse["restsUntil"], "2026-08-06T07:16:40.000Z");
  EXPECT_EQ(stats["sourceSyncStatus"]["remoteok"]["notModifiedShare"], nullptr);
  const auto& ats = stats["workerStatus"]["ats"];
  EXPECT_EQ(ats["timeliness"], "on_time");
  EXPECT_EQ(ats["lastSuccess"], "2026-08-06T07:05:51.000Z");
  EXPECT_EQ(ats["lastError"], "timeout: b");
  EXPECT_EQ(stats["workerStatus"]["discovery"]["timeliness"], "never");
  host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'waits')");
  host.clock_ms += 30 * 60 * 1'000;
  EXPECT_EQ(get("/stats")["stats"]["workerStatus"]["ats"]["timeliness"], "late");
  run("019fd60b0004-001", "'ats','lever','d',1786001799,1786001800,'failed','{}','timeout: d'");
  EXPECT_EQ(get("/stats")["stats"]["workerStatus"]["ats"]["timeliness"], "failing");
}

// Its run is older than those that are looked at; a worker with nothing due has no reason to run.
TEST_F(RoutesApi, RemembersASuccessThatIsLongAgo) {
  host.sql(
      "UPDATE batch_state SET successes = '{\"discovery\":1785000000}' WHERE worker = 'discovery'");
  host.sql("DELETE FROM potential_companies");
  const auto discovery = get("/stats")["stats"]["workerStatus"]["discovery"];
  EXPECT_EQ(discovery["timeliness"], "on_time");
  EXPECT_EQ(discovery["status"], "completed");
  EXPECT_EQ(discovery["lastSuccess"], "2026-07-25T17:20:00.000Z");
  EXPECT_EQ(discovery["lastSync"], "2026-07-25T17:20:00.000Z");
}

// It rests for longer than runs are looked for.
TEST_F(RoutesApi, RemembersThatTheLastRunOfARestingSourceFailed) {
  host.sql("UPDATE batch_state SET successes = '{\"remoteok\":1785900000}'");
  host.sql(
      "INSERT INTO sync_history (id, sync_type, source, started_at, completed_at, status, error)"
      " VALUES ('019fd5000001-001', 'aggregator', 'remoteok', 1785950000, 1785950001, 'failed',"
      " 'rate_limited: x')");
  const auto source = get("/stats")["stats"]["sourceSyncStatus"]["remoteok"];
  EXPECT_EQ(source["status"], "failed");
  EXPECT_EQ(source["error"], "rate_limited: x");
  EXPECT_EQ(source["lastSuccess"], "2026-08-05T03:20:00.000Z");
}

TEST_F(RoutesApi, TellsCategoriesStatsAndLogs) {
  add({.category = 3});
  EXPECT_EQ(get("/categories")["data"][2]["jobCount"], 1);
  EXPECT_EQ(get("/categories")["data"].size(), 17U);
  host.sql(
      "INSERT INTO sync_history (id, sync_type, source, company, status, started_at) VALUES"
      " ('019fd60b0001-001', 'ats', 'lever', 'acme', 'running', 1785999000)");
  host.sql(
      "UPDATE sync_history SET status = 'failed', completed_at = 1785999001, error = 'timeout: x',"
      " stats = '{\"added\":4,\"closed\":1,\"requests\":4,\"notModified\":1}'");
  const auto stats = get("/stats")["stats"];
  ASSERT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(stats["totalJobs"], 1);
  EXPECT_EQ(stats["jobsBySource"]["greenhouse"], 1);
  EXPECT_EQ(stats["sourceSyncStatus"]["lever"]["status"], "failed");
  EXPECT_EQ(stats["sourceSyncStatus"]["lever"]["notModifiedShare"], 0.25);
  EXPECT_EQ(stats["sourceSyncStatus"]["himalayas"]["status"], "never");
  EXPECT_EQ(stats["workerStatus"]["ats"]["timeliness"], "failing");
  EXPECT_EQ(stats["workerStatus"]["aggregator"]["timeliness"], "never");
  EXPECT_EQ(stats["days"][0]["added"], 4);
  EXPECT_EQ(stats["days"][0]["closed"], 1);
  EXPECT_LE(host.statements, 3);
  expect_no_scan("stats");
  for (const auto& [query, count] :
       std::vector<std::pair<const char*, int>>{{"", 1},
                                                {"?errors=true", 1},
                                                {"?status=completed", 0},
                                                {"?source=lever", 1},
                                                {"?source=greenhouse", 0},
                                                {"?type=ats&company=acme", 1},
                                                {"?type=discovery", 0}}) {
    const auto logs = get(std::string("/logs") + query);
    EXPECT_EQ(logs["meta"]["count"], count) << query << last.body;
    expect_no_scan(query);
  }
  EXPECT_EQ(get("/logs")["logs"][0]["stats"]["added"], 4);
}

TEST_F(RoutesApi, LooksForRunsAmongTwoThousandAtATime) {
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6001)"
      " INSERT INTO sync_history (id, sync_type, source, company, status, started_at)"
      " SELECT printf('%012x', i), 'ats', iif(i = 1, NULL, 'lever'), iif(i % 1500, 'b', 'acme'),"
      " iif(i % 2, 'failed', 'success'), i FROM n");
  struct Page {
    int count;
    std::string next;
  };
  const auto hex = [](int id) {
    constexpr const char* kDigits = "0123456789abcdef";
    std::string text(12, '0');
    for (std::size_t at = 12; at-- > 0; id /= 16) text[at] = kDigits[id % 16];
    return text;
  };
  struct Case {
    const char* query;
    std::vector<Page> pages;
  };
  for (const auto& [query, pages] : std::vector<Case>{
           {"limit=1", {{1, hex(6001)}, {1, hex(6000)}}},
           {"company=acme", {{2, hex(4002)}, {1, hex(2002)}, {1, hex(2)}, {0, ""}}},
           {"company=acme&limit=1", {{1, hex(6000)}, {1, hex(4000)}, {1, hex(2000)}, {1, ""}}},
           {"status=running", {{0, hex(4002)}, {0, hex(2002)}, {0, hex(2)}, {0, ""}}},
           {"errors=true&company=acme", {{0, hex(2003)}, {0, ""}}},
           {"errors=true&limit=1", {{1, hex(6001)}, {1, hex(5999)}}}}) {
    std::string cursor;
    for (const auto& [count, next] : pages) {
      const auto meta = get(std::string("/logs?") + query + "&cursor=" + cursor)["meta"];
      ASSERT_EQ(last.status, 200) << last.body;
      EXPECT_EQ(meta["count"], count) << query << cursor;
      EXPECT_EQ(meta["hasMore"], !next.empty()) << query << cursor;
      if (next.empty()) {
        EXPECT_EQ(meta["nextCursor"], nullptr);
      } else {
        EXPECT_EQ(meta["nextCursor"], next) << query << cursor;
      }
      expect_no_scan(query);
      cursor = next;
    }
  }
}

TEST_F(RoutesApi, SkipsRunsAmongTwoThousand) {
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2100)"
      " INSERT INTO sync_history (id, sync_type, company, started_at)"
      " SELECT printf('%012x', i), 'ats', iif(i % 3, 'b', 'acme'), i FROM n");
  const auto first_id = [this](const std::string& query) {
    const auto logs = get("/logs?limit=1&" + query)["logs"];
    return logs.empty() ? "" : logs[0]["id"].get<std::string>();
  };
  EXPECT_EQ(first_id("offset=2"), "000000000832");
  EXPECT_EQ(first_id("offset=2&company=acme"), "00000000082e");
  EXPECT_EQ(first_id("offset=2000"), "");
  const std::string next = nlohmann::json::parse(last.body)["meta"]["nextCursor"];
  EXPECT_EQ(first_id("cursor=" + next), "000000000064") << "goes on after the two thousand";
  get("/logs?offset=2001");
  EXPECT_EQ(last.status, 400);
}

TEST_F(RoutesApi, NamesTheChoicesThatThereAre) {
  allow_writes();
  const auto one_of = [](std::span<const SourceInfo> sources) {
    return "source: must be one of " + listed(sources, &SourceInfo::name, "", ", ", ", ");
  };
  for (const auto& [method, target, message] :
       std::vector<std::tuple<const char*, const char*, std::string>>{
           {"GET", "/companies?status=x", "status: must be one of active, empty, gone, paused"},
           {"GET", "/companies?source=x", one_of(kBoardSources)},
           {"GET", "/logs?type=x", "type: must be one of ats, aggregator, discovery"},
           {"GET", "/jobs?status=x", "status: must be one of open, closed, all"},
           {"POST", "/jobs/prune?source=x", one_of(kSources)}}) {
    const auto answer = send(method, std::string("/api/v3") + target);
    EXPECT_EQ(nlohmann::json::parse(answer.body)["error"]["message"], message);
  }
}

TEST_F(RoutesApi, AnswersHeadOptionsAndUnknownRequests) {
  add({});
  const auto first = send("GET", "/api/v3/jobs");
  const std::string tag = header(first, "etag");
  EXPECT_EQ(header(first, "access-control-allow-origin"), "*");
  EXPECT_EQ(header(first, "cache-control"), "public, max-age=30");
  EXPECT_TRUE(send("HEAD", "/api/v3/jobs").body.empty());
  EXPECT_EQ(header(send("HEAD", "/api/v3/jobs"), "etag"), tag);
  EXPECT_EQ(send("OPTIONS", "/api/v3/jobs").status, 204);
  EXPECT_EQ(header(send("OPTIONS", "/api/v3/sync/ats"), "access-control-allow-origin"), "");
  for (const auto& [method, path, status] :
       std::vector<std::tuple<const char*, const char*, int>>{{"GET", "/api/v3", 404},
                                                              {"GET", "/api/v3/", 404},
                                                              {"GET", "/api/v3/jobs/", 404},
                                                              {"GET", "/api/v3/jobs/1/2", 404},
                                                              {"GET", "/api/v3/%2e%2e/jobs", 404},
                                                              {"GET", "/api/v3/jobs%2f1", 404},
                                                              {"POST", "/api/v3/jobs", 405},
                                                              {"DELETE", "/api/v3/jobs/1", 405},
                                                              {"GET", "/api/v3/sync/ats", 405},
                                                              {"GET", "/api/v3/jobs/prune", 405},
                                                              {"POST", "/feed.xml", 405},
                                                              {"BREW", "/api/v3/stats", 405}}) {
    const auto answer = send(method, path);
    EXPECT_EQ(answer.status, status) << method << path;
    EXPECT_EQ(nlohmann::json::parse(answer.body)["success"], false);
  }
}

TEST_F(RoutesApi, SaysThatTheDaysQuotaIsUsedUp) {
  allow_writes();
  host.complaint = [](int) {
    return std::string("D1_ERROR: exceeded D1's free tier daily row read limit");
  };
  for (const char* path : {"/jobs", "/jobs/1", "/stats", "/companies", "/logs"}) {
    SCOPED_TRACE(path);
    const auto document = get(path);
    EXPECT_EQ(last.status, 503);
    EXPECT_EQ(document["error"]["code"], "quota_exceeded");
    EXPECT_TRUE(document["error"]["message"].get<std::string>().contains("midnight UTC"));
  }
  host.web = [](const Request&) -> Result<Response> {
    return answer_of(200, R"({"worker":"ats","outcome":"failed","runs":[],)"
                          R"("error":"quota_exceeded: The database has used up …"})");
  };
  EXPECT_EQ(post("/sync/ats")["error"]["code"], "quota_exceeded");
  EXPECT_EQ(last.status, 503);
}

TEST_F(RoutesApi, TellsNothingOfTheInside) {
  host.fates = [](int) { return SqliteHost::Fate::kFails; };
  const auto document = get("/jobs");
  EXPECT_EQ(last.status, 503);
  EXPECT_EQ(document["error"]["code"], "database_busy");
  EXPECT_EQ(last.body.find("connection"), std::string::npos);
}

TEST_F(RoutesApi, FeedsAndSitemapAreWellFormed) {
  add({.title = "A & B <C>", .post_date = 1'786'197'600});
  const auto rss = send("GET", "/feed.xml?category=1");
  EXPECT_NE(rss.body.find("<title>A &amp; B &lt;C&gt; at Acme</title>"), std::string::npos);
  EXPECT_NE(rss.body.find("<pubDate>Sat, 08 Aug 2026 14:00:00 GMT</pubDate>"), std::string::npos);
  EXPECT_NE(rss.body.find("href=\"https://jobs.example/feed.xml?category=1\""), std::string::npos);
  const auto feed = nlohmann::json::parse(send("GET", "/feed.json").body);
  EXPECT_EQ(feed["version"], "https://jsonfeed.org/version/1.1");
  EXPECT_EQ(feed["items"][0]["external_url"], "https://example.com/1");
  EXPECT_NE(send("GET", "/sitemap.xml").body.find("<loc>https://jobs.example/jobs/1/"),
            std::string::npos);
  expect_no_scan("sitemap");
  host.sql("UPDATE jobs SET id = 25000");
  const auto index = send("GET", "/sitemap.xml");
  EXPECT_NE(index.body.find("sitemap.xml?part=3"), std::string::npos) << index.body;
  EXPECT_EQ(index.body.find("sitemap.xml?part=2"), std::string::npos) << index.body;
  expect_no_scan("sitemap index");
  EXPECT_NE(send("GET", "/sitemap.xml?part=3").body.find("/jobs/25000"), std::string::npos);
  EXPECT_EQ(send("GET", "/sitemap.xml?part=x").status, 400);
  add({.title = "closed"});
  host.sql("UPDATE jobs SET id = 15000, closed_at = 1786000000 WHERE id <> 25000");
  EXPECT_EQ(send("GET", "/sitemap.xml?part=2").status, 404);
  const auto open_ones = send("GET", "/sitemap.xml");
  EXPECT_EQ(open_ones.body.find("sitemap.xml?part=2"), std::string::npos) << open_ones.body;
  EXPECT_NE(open_ones.body.find("sitemap.xml?part=3"), std::string::npos) << open_ones.body;
  EXPECT_NE(send("GET", "/robots.txt").body.find("/sitemap.xml"), std::string::npos);
}

}  // namespace
}  // namespace spearyx::testing
