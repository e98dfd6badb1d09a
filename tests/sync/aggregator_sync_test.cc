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

// Defect 2 of the original: a failing Himalayas stopped RemoteOK.
TEST_F(AggregatorSync, Defect2ADeadHimalayasBesideALivingRemoteOk) {
  himalayas = [](const Request&) { return fail(ErrorCode::kTimeout, "dead"); };
  std::vector<std::string> tags;
  for (int turn = 0; turn < 20; ++turn) {
    tick();
    host.clock_ms += 120'000;
    const std::string tag = parameter(host.sent.back().request.url, "tag");
    if (!tag.empty()) tags.push_back(tag);
  }
  ASSERT_GE(tags.size(), 13U) << "a source that rests yields its turn";
  for (std::size_t i = 0; i < tags.size(); ++i)
    EXPECT_EQ(tags[i], feed_reader(Source::kRemoteOk).tags[i % 13]) << i;
  EXPECT_EQ(count("jobs WHERE source_name = 'remoteok'"), 2);
  EXPECT_GE(count("sync_history WHERE source = 'himalayas' AND status = 'failed'"), 2);
  EXPECT_EQ(host.sql("SELECT failures FROM source_state WHERE source = 'remoteok'"), "0");
}

TEST_F(AggregatorSync, ADeadRemoteOkBesideALivingHimalayas) {
  remoteok = [](const Request&) { return status_answer(403); };
  himalayas_jobs = himalayas_postings(200, 1);
  for (int turn = 0; turn < 20; ++turn) {
    tick();
    host.clock_ms += 120'000;
  }
  EXPECT_EQ(count("jobs WHERE source_name = 'himalayas'"), 200);
  EXPECT_GE(count("sync_history WHERE source = 'remoteok' AND status = 'failed'"), 2);
  EXPECT_EQ(count("sync_history WHERE status = 'running'"), 0);
}

TEST_F(AggregatorSync, BothDeadIsIdle) {
  remoteok = himalayas = [](const Request&) { return status_answer(500); };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(tick()["outcome"], "idle");
  EXPECT_EQ(count("sync_history"), 2);
}

TEST_F(AggregatorSync, ASourceThatRecoversStartsAfresh) {
  himalayas = [](const Request&) { return status_answer(500); };
  tick(Source::kHimalayas);
  host.clock_ms += 600'000;
  tick(Source::kHimalayas);
  EXPECT_EQ(host.sql("SELECT failures FROM source_state WHERE source = 'himalayas'"), "2");
  host.clock_ms += 1'200'000;
  himalayas = [this](const Request& request) { return himalayas_answer(request); };
  tick(Source::kHimalayas);
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(host.sql("SELECT failures FROM source_state WHERE source = 'himalayas'"), "0");
}

struct Refusal {
  std::string name;
  Result<Response> answer;
  std::string error_id;
};

Response page(int status, std::string content_type, std::string body) {
  return {.status = status,
          .content_type = std::move(content_type),
          .etag = {},
          .retry_after = {},
          .body = std::move(body)};
}

const std::string kChallenge = "<!DOCTYPE html><html><title>Just a moment...</title></html>";

TEST_F(AggregatorSync, EveryFailureIsOneFailedRunThatRestsItsSourceAndClosesNothing) {
  tick(Source::kRemoteOk);
  tick(Source::kHimalayas);
  const auto jobs = host.rows("SELECT * FROM jobs");
  const std::vector<Refusal> refusals{
      {"challenge 200", page(200, "text/html", kChallenge), "wrong_content_type"},
      {"challenge 403", page(403, "text/html", kChallenge), "forbidden"},
      {"challenge that claims to be JSON", page(200, "application/json", kChallenge),
       "malformed_json"},
      {"400", page(400, "application/json", R"({"ok":false,"errors":"Invalid sort"})"),
       "bad_request"},
      {"404", page(404, "text/html", ""), "unexpected_status"},
      {"410", page(410, "text/html", ""), "unexpected_status"},
      {"429 without Retry-After", page(429, "text/plain", "slow down"), "rate_limited"},
      {"500", page(500, "text/plain", ""), "server_error"},
      {"302", page(302, "text/html", ""), "redirected"},
      {"empty body", page(200, "application/json", ""), "malformed_json"},
      {"null", page(200, "application/json", "null"), "unexpected_shape"},
      {"a text", page(200, "application/json", "\"no\""), "unexpected_shape"},
      {"truncated", page(200, "application/json", R"([{"id":"1")"), "malformed_json"},
      {"network", fail(ErrorCode::kNetwork, "reset"), "network"},
      {"timeout", fail(ErrorCode::kTimeout, ""), "timeout"},
      {"too large", fail(ErrorCode::kBodyTooLarge, ""), "body_too_large"},
  };
  for (const Source source : {Source::kRemoteOk, Source::kHimalayas}) {
    for (const Refusal& refusal : refusals) {
      SCOPED_TRACE(std::string(name_of(source)) + ": " + refusal.name);
      remoteok = himalayas = [&](const Request&) { return refusal.answer; };
      host.sql("UPDATE source_state SET cooldown_until = 0, failures = 0");
      const int runs = count("sync_history");
      tick(source);
      EXPECT_EQ(count("sync_history"), runs + 1);
      EXPECT_EQ(last("status"), "failed");
      EXPECT_TRUE(last("error").starts_with(refusal.error_id + ": ")) << last("error");
      EXPECT_EQ(last_stats()["fetched"], 0);
      EXPECT_GE(last_stats()["requests"], 1);
      EXPECT_EQ(host.sql("SELECT failures FROM source_state WHERE source = '" +
                         std::string(name_of(source)) + "'"),
                "1");
      EXPECT_EQ(tick(source)["outcome"], "idle") << "the source rests";
    }
  }
  EXPECT_EQ(host.rows("SELECT * FROM jobs"), jobs);
}

/// Ticks every two minutes for three hours; when Jobicy was asked.
std::vector<std::int64_t> hours_of_jobicy(AggregatorFixture& fixture) {
  fixture.wake_jobicy();
  for (int i = 0; i < 90; ++i) {
    fixture.tick();
    fixture.host.is_dead = false;
    fixture.host.clock_ms += 120'000;
  }
  std::vector<std::int64_t> times;
  for (const auto& sent : fixture.host.sent) {
    if (sent.request.url.contains("jobicy")) times.push_back(sent.at_ms);
  }
  return times;
}

TEST_F(AggregatorSync, AsksJobicyOnceAnHourHoweverItAnswers) {
  const auto answers = std::to_array<std::function<Result<Response>(const Request&)>>({
      jobicy,
      [](const Request&) { return status_answer(500); },
      [](const Request&) { return status_answer(429, "60"); },
      [](const Request&) { return status_answer(400); },
      [](const Request&) { return page(200, "text/html", kChallenge); },
      [](const Request&) -> Result<Response> { return fail(ErrorCode::kTimeout, ""); },
      [this](const Request&) -> Result<Response> {
        host.is_dead = true;
        return fail(ErrorCode::kNetwork, "cut off");
      },
  });
  for (const auto& answer : answers) {
    jobicy = answer;
    host.sent.clear();
    const auto times = hours_of_jobicy(*this);
    ASSERT_GE(times.size(), 2);
    for (std::size_t i = 1; i < times.size(); ++i) EXPECT_GE(times[i] - times[i - 1], 3'600'000);
  }
  EXPECT_EQ(count("jobs WHERE source_name = 'jobicy'"), 2);
}

TEST_F(AggregatorSync, AsksJobicyNoSoonerWhenSomebodyWantsIt) {
  wake_jobicy();
  EXPECT_EQ(tick(Source::kJobicy)["outcome"], "worked");
  EXPECT_EQ(tick(Source::kJobicy)["outcome"], "idle");
  host.clock_ms += 3'600'000;
  EXPECT_EQ(tick(Source::kJobicy)["outcome"], "worked");
}

TEST_F(AggregatorSync, KeepsNothingOfWhatJobicyKnowsOfUs) {
  wake_jobicy();
  tick(Source::kJobicy);
  for (const char* table : {"jobs", "sync_history", "batch_state", "source_state"}) {
    for (const std::string& row : host.rows("SELECT * FROM " + std::string(table))) {
      EXPECT_FALSE(row.contains("c0ffee")) << table;
    }
  }
}

TEST_F(AggregatorSync, KeepsJobicysPostingsThatLeaveTheWindow) {
  wake_jobicy();
  tick(Source::kJobicy);
  jobicy_jobs = {jobicy_job(3)};
  host.clock_ms += 3'600'000;
  tick(Source::kJobicy);
  EXPECT_EQ(count("jobs WHERE source_name = 'jobicy' AND closed_at IS NULL"), 3);
}

TEST_F(AggregatorSync, ObeysRetryAfter) {
  remoteok = [](const Request&) { return status_answer(429, "7200"); };
  tick();
  const std::int64_t until =
      std::stoll(host.sql("SELECT cooldown_until FROM source_state WHERE source = 'remoteok'"));
  EXPECT_NEAR(static_cast<double>(until), static_cast<double>(host.clock_ms / 1'000 + 7'200), 2);
  EXPECT_EQ(host.sent.size(), 1);
}

TEST_F(AggregatorSync, TheNoticeAloneIsAnEmptyFeed) {
  remoteok_jobs.clear();
  tick();
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(last_stats()["fetched"], 0);
}

TEST_F(AggregatorSync, BadPostingsAreCountedAndTheReceiptBalances) {
  json no_id = remoteok_job(1, {"dev"});
  no_id.erase("id");
  json no_title = remoteok_job(2, {"dev"});
  no_title["position"] = " ";
  json no_link = remoteok_job(3, {"dev"});
  no_link["url"] = no_link["apply_url"] = "javascript:alert(1)";
  json numbered = remoteok_job(4, {"dev"});
  numbered["id"] = 4;
  json text_epoch = remoteok_job(5, {"dev"});
  text_epoch["epoch"] = "1619780897";
  const json body =
      json::array({no_id, remoteok_job(6, {"dev"}), remoteok_notice(), no_title, no_link, numbered,
                   text_epoch, remoteok_job(4, {"dev"}), nullptr, 7, remoteok_job(8, {"sales"})});
  remoteok = [&](const Request&) { return json_answer(body.dump()); };
  tick();
  const json stats = last_stats();
  EXPECT_EQ(stats["fetched"], 10);
  EXPECT_EQ(stats["added"], 3);
  EXPECT_EQ(stats["duplicate"], 1);
  EXPECT_EQ(stats["filtered"], 1);
  EXPECT_EQ(stats["rejectedReasons"], (json{{"id is missing", 1},
                                            {"title is missing", 1},
                                            {"link is missing", 1},
                                            {"posting is malformed", 2}}));
  EXPECT_EQ(host.rows("SELECT external_id, post_date FROM jobs ORDER BY 1"),
            (std::vector<std::string>{"4|1785899996", "5|1619780897", "6|1785899994"}));
}

TEST_F(AggregatorSync, AJobThatLeavesTheFeedClosesWhenUnseenForSixtyDays) {
  remoteok_jobs = {remoteok_job(1, {"dev"}), remoteok_job(2, {"dev"})};
  const auto dev_turn = [this] {
    host.sql("UPDATE batch_state SET cursor = '{}' WHERE worker = 'aggregator'");
    tick(Source::kRemoteOk);
  };
  const auto days = [this](int n) { host.clock_ms += n * 86'400'000LL; };
  dev_turn();
  days(30);
  dev_turn();
  remoteok_jobs.pop_back();
  days(40);
  dev_turn();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2) << "unseen for 40 days";
  days(21);
  dev_turn();
  EXPECT_EQ(host.sql("SELECT external_id FROM jobs WHERE closed_at IS NOT NULL"), "2");
  EXPECT_EQ(last_stats()["closed"], 1);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 1) << "an old job that is still listed stays";

  // Back in the feed it is open again, and stays so.
  remoteok_jobs.push_back(remoteok_job(2, {"dev"}));
  dev_turn();
  EXPECT_EQ(last_stats()["reopened"], 1);
  dev_turn();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2);
}

TEST_F(AggregatorSync, AJobIsMarkedAsSeenAtMostOnceADay) {
  tick(Source::kRemoteOk);
  host.clock_ms += 30LL * 3'600'000;
  const auto dev_turn = [this] {
    host.sql("UPDATE batch_state SET cursor = '{}' WHERE worker = 'aggregator'");
    tick(Source::kRemoteOk);
    return host.sql("SELECT last_seen_at FROM jobs");
  };
  const std::string first = dev_turn();
  EXPECT_NE(first, "");
  host.clock_ms += 3'600'000;
  EXPECT_EQ(dev_turn(), first);
}

TEST_F(AggregatorSync, TheLimitOfAgeIsAVariable) {
  event.variables["REMOTEOK_MAX_AGE_DAYS"] = "2";
  tick(Source::kRemoteOk);
  remoteok_jobs.clear();
  host.clock_ms += 3 * 86'400'000LL;
  tick(Source::kRemoteOk);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 0);
}

TEST_F(AggregatorSync, ExpiryClosesHimalayasJobs) {
  tick(Source::kHimalayas);
  himalayas_jobs.clear();
  host.clock_ms = 1'791'084'003'000;
  tick(Source::kHimalayas);
  EXPECT_EQ(last_stats()["closed"], 3);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2);
}

TEST_F(AggregatorSync, APostingWhoseEndWasPutOffStaysOpen) {
  tick(Source::kHimalayas);
  himalayas_jobs[0]["expiryDate"] = 1'799'000'000;
  host.clock_ms = 1'791'085'000'000;
  tick(Source::kHimalayas);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(last_stats()["closed"], 4);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL AND expires_at = 1799000000"), 1);
}

// What is listed beyond its own end is stored closed, and no turn opens it or writes it again.
TEST_F(AggregatorSync, AListedButExpiredJobIsStoredClosed) {
  for (json& job : himalayas_jobs) job["expiryDate"] = 1'785'900'500;
  tick(Source::kHimalayas);
  EXPECT_EQ(last_stats()["added"], 5);
  const auto before = host.rows("SELECT * FROM jobs");
  EXPECT_EQ(count("jobs WHERE closed_at IS NOT NULL"), 5);
  tick(Source::kHimalayas);
  EXPECT_EQ(last_stats()["unchanged"], 5);
  EXPECT_EQ(host.rows("SELECT * FROM jobs"), before);
  himalayas_jobs[0]["expiryDate"] = 1'799'000'000;
  tick(Source::kHimalayas);
  EXPECT_EQ(last_stats()["reopened"], 1);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 1);
}

// Defect 7 of the original: Himalayas was always asked for its first page.
TEST_F(AggregatorSync, Defect7WalksNewestFirstThenGoesOnWhereTheBackfillStopped) {
  himalayas_jobs = himalayas_postings(300, 1);
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 60);
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 100) << "the newest page brought nothing new";
  himalayas_jobs.insert(himalayas_jobs.begin(), himalayas_job(301));
  host.sent.clear();
  tick(Source::kHimalayas);
  std::vector<std::string> cursors;
  for (const std::string& url : urls()) cursors.push_back(parameter(url, "cursor"));
  EXPECT_EQ(cursors, (std::vector<std::string>{"", "282", "201"}));
  EXPECT_EQ(count("jobs"), 121);
  for (int turn = 0; turn < 10; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 301);
  EXPECT_EQ(cursor()["himalayas"]["complete"], true);
  host.sent.clear();
  tick(Source::kHimalayas);
  EXPECT_EQ(host.sent.size(), 1) << "all is known: one look at the newest page";
}

// The pages come newest first, each known posting by the order of its id.
TEST_F(AggregatorSync, KnowsAgainWhatItStoredAcrossPages) {
  himalayas_jobs = himalayas_postings(60, 1);
  tick(Source::kHimalayas);
  himalayas_jobs = himalayas_postings(65, 1);
  himalayas_jobs[30]["title"] = "Changed";
  tick(Source::kHimalayas);
  EXPECT_EQ(last_stats()["added"], 5);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(last_stats()["unchanged"], 34);
}

TEST_F(AggregatorSync, AnOutageLeavesNoGap) {
  himalayas_jobs = himalayas_postings(100, 1);
  for (int turn = 0; turn < 4; ++turn) tick(Source::kHimalayas);
  ASSERT_EQ(cursor()["himalayas"]["complete"], true);
  himalayas_jobs = himalayas_postings(400, 1);
  tick(Source::kHimalayas);
  himalayas_jobs = himalayas_postings(500, 1);
  for (int turn = 0; turn < 15; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 500);
  EXPECT_EQ(cursor()["himalayas"]["unread"], json::array());
}

TEST_F(AggregatorSync, ReadsMorePagesIfToldTo) {
  himalayas_jobs = himalayas_postings(300, 1);
  event.variables["HIMALAYAS_PAGES"] = "7";
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 140);
  event.variables["HIMALAYAS_PAGES"] = "1";
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 160) << "the backfill goes on beside the newest page";
}

TEST_F(AggregatorSync, FollowsOffsetsWhereNoCursorIsOffered) {
  himalayas_jobs = himalayas_postings(90, 1);
  himalayas = [this](const Request& request) -> Result<Response> {
    const std::string offset = parameter(request.url, "offset");
    const std::ptrdiff_t begin = offset.empty() ? 0 : std::stol(offset);
    const auto end = std::min<std::ptrdiff_t>(begin + 20, 90);
    const std::vector<json> jobs(himalayas_jobs.begin() + begin, himalayas_jobs.begin() + end);
    return json_answer(
        json{{"offset", begin}, {"limit", 20}, {"totalCount", 90}, {"jobs", jobs}}.dump());
  };
  for (int turn = 0; turn < 3; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 90);
  EXPECT_EQ(host.sent[1].request.url, "https://himalayas.app/jobs/api?limit=20&offset=20");
  EXPECT_EQ(cursor()["himalayas"]["complete"], true);
}

TEST_F(AggregatorSync, AnInvalidCursorResetsTheBackfill) {
  himalayas_jobs = himalayas_postings(300, 1);
  for (int turn = 0; turn < 3; ++turn) tick(Source::kHimalayas);
  himalayas = [this](const Request& request) -> Result<Response> {
    if (parameter(request.url, "cursor") != "161") return himalayas_answer(request);
    return page(400, "application/json", R"({"ok":false,"errors":"Invalid cursor."})");
  };
  ASSERT_EQ(cursor()["himalayas"]["unread"], json::array({"cursor=161"}));
  tick(Source::kHimalayas);
  EXPECT_EQ(last("status"), "success");
  EXPECT_NE(last("logs").find("no longer valid"), std::string::npos);
  EXPECT_EQ(cursor()["himalayas"]["unread"], json::array());
  himalayas = [this](const Request& request) { return himalayas_answer(request); };
  for (int turn = 0; turn < 9; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 300);
}

TEST_F(AggregatorSync, ACursorThatLoopsIsLeft) {
  himalayas_jobs = himalayas_postings(20, 1);
  himalayas = [this](const Request&) {
    json body{{"jobs", himalayas_jobs}, {"nextCursor", "again"}};
    return json_answer(body.dump());
  };
  for (int turn = 0; turn < 3; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(host.sent.size(), 6) << "two requests a turn";
  EXPECT_EQ(count("jobs"), 20);
  EXPECT_EQ(last_stats()["duplicate"], 20);
}

TEST_F(AggregatorSync, AFailureOnALaterPageKeepsTheEarlierOnes) {
  himalayas_jobs = himalayas_postings(100, 1);
  int requests = 0;
  himalayas = [&](const Request& request) -> Result<Response> {
    return ++requests == 2 ? status_answer(429) : himalayas_answer(request);
  };
  tick(Source::kHimalayas);
  EXPECT_EQ(last("status"), "failed");
  EXPECT_EQ(last_stats()["added"], 20);
  EXPECT_EQ(count("jobs"), 20);
  host.clock_ms += 600'000;
  for (int turn = 0; turn < 4; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 100);
}

TEST_F(AggregatorSync, LogsTheProvidersCommentsWhenTheyChange) {
  const auto said = [this] { return last("logs").find("Himalayas says: ") != std::string::npos; };
  tick(Source::kHimalayas);
  EXPECT_TRUE(said());
  tick(Source::kHimalayas);
  EXPECT_FALSE(said());
  comments = "01/09/2026: Offsets are gone.";
  tick(Source::kHimalayas);
  EXPECT_TRUE(said());
  EXPECT_NE(last("logs").find("Offsets are gone."), std::string::npos);
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
