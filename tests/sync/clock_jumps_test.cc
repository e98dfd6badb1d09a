#include "ats_fixture.h"
#include "discovery_fixture.h"

namespace spearyx::testing {
namespace {

using Fate = SqliteHost::Fate;

/// A clock that is wrong for a while by this much, and right again.
class ClockJump : public AtsFixture, public ::testing::WithParamInterface<UnixMillis> {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    add_company("greenhouse", "bridge", "");
    add_company("greenhouse", "canal", "");
    event.variables["HISTORY_DAYS"] = "3650";
  }

  /// Does something while the clock is wrong; the time it takes passes all the same.
  template <typename Deed>
  void while_wrong(const Deed& deed) {
    host.clock_ms += GetParam();
    deed();
    host.clock_ms -= GetParam();
  }

  void die_in_run() {
    host.fates = [at = host.calls + 3](int call) {
      return call == at ? Fate::kDiesBefore : Fate::kWorks;
    };
    tick();
    ASSERT_TRUE(host.is_dead);
    host.is_dead = false;
    host.fates = [](int) { return Fate::kWorks; };
  }
};

TEST_P(ClockJump, ALeaseEndsInMinutes) {
  while_wrong([this] { die_in_run(); });
  host.clock_ms += 10 * 60'000;
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(count("sync_history WHERE status = 'running'"), 0);
  EXPECT_EQ(count("sync_history WHERE error LIKE 'abandoned%'"), 2);
}

TEST_P(ClockJump, NoSlotIsWaitedForLongerThanTwoMinutes) {
  while_wrong([this] { tick(); });
  make_due();
  const UnixMillis began_ms = host.clock_ms;
  const auto report = tick();
  EXPECT_EQ(report["outcome"], "worked");
  EXPECT_EQ(report["runs"].size(), 2U);
  EXPECT_LT(host.clock_ms - began_ms, 120'000);
}

TEST_P(ClockJump, ASourceRestsADayAtMost) {
  greenhouse = [](const Request&) { return status_answer(429, "7200"); };
  while_wrong([this] { tick(); });
  greenhouse = [](const Request&) { return json_answer(greenhouse_body(postings(3))); };
  host.clock_ms += 2 * kDayMs;
  EXPECT_EQ(tick()["outcome"], "worked");
}

// Boards that a clock far ahead has put off are made due by hand: docs/operations.md has the line.
TEST_P(ClockJump, ABoardIsDueWithinTwoDays) {
  while_wrong([this] { tick(); });
  host.sql("UPDATE discovered_companies SET next_sync_at = 0 WHERE next_sync_at > 2 * 86400 + " +
           std::to_string(to_seconds(host.clock_ms)));
  host.clock_ms += 2 * kDayMs;
  EXPECT_EQ(tick()["runs"].size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Spans, ClockJump,
                         ::testing::Values(60 * 60'000, kDayMs, 365 * kDayMs, -60 * 60'000, -kDayMs,
                                           -365 * kDayMs),
                         [](const auto& info) {
                           const auto hours = info.param / 3'600'000;
                           return (hours < 0 ? "Back" : "Ahead") + std::to_string(std::abs(hours)) +
                                  "Hours";
                         });

using ClockJumpInATick = AtsFixture;

TEST_F(ClockJumpInATick, BackwardEndsTheRunRatherThanWaits) {
  add_company("lever", "bridge", "");
  int requests = 0;
  lever = [&](const Request&) -> Result<Response> {
    if (++requests == 1) host.clock_ms -= kDayMs;
    return status_answer(500);
  };
  const UnixMillis began_ms = host.clock_ms - kDayMs;
  tick();
  EXPECT_EQ(requests, 1);
  EXPECT_LT(host.clock_ms - began_ms, 5'000);
  EXPECT_EQ(last("status"), "failed");
  EXPECT_TRUE(last("error").starts_with("database_busy: ")) << last("error");
  EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'ats'"), "0");
}

TEST_F(ClockJumpInATick, ForwardLosesTheLeaseOnlyToSomebodyElse) {
  add_company("lever", "bridge", "");
  lever = [&](const Request&) {
    host.clock_ms += kDayMs;
    return json_answer(lever_body(postings(2)));
  };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(count("jobs"), 2);
}

class CandidateClockJump : public DiscoveryFixture {};

TEST_F(CandidateClockJump, ACandidateIsLookedForAgainWithinItsLongestInterval) {
  add_candidate("bridge");
  host.clock_ms += 1'000 * kDayMs;
  tick();
  EXPECT_EQ(candidate("bridge", "status"), "not_found");
  host.clock_ms -= 1'000 * kDayMs;
  host.sql("UPDATE potential_companies SET next_check_at = 0 WHERE next_check_at > 240 * 86400 + " +
           std::to_string(now()));
  add_board("lever", "bridge", 3);
  tick();
  EXPECT_EQ(candidate("bridge", "status"), "discovered");
}

}  // namespace
}  // namespace spearyx::testing
