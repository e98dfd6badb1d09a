#include "aggregator_fixture.h"
#include "sources/reader.h"
#include "store/feeds.h"
#include "store/jobs.h"
#include "store/source_state.h"

namespace spearyx::testing {
namespace {

using AggregatorSync = AggregatorFixture;

TEST_F(AggregatorSync, StoresAPostingOfRemoteOk) {
  json& job = remoteok_jobs[0];
  job["position"] = "Legal &amp; Contracts Lead ";
  job["company"] = "ZÃ³calo Health\n";
  job["location"] = "KrakÃ³w, ";
  job["description"] = "<p>CafÃ©s\\nand bridges</p>" + kAddressTail;

  const json report = tick();

  ASSERT_EQ(report["outcome"], "worked") << report;
  EXPECT_EQ(host.rows("SELECT source_name, board, external_id, title, company, location, "
                      "source_url, post_date, salary_min, salary_currency, description_raw, "
                      "remote_scope FROM jobs")
                .front(),
            "remoteok||1|Legal & Contracts Lead|Zócalo Health|Kraków|"
            "https://remoteOK.com/remote-jobs/job-1|1785899999|||<p>Cafés\nand "
            "bridges</p><br/><br/>|[\"PL\"]");
  EXPECT_EQ(host.rows("SELECT sync_type, source, company IS NULL, trigger, status "
                      "FROM sync_history"),
            (std::vector<std::string>{"aggregator|remoteok|1|cron|success"}));
  EXPECT_EQ(last_stats()["tag"], "dev");
  EXPECT_EQ(last_stats()["tagIndex"], 0);
  EXPECT_EQ(last_stats()["totalTags"], 13);
}

// Defect 12 of the original: RemoteOK dates were lost, Himalayas dates lay in January 1970.
TEST_F(AggregatorSync, Defect12BothSourcesHaveTheirPostingDates) {
  tick();
  tick();
  EXPECT_EQ(host.sql("SELECT post_date FROM jobs WHERE source_name = 'remoteok'"), "1785899999");
  EXPECT_EQ(host.sql("SELECT post_date FROM jobs WHERE source_name = 'himalayas' "
                     "ORDER BY post_date"),
            "1785900001");
}

TEST_F(AggregatorSync, StoresAPostingOfHimalayas) {
  json& job = himalayas_jobs[0];
  job["companyName"] = "name";
  job["companySlug"] = "blue-heron";
  job["minSalary"] = 80;
  job["maxSalary"] = 135;
  job["salaryPeriod"] = "hourly";
  job["locationRestrictions"] = {"Congo, The Democratic Republic of the", "United Kingdom"};
  tick(Source::kHimalayas);
  EXPECT_EQ(host.rows("SELECT company, source_url, salary_min, salary_max, salary_currency, "
                      "salary_period, remote_scope, location, expires_at FROM jobs "
                      "WHERE post_date = 1785900005")
                .front(),
            "Blue Heron|https://himalayas.app/companies/heron/jobs/5|80.0|135.0|USD|hour|"
            "[\"CD\",\"GB\"]|Congo, The Democratic Republic of the; United Kingdom|1791084005");
  EXPECT_EQ(host.rows("SELECT company, salary_min IS NULL, salary_currency IS NULL, "
                      "salary_period IS NULL, remote_scope, location IS NULL FROM jobs "
                      "WHERE post_date = 1785900001")
                .front(),
            "Heron Labs|1|1|1|[\"WORLD\"]|1");
}

TEST_F(AggregatorSync, NamesACompanyOfHimalayasAsItsOtherPostingsDo) {
  json unnamed = himalayas_jobs[0];
  unnamed["companyName"] = "name";
  unnamed["companySlug"] = "a-ka";
  unnamed["guid"] = unnamed["applicationLink"] = "https://himalayas.app/companies/a-ka/jobs/cook";
  himalayas_jobs = json::array({unnamed});
  tick(Source::kHimalayas);
  EXPECT_EQ(host.sql("SELECT company FROM jobs WHERE source_name = 'himalayas'"), "A Ka");
  json named = unnamed;
  named["companyName"] = "Łąka";
  named["guid"] = named["applicationLink"] = "https://himalayas.app/companies/a-ka/jobs/baker";
  himalayas_jobs = json::array({named, unnamed});
  tick(Source::kHimalayas);
  tick(Source::kHimalayas);
  EXPECT_EQ(host.sql("SELECT group_concat(DISTINCT company || company_key) FROM jobs "
                     "WHERE source_name = 'himalayas'"),
            "Łąkalaka");
}

TEST_F(AggregatorSync, AsksAsAWellBehavedClient) {
  tick();
  tick();
  ASSERT_EQ(urls(), (std::vector<std::string>{"https://remoteok.com/api?tag=dev",
                                              "https://himalayas.app/jobs/api?limit=20"}));
  EXPECT_EQ(host.sent[0].request.headers[0].value, "SpearyxJobBot/1.0 (https://jobs.spearyx.com)");
}

TEST_F(AggregatorSync, TakesTheBaseUrlsFromTheirVariables) {
  event.variables = {{"REMOTEOK_API", "http://127.0.0.1:9/r/"},
                     {"HIMALAYAS_API", "http://[::1]:8"}};
  tick();
  tick();
  EXPECT_EQ(urls(), (std::vector<std::string>{"http://127.0.0.1:9/r/api?tag=dev",
                                              "http://[::1]:8/jobs/api?limit=20"}));
}

TEST_F(AggregatorSync, AlternatesAndAsksForThirteenTagsInOrder) {
  std::vector<std::string> tags;
  for (int turn = 0; turn < 28; ++turn) {
    tick();
    host.clock_ms += 120'000;
    const std::string url = host.sent.back().request.url;
    EXPECT_EQ(url.find("remoteok.com") != std::string::npos, turn % 2 == 0) << turn;
    if (turn % 2 == 0) tags.push_back(parameter(url, "tag"));
  }
  const auto& tags_in_turn = feed_reader(Source::kRemoteOk).tags;
  std::vector<std::string> expected(tags_in_turn.begin(), tags_in_turn.end());
  expected.emplace_back("dev");
  EXPECT_EQ(tags, expected);
}

// An answer that ignores the tag neither floods the table nor loses a posting.
TEST_F(AggregatorSync, AFeedThatIgnoresTheTagIsFilteredByTag) {
  remoteok_jobs = {remoteok_job(1, {"dev", "support"}), remoteok_job(2, {"DevOps"}),
                   remoteok_job(3, {"warehouse"}), remoteok_job(4, {})};
  ignores_tag = true;
  tick();
  EXPECT_EQ(last_stats()["added"], 1);
  EXPECT_EQ(last_stats()["filteredReasons"]["not tagged as asked"], 3);
  for (int turn = 1; turn < 13; ++turn) {
    host.clock_ms += 120'000;
    tick(Source::kRemoteOk);
  }
  EXPECT_EQ(host.rows("SELECT external_id FROM jobs ORDER BY 1"),
            (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(last_stats()["unchanged"], 1) << "job 1 came by 'dev' and by 'support'";
}

TEST_F(AggregatorSync, ASecondRunWritesNoJob) {
  himalayas_jobs = himalayas_postings(70, 1);
  for (int turn = 0; turn < 26; ++turn) tick();
  const auto before = host.rows("SELECT * FROM jobs");
  ASSERT_EQ(before.size(), 72);
  for (int turn = 0; turn < 26; ++turn) tick();
  EXPECT_EQ(host.rows("SELECT * FROM jobs"), before);
}

TEST_F(AggregatorSync, TheRequestersAddressReachesNeitherDatabaseNorLog) {
  remoteok_jobs[0]["company"] = "Bridge " + kAddressTail;
  remoteok_jobs[0]["location"] = kAddressTail;
  tick(Source::kRemoteOk);
  // The body breaks off, is of another shape, or is malformed, where the address stands.
  const std::string whole = remoteok_answer(host.sent.back().request).body;
  const std::size_t at = whole.find(kAddressBase64) + kAddressBase64.size();
  for (const std::string& body :
       {whole.substr(0, at), "{\"error\":\"R" + kAddressBase64 + "\"}", "R" + kAddressBase64}) {
    remoteok = [&](const Request&) { return json_answer(body); };
    host.sql("UPDATE source_state SET cooldown_until = 0");
    tick(Source::kRemoteOk);
    EXPECT_EQ(last("status"), "failed") << body.substr(0, 40);
  }
  // A posting that is rejected, and a refusal that names the address.
  json broken = remoteok_job(9, {"marketing"});
  broken["position"] = 7;
  remoteok = [&](const Request&) { return json_answer(json::array({broken}).dump()); };
  host.sql("UPDATE source_state SET cooldown_until = 0");
  host.sql(
      "UPDATE batch_state SET cursor = '{\"remoteok\":{\"turn\":3}}' WHERE worker = 'aggregator'");
  tick(Source::kRemoteOk);
  EXPECT_EQ(last_stats()["rejectedReasons"]["title is missing"], 1);
  remoteok = [&](const Request&) -> Result<Response> {
    Response answer = status_answer(403);
    answer.body = "Blocked: " + kAddress + " R" + kAddressBase64;
    return answer;
  };
  tick(Source::kRemoteOk);
  EXPECT_EQ(last("status"), "failed");

  std::string everything = host.dump();
  for (const std::string& line : host.logged) everything += line;
  EXPECT_EQ(everything.find(kAddressBase64), std::string::npos);
  EXPECT_EQ(everything.find(kAddress), std::string::npos);
  EXPECT_EQ(everything.find("Please mention"), std::string::npos);
}

TEST_F(AggregatorSync, CompaniesOfNewPostingsBecomeCandidatesOnce) {
  const auto names = [this] {
    return host.rows("SELECT slug, status FROM potential_companies WHERE next_check_at >= 1e9");
  };
  ASSERT_EQ(names().size(), 0);
  tick(Source::kRemoteOk);
  const auto found = names();
  EXPECT_GT(found.size(), 0);
  EXPECT_EQ(count("potential_companies WHERE slug IN (SELECT company FROM jobs)"), found.size());
  tick(Source::kRemoteOk);
  EXPECT_EQ(names(), found);
}

TEST_F(AggregatorSync, KeepsTwoSecondsBetweenRequestsOfOneSource) {
  himalayas_jobs = himalayas_postings(300, 1);
  event.variables["HIMALAYAS_PAGES"] = "6";
  host.fetch_ms = 700;
  for (int turn = 0; turn < 8; ++turn) tick();
  host.fetch_ms = 3'100;
  for (int turn = 0; turn < 8; ++turn) tick();
  for (const char* part : {"remoteok.com", "himalayas.app"}) {
    UnixMillis last_ms = 0;
    for (const auto& sent : host.sent) {
      if (sent.request.url.find(part) == std::string::npos) continue;
      EXPECT_GE(sent.at_ms - last_ms, 2'000) << sent.request.url;
      last_ms = sent.at_ms;
    }
    EXPECT_GT(last_ms, 0);
  }
}

TEST_F(AggregatorSync, TwoTicksAtOnceOneWorks) {
  json inner;
  remoteok = [&](const Request& request) {
    const std::string outer = event.invocation;
    if (inner.is_null()) inner = tick();
    event.invocation = outer;
    return remoteok_answer(request);
  };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(inner["outcome"], "busy");
  EXPECT_EQ(count("sync_history"), 1);
}

TEST_F(AggregatorSync, WhoLosesTheLeaseWritesNothing) {
  remoteok = [&](const Request& request) {
    host.sql("UPDATE batch_state SET lease_owner = 'somebody else'");
    return remoteok_answer(request);
  };
  EXPECT_EQ(tick()["outcome"], "failed");
  EXPECT_EQ(count("jobs"), 0);
}

TEST_F(AggregatorSync, APostingTheDatabaseRefusesFailsTheRunButNotTheWorker) {
  host.sql(
      "CREATE TRIGGER no BEFORE INSERT ON jobs WHEN new.external_id = '1' "
      "BEGIN SELECT raise(ABORT, 'refused'); END");
  tick();
  EXPECT_EQ(last("status"), "failed");
  EXPECT_TRUE(last("error").starts_with("database: ")) << last("error");
  EXPECT_EQ(last_stats()["added"], 0);
  EXPECT_EQ(tick()["runs"][0]["source"], "himalayas");
  EXPECT_EQ(last("status"), "success");
}

TEST_F(AggregatorSync, APageThatEndsEveryRunDoesNotKeepTheNewestFromComingIn) {
  himalayas_jobs = himalayas_postings(60, 1);
  himalayas = [this](const Request& request) {
    host.is_dead = !parameter(request.url, "cursor").empty();
    return himalayas_answer(request);
  };
  for (int turn = 0; turn < 6; ++turn) {
    tick(Source::kHimalayas);
    host.is_dead = false;
    host.clock_ms += 3'600'000;
    himalayas_jobs.insert(himalayas_jobs.begin(), himalayas_job(61 + turn));
  }
  EXPECT_EQ(count("jobs WHERE external_id LIKE '%/65'"), 1);
  EXPECT_EQ(count("sync_history WHERE status = 'failed' AND error LIKE 'abandoned%'"), 3);
  EXPECT_EQ(host.sql("SELECT failures FROM source_state WHERE source = 'himalayas'"), "0");
}

TEST_F(AggregatorSync, PrunesOldRuns) {
  tick();
  const std::string old_run = last("id");
  host.clock_ms += 31LL * 86'400'000;
  tick();
  EXPECT_EQ(count("sync_history WHERE id = '" + old_run + "'"), 0);
}

TEST_F(AggregatorSync, AnUnreadableCursorIsANewBeginning) {
  for (const char* broken :
       {R"({"source":7,"remoteok":{"turn":"x"},"himalayas":"no"})", R"({"remoteok":{"turn":-40}})",
        R"({"source":"remoteok","remoteok":{"turn":12.5},"himalayas":{"unread":3}})"}) {
    host.sql("UPDATE batch_state SET cursor = '" + std::string(broken) +
             "' WHERE worker = 'aggregator'");
    for (const Source source : {Source::kRemoteOk, Source::kHimalayas}) {
      EXPECT_EQ(tick(source)["runs"][0]["status"], "success") << broken;
    }
  }
}

TEST_F(AggregatorSync, FindsItsRowsByIndex) {
  const store::Lease lease{"aggregator", "x"};
  const std::array feeds{Source::kRemoteOk};
  for (const Statement& statement :
       {Statement(store::unseen_postings(Source::kRemoteOk, 1, "[]")),
        Statement(store::expired_postings(Source::kHimalayas, 1)),
        store::mark_seen(Source::kRemoteOk, "[]", 1),
        Statement(store::known_among({Source::kHimalayas, ""}, "[]")),
        store::take_feed_turn(lease, {}, feeds), Statement(store::claimed_feed("aggregator")),
        Statement(store::reserve_claimed_window(lease, 1, {}))}) {
    for (const std::string& step : host.plan(statement)) {
      EXPECT_EQ(step.find("SCAN jobs"), std::string::npos) << statement.sql << step;
      EXPECT_EQ(step.find("SCAN j "), std::string::npos) << statement.sql << step;
    }
  }
  for (const auto& [statement, index] :
       {std::pair{store::unseen_postings(Source::kRemoteOk, 1, "[]"), "jobs_by_sight"},
        std::pair{store::expired_postings(Source::kHimalayas, 1), "jobs_expiring"}}) {
    const auto steps = host.plan(statement);
    EXPECT_NE(steps.front().find(index), std::string::npos) << steps.front();
    EXPECT_FALSE(std::ranges::contains(steps, "USE TEMP B-TREE FOR ORDER BY")) << index;
  }
}

}  // namespace
}  // namespace spearyx::testing
