// Feeds that fail, refuse or answer nonsense.
#include "aggregator_fixture.h"
#include "sources/reader.h"

namespace spearyx::testing {
namespace {

using AggregatorSync = AggregatorFixture;

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

}  // namespace
}  // namespace spearyx::testing
