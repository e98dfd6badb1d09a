// The time by which adaptive looks see new postings sooner than fixed ones, at as many requests;
// counted, and the same in every run. `npm run bench -- --only rotation` measures the same for more
// seeds.
#include "support/rotation_simulation.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ostream>
#include <string>

#include "support/project.h"

namespace spearyx::testing {
namespace {

const auto kActivity = project_root() / "../shared/activity/board-activity.tsv";
constexpr Period kMonth{.begin = 1786197600, .end = 1786197600 + 30 * kDay};

/// Says the figures aloud: they are to be watched, whether or not they are still good enough.
void say(const std::string& name, const Comparison& comparison) {
  std::printf("%s: %.0f instead of %.0f minutes, %.1f %% less; %.3f of the requests asked for\n",
              name.c_str(), comparison.adaptive.mean_delay_s / 60,
              comparison.fixed.mean_delay_s / 60, 100 * comparison.gain(), comparison.requests());
}

TEST(RotationSimulation, SeesPostingsOfRealBoardsSooner) {
  Comparison all;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Dice dice(seed);
    const Recording recording = read_activity(kActivity, dice);
    if (recording.boards.empty()) {
      if (std::getenv("DEMAND_SHARED_DATA") != nullptr) FAIL() << "no activity in " << kActivity;
      GTEST_SKIP() << "NOT RUN: the boards' activity is not in " << kActivity;
    }
    const Comparison once = compare_looks(recording.boards, recording.period, 4 * kHour, dice);
    EXPECT_NEAR(once.requests(), 1, 0.1) << "seed " << seed;
    all.add(once);
  }
  say("nine real boards", all);
  EXPECT_GE(all.gain(), 0.30);
  EXPECT_LE(all.adaptive.longest_wait_s, kDay);
}

TEST(RotationSimulation, SeesPostingsOfAThousandBoardsSooner) {
  // A seed that is worth a little less than most: the benchmark has the others.
  Dice dice(3);
  const auto boards =
      log_normal_boards({.count = 1'000, .median = 0.5, .sigma = 1.5}, kMonth, dice);
  const Comparison comparison = compare_looks(boards, kMonth, 4 * kHour, dice);
  say("a thousand boards", comparison);
  EXPECT_GE(comparison.gain(), 0.35);
  EXPECT_NEAR(comparison.requests(), 1, 0.02);
  EXPECT_LE(comparison.adaptive.longest_wait_s, kDay);
}

/// Until the mean is learnt there are some looks too many, or too few: that many over all boards, however
/// many or few these are.
TEST(RotationSimulation, LearnsTheMeanOfOneBoardInAFewLooks) {
  Dice dice(2);
  const auto boards = log_normal_boards({.count = 1, .median = 2, .sigma = 0}, kMonth, dice);
  const Comparison comparison = compare_looks(boards, kMonth, 4 * kHour, dice);
  say("one board", comparison);
  EXPECT_NEAR(static_cast<double>(comparison.adaptive.requests), comparison.requests_asked_for, 30);
}

struct MixCase {
  const char* name;
  LogNormal rates;
  UnixSeconds interval_s;
};

void PrintTo(const MixCase& c, std::ostream* out) { *out << c.name; }

class MixTest : public ::testing::TestWithParam<MixCase> {};

TEST_P(MixTest, NeedsAsManyRequestsAsTheIntervalSays) {
  const auto& [name, rates, interval_s] = GetParam();
  Dice dice(2);
  const auto boards = log_normal_boards(rates, kMonth, dice);
  const Comparison comparison = compare_looks(boards, kMonth, interval_s, dice);
  say(name, comparison);
  EXPECT_NEAR(comparison.requests(), 1, 0.1);
  EXPECT_LE(comparison.adaptive.longest_wait_s, kDay);
  EXPECT_GE(comparison.gain(), -0.05);
}

INSTANTIATE_TEST_SUITE_P(
    Mixes, MixTest,
    ::testing::Values(
        MixCase{"FourBoards", {.count = 4, .median = 2, .sigma = 0}, 4 * kHour},
        MixCase{"AlikeBoards", {.count = 100, .median = 0.5, .sigma = 0}, 4 * kHour},
        MixCase{"RareOpenings", {.count = 100, .median = 0.05, .sigma = 1.5}, 4 * kHour},
        MixCase{"ManyOpenings", {.count = 100, .median = 5, .sigma = 1.5}, 4 * kHour},
        MixCase{"NearTheUpperBound", {.count = 100, .median = 0.5, .sigma = 1.5}, 12 * kHour},
        MixCase{"AtTheUpperBound", {.count = 100, .median = 0.5, .sigma = 1.5}, kDay},
        MixCase{"NearTheLowerBound", {.count = 10, .median = 2, .sigma = 1.5}, 30 * kMinute}),
    [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace spearyx::testing
