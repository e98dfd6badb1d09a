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

constexpr std::array<const char*, 15> kWrites{"/jobs/prune",
                                              "/jobs/1/split",
                                              "/jobs/1/join",
                                              "/companies",
                                              "/companies/retry",
                                              "/companies/lever/acme/pause",
                                              "/companies/lever/acme/resume",
                                              "/companies/lever/acme/sync",
                                              "/companies/lever/acme/payload",
                                              "/candidates/retry",
                                              "/candidates/acme/check",
                                              "/candidates/acme/reject",
                                              "/sync/ats",
                                              "/sync/aggregator",
                                              "/sync/discovery"};

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
  EXPECT_EQ(host.sql("SELECT next_sync_at FROM discovered_companies"), "-1786000000");
  host.sql("UPDATE discovered_companies SET status = 'paused', next_sync_at = 9e9");
  EXPECT_EQ(post("/companies/lever/acme/sync")["queued"], false);
  host.sql("UPDATE discovered_companies SET status = 'active'");
  for (const char* outcome : {"idle", "resting"}) {
    report = std::string(R"({"outcome":")") + outcome + R"(","runs":[]})";
    document = post("/companies/lever/acme/sync");
    EXPECT_EQ(last.status, 202) << last.body;
    EXPECT_EQ(document["outcome"], outcome);
    EXPECT_EQ(document["queued"], true);
  }
  report = R"({"outcome":"worked","runs":[{"stats":{"companiesChecked":3,"companiesAdded":1},)"
           R"("discovered":["acme"],"notFound":["nobody","none"]}]})";
  document = post("/sync/discovery");
  EXPECT_EQ(document["companiesAdded"], 1);
  EXPECT_EQ(document["discovered"], nlohmann::json({"acme"}));
  EXPECT_EQ(document["notFound"], nlohmann::json({"nobody", "none"}));
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
  EXPECT_EQ(stats["sourceSyncStatus"]["lever"]["notModifiedShare"], 0.25);
  EXPECT_EQ(stats["sourceSyncStatus"]["himalayas"]["status"], "never");
  EXPECT_EQ(stats["workerStatus"]["aggregator"]["timeliness"], "never");
  EXPECT_EQ(stats["days"][0]["added"], 4);
  EXPECT_EQ(stats["days"][0]["closed"], 1);
  EXPECT_EQ(host.queries, 1);
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
           {"GET", "/logs?trigger=x", "trigger: must be one of cron, manual"},
           {"GET", "/companies?attention=x", "attention: must be true or false"},
           {"GET", "/candidates?status=x",
            "status: must be one of pending, discovered, not_found, rejected"},
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
  for (const char* path : {"/jobs", "/jobs/1", "/stats", "/companies", "/candidates", "/logs",
                           "/logs/1", "/jobs/changes", "/categories"}) {
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
  EXPECT_NE(
      send("GET", "/feed.xml?company=%41^&x=%zz").body.find("feed.xml?company=%41%5E&amp;x=%25zz"),
      std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(send("GET", "/feed.json?x[]=1&y=a%20b|c").body)["feed_url"],
            "https://jobs.example/feed.json?x%5B%5D=1&y=a%20b%7Cc");
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
