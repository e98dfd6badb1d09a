#include <string>
#include <utility>
#include <vector>

#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

class HealthApi : public ApiFixture {};

TEST_F(HealthApi, TellsHowSourcesAndWorkersAreDoing) {
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
  host.sql("UPDATE batch_state SET since = 1785000000");
  const auto end = [this](const std::string& source, const std::string& outcome) {
    host.sql("UPDATE batch_state SET outcomes = json_patch(outcomes, '{\"" + source +
             "\":" + outcome + "}') WHERE worker = 'ats'");
  };
  end("lever", R"({"success":1785999901,"added":3,"failed":false,"failure":1785999004,)"
               R"("error":"timeout: b"})");
  end("greenhouse", R"({"success":1785999951,"added":0,"failed":false})");
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
  EXPECT_EQ(lever["status"], "completed");
  EXPECT_EQ(lever["health"], "healthy");
  EXPECT_EQ(lever["jobsAdded"], 3);
  EXPECT_EQ(lever["isRunning"], false);
  EXPECT_EQ(stats["sourceSyncStatus"]["remoteok"]["boards"], nullptr);
  const auto timeliness_of = [this](const std::string& worker) {
    return get("/stats")["stats"]["workerStatus"][worker]["timeliness"];
  };
  host.sql("DELETE FROM potential_companies");
  EXPECT_EQ(timeliness_of("discovery"), "never");
  host.sql("INSERT INTO discovered_companies (source, slug, created_at) VALUES ('lever', 'a', 0)");
  host.clock_ms += 6 * 60 * 1'000;
  EXPECT_EQ(timeliness_of("ats"), "late");
  end("lever", R"({"failure":1786000290,"error":"timeout: d","failed":true})");
  EXPECT_EQ(timeliness_of("ats"), "on_time") << "greenhouse is well";
  end("greenhouse", R"({"failure":1786000295,"error":"timeout: e","failed":true})");
  EXPECT_EQ(timeliness_of("ats"), "on_time") << "the board of lever is well";
  host.sql("UPDATE discovered_companies SET failures = 1");
  EXPECT_EQ(timeliness_of("ats"), "failing");
}

// The last run of one board says nothing of the other boards.
TEST_F(HealthApi, TellsTheStateOfASourceByItsBoards) {
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 13)"
      " INSERT INTO discovered_companies (source, slug, status, failures)"
      " SELECT 'lever', 'b' || i, iif(i = 13, 'gone', 'active'), i > 11 FROM n");
  for (const char* last_run : {"true", "false"}) {
    host.sql(
        "UPDATE batch_state SET outcomes = '{\"lever\":{\"success\":1785999901,\"failure\":"
        "1785999902,\"error\":\"timeout: x\",\"failed\":" +
        std::string(last_run) +
        "}}'"
        " WHERE worker = 'ats'");
    const auto lever = get("/stats")["stats"]["sourceSyncStatus"]["lever"];
    EXPECT_EQ(lever["status"], "completed") << last_run;
    EXPECT_EQ(lever["health"], "degraded") << last_run;
    EXPECT_EQ(lever["boards"].dump(), R"({"failing":1,"gone":1,"paused":0,"well":11})");
    EXPECT_FALSE(lever.contains("error"));
  }
  host.sql(
      "UPDATE batch_state SET lease_until = 1786000100, cursor = '{\"source\":\"lever\"}'"
      " WHERE worker = 'ats'");
  const auto stats = get("/stats")["stats"];
  EXPECT_EQ(stats["sourceSyncStatus"]["lever"]["isRunning"], true);
  EXPECT_EQ(stats["sourceSyncStatus"]["lever"]["health"], "degraded") << "running stands beside it";
  EXPECT_EQ(stats["sourceSyncStatus"]["greenhouse"]["isRunning"], false);
  EXPECT_EQ(stats["workerStatus"]["ats"]["isRunning"], true);
  EXPECT_EQ(stats["workerStatus"]["discovery"]["isRunning"], false);
}

// However long ago; a worker with nothing due has no reason to run.
TEST_F(HealthApi, RemembersHowRunsEnded) {
  host.sql("DELETE FROM potential_companies");
  host.sql(
      "UPDATE batch_state SET outcomes = '{\"discovery\":{\"success\":1700000000,\"failed\":false},"
      "\"remoteok\":{\"success\":1785900000,\"failure\":1785950001,\"failed\":true,"
      "\"error\":\"rate_limited: x\"}}'");
  const auto stats = get("/stats")["stats"];
  const auto& discovery = stats["workerStatus"]["discovery"];
  EXPECT_EQ(discovery["timeliness"], "on_time");
  EXPECT_EQ(discovery["status"], "completed");
  EXPECT_EQ(discovery["lastSuccess"], "2023-11-14T22:13:20.000Z");
  EXPECT_EQ(discovery["lastSync"], "2023-11-14T22:13:20.000Z");
  const auto& source = stats["sourceSyncStatus"]["remoteok"];
  EXPECT_EQ(source["status"], "failed");
  EXPECT_EQ(source["health"], "failing");
  EXPECT_EQ(source["error"], "rate_limited: x");
  EXPECT_EQ(source["lastSuccess"], "2026-08-05T03:20:00.000Z");
}

TEST_F(HealthApi, IsWellWhereNothingIsAmiss) {
  host.sql("DELETE FROM potential_companies");
  host.sql("UPDATE batch_state SET since = 1786000000");
  const auto document = get("/health");
  EXPECT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(header(last, "cache-control"), "no-store");
  EXPECT_EQ(document["data"]["status"], "ok");
  EXPECT_EQ(document["data"]["workers"]["ats"], "never");
  EXPECT_EQ(document["data"]["sources"]["lever"]["health"], "new");
  EXPECT_EQ(host.queries, 1);
  EXPECT_EQ(host.statements, 1);
  expect_no_scan("health");
  EXPECT_EQ(send("HEAD", "/api/v3/health").status, 200);
}

TEST_F(HealthApi, TellsTwoPeriodsAfterACronHasStopped) {
  host.sql("UPDATE batch_state SET since = 1785000000");
  host.sql(
      "UPDATE batch_state SET outcomes = '{\"remoteok\":{\"success\":1786000000}}'"
      " WHERE worker = 'aggregator'");
  host.sql(
      "UPDATE batch_state SET outcomes = '{\"discovery\":{\"success\":1786000000}}'"
      " WHERE worker = 'discovery'");
  host.sql("UPDATE potential_companies SET added_at = 0");
  for (const auto& [minutes, reasons] :
       std::vector<std::pair<int, std::string>>{{0, ""},
                                                {4, ""},
                                                {6, "aggregator "},
                                                {12, "aggregator "},
                                                {14, "aggregator discovery "}}) {
    host.clock_ms = 1'786'000'000'000 + minutes * 60'000;
    const auto document = get("/health");
    EXPECT_EQ(last.status, reasons.empty() ? 200 : 503) << minutes;
    std::string late;
    for (const auto& reason : document.value("reasons", nlohmann::json::array())) {
      EXPECT_EQ(reason["code"], "worker_late");
      late += reason["worker"].get<std::string>() + " ";
    }
    EXPECT_EQ(late, reasons) << minutes;
  }
  EXPECT_EQ(header(last, "cache-control"), "no-store");
  EXPECT_EQ(header(last, "retry-after"), "30");
  host.sql(
      "INSERT INTO source_state (source, cooldown_until) VALUES ('remoteok', 1786009000),"
      " ('himalayas', 1786009000)");
  host.sql("INSERT INTO source_state (source, next_slot_ms) VALUES ('jobicy', 1786003600000)");
  EXPECT_EQ(get("/health")["workers"]["aggregator"], "on_time") << "all feeds rest";
  host.sql("UPDATE batch_state SET lease_until = 1786000900 WHERE worker = 'discovery'");
  EXPECT_EQ(get("/health")["data"]["status"], "ok") << "at work";
}

TEST_F(HealthApi, SaysWhatTheDatabaseSays) {
  for (const auto& [complaint, code] : std::vector<std::pair<const char*, const char*>>{
           {"D1_ERROR: exceeded D1's free tier daily row read limit", "quota_exceeded"},
           {"D1 DB is overloaded. Requests queued for too long.", "database_busy"},
           {"D1_ERROR: no such table: batch_state: SQLITE_ERROR", "database_failed"}}) {
    host.complaint = [complaint](int) { return std::string(complaint); };
    const auto document = get("/health");
    EXPECT_EQ(last.status, 503) << last.body;
    EXPECT_EQ(document["error"]["code"], "unhealthy");
    EXPECT_EQ(document["reasons"][0]["code"], code);
    EXPECT_EQ(document["workers"], nullptr);
    EXPECT_FALSE(last.body.contains("batch_state")) << "nothing of the inside";
    EXPECT_EQ(header(last, "cache-control"), "no-store");
  }
}

TEST_F(HealthApi, TellsThatTheDaysRowsAreUsedUp) {
  host.sql("DELETE FROM potential_companies");
  host.sql(
      "UPDATE batch_state SET outcomes = '{\"remoteok\":{\"success\":1785999999}}'"
      " WHERE worker = 'aggregator'");
  host.sql("INSERT INTO daily_writes VALUES (1786000000 / 86400, 90000, NULL)");
  EXPECT_EQ(get("/health")["data"]["status"], "ok") << "no budget";
  host.sql("UPDATE daily_writes SET budget = 90001");
  EXPECT_EQ(get("/health")["data"]["status"], "ok");
  host.sql("UPDATE daily_writes SET budget = 90000");
  EXPECT_EQ(get("/health")["reasons"][0]["code"], "quota_reached");
  EXPECT_EQ(get("/health")["reasons"][0]["worker"], nullptr);
  host.clock_ms += kDayMs;
  EXPECT_NE(get("/health")["reasons"][0]["code"], "quota_reached");
}

}  // namespace
}  // namespace spearyx::testing
