// The end of feeds' postings: unseen for long, or expired.
#include "aggregator_fixture.h"

namespace spearyx::testing {
namespace {

using AggregatorSync = AggregatorFixture;

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

// A posting that is listed beyond its own end is stored closed, and no turn opens it or writes it
// again.
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

}  // namespace
}  // namespace spearyx::testing
