// The distance of looks, and the mean that makes them as frequent as SYNC_INTERVAL says.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

#include "schedule/rotation.h"
#include "schedule/timing.h"
#include "unit/schedule/rotation_cases.h"

namespace spearyx::schedule {
namespace {

// The interval.

struct IntervalCase {
  const char* name;
  double rate;
  UnixSeconds interval_s;
  UnixSeconds expected_s;
  double mean_root_rate = 1;
  std::int64_t postings = 30;
};

void PrintTo(const IntervalCase& c, std::ostream* out) { *out << c.name; }

class IntervalTest : public ::testing::TestWithParam<IntervalCase> {};

TEST_P(IntervalTest, FollowsTheRootOfTheRateWithinBounds) {
  const auto& [name, rate, interval_s, expected_s, mean_root_rate, postings] = GetParam();
  Company company = company_with_rate(rate);
  company.job_count = postings;
  const UnixSeconds found_s = interval_of(
      company,
      {.now = kNow, .interval_s = interval_s, .mean_root_rate = mean_root_rate, .jitter = 0});
  EXPECT_NEAR(static_cast<double>(found_s), static_cast<double>(expected_s), 2);
}

INSTANTIATE_TEST_SUITE_P(
    Rates, IntervalTest,
    ::testing::Values(IntervalCase{"OfTheMeanBoard", 1, 4 * kHour, 4 * kHour},
                      IntervalCase{"HalfForFourTimesTheRate", 4, 4 * kHour, 2 * kHour},
                      IntervalCase{"TwiceForAQuarterOfTheRate", 0.25, 4 * kHour, 8 * kHour},
                      IntervalCase{"LongerWhereOthersOpenMore", 4, 4 * kHour, 6 * kHour, 3},
                      IntervalCase{"ByTheUsualMeanWhereNoneIsKnown", 0.5, 4 * kHour, 4 * kHour, 0},
                      IntervalCase{"EmptyOnceADay", 4, 4 * kHour, kDay, 1, 0},
                      IntervalCase{"EmptyOnceADayAtShortIntervals", 4, kMinute, kDay, 1, 0}),
    case_name<IntervalCase>);

INSTANTIATE_TEST_SUITE_P(
    Bounds, IntervalTest,
    ::testing::Values(IntervalCase{"NotLessThanAQuarterOfAnHour", 10'000, 4 * kHour, 15 * kMinute},
                      IntervalCase{"NotMoreThanADay", 0.0001, 4 * kHour, kDay},
                      IntervalCase{"ShortIntervalIsItsOwnLowerBound", 100, 5 * kMinute,
                                   5 * kMinute},
                      IntervalCase{"ShortIntervalMayGrowToADay", 1, kMinute, kDay, 1e9},
                      IntervalCase{"QuarterOfAnHourItself", 100, 15 * kMinute, 15 * kMinute},
                      IntervalCase{"DayItself", 0.25, kDay, kDay},
                      IntervalCase{"LongIntervalIsItsOwnUpperBound", 0.25, 3 * kDay, 3 * kDay},
                      IntervalCase{"LongIntervalMayShrink", 4, 3 * kDay, 36 * kHour},
                      IntervalCase{"OneSecond", 1, 1, 1},
                      IntervalCase{"EnormousMean", 1, 30 * kDay, 30 * kDay, 1e9}),
    case_name<IntervalCase>);

struct SpreadCase {
  const char* name;
  double jitter;
  double rate;
  UnixSeconds least_s;
  UnixSeconds most_s;
};

void PrintTo(const SpreadCase& c, std::ostream* out) { *out << c.name; }

class SpreadTest : public ::testing::TestWithParam<SpreadCase> {};

TEST_P(SpreadTest, NextLookIsATenthAroundTheInterval) {
  const auto& [name, jitter, rate, least_s, most_s] = GetParam();
  Rotation spread = rotation(jitter);
  spread.mean_root_rate = 1;
  const Company company = after_unchanged(company_with_rate(rate), spread);
  EXPECT_GE(company.next_sync_at - kNow, least_s);
  EXPECT_LE(company.next_sync_at - kNow, most_s);
}

INSTANTIATE_TEST_SUITE_P(
    Jitters, SpreadTest,
    ::testing::Values(SpreadCase{"Least", 0, 1, 216 * kMinute, 217 * kMinute},
                      SpreadCase{"Middle", kMiddle, 1, 239 * kMinute, 241 * kMinute},
                      SpreadCase{"Most", 0.999, 1, 263 * kMinute, 264 * kMinute},
                      SpreadCase{"LeastOfADay", 0, 0, 21 * kHour, 22 * kHour},
                      SpreadCase{"NeverMoreThanADay", 0.999, 0, kDay, kDay}),
    case_name<SpreadCase>);

// The mean that makes looks as frequent as SYNC_INTERVAL says.

struct MeanCase {
  const char* name;
  UnixSeconds next_look_s;
  int expected_sign;
  std::int64_t postings = 30;
  std::int64_t failures = 0;
  UnixSeconds suspect_since = 0;
};

void PrintTo(const MeanCase& c, std::ostream* out) { *out << c.name; }

class MeanTest : public ::testing::TestWithParam<MeanCase> {};

TEST_P(MeanTest, MovesTowardsTheIntervalAskedFor) {
  Company company = watched_company();
  company.interval_s = GetParam().next_look_s;
  company.job_count = GetParam().postings;
  company.failures = GetParam().failures;
  company.suspect_since = GetParam().suspect_since;
  const double moved = learn_mean_root_rate(1, company, 4 * kHour) - 1;
  EXPECT_EQ((moved > 0) - (moved < 0), GetParam().expected_sign) << moved;
}

INSTANTIATE_TEST_SUITE_P(Looks, MeanTest,
                         ::testing::Values(MeanCase{"NearerLookRaises", 2 * kHour, 1},
                                           MeanCase{"FartherLookLowers", 8 * kHour, -1},
                                           MeanCase{"LookAtTheIntervalLeaves", 4 * kHour, 0},
                                           MeanCase{"EmptyBoardLeaves", kDay, 0, 0},
                                           MeanCase{"FailureLeaves", 2 * kHour, 0, 30, 1},
                                           MeanCase{"SuspicionLeaves", kSuspectInterval, 0, 30, 0,
                                                    kNow}),
                         case_name<MeanCase>);

TEST(MeanRootRate, RestsWhereBoardsAreTheMeanOfTheirRootsEachCountingOnce) {
  // Roots 1 and 3: the second board is asked three times as often as the first.
  double mean = usual_root_rate();
  Company slow = company_with_rate(1);
  Company fast = company_with_rate(9);
  double sum = 0;
  constexpr int kRounds = 2'000;
  for (int round = 0; round < kRounds; ++round) {
    const int fast_looks = 3;
    for (int look = 0; look <= fast_looks; ++look) {
      Company& company = look == 0 ? slow : fast;
      Rotation now = rotation();
      now.mean_root_rate = mean;
      company.interval_s = interval_of(company, now);
      mean = learn_mean_root_rate(mean, company, now.interval_s);
    }
    if (round >= kRounds / 2) sum += mean;
  }
  EXPECT_NEAR(sum / (kRounds / 2), 2, 0.05);
}

TEST(MeanRootRate, StaysWithinBoundsWhereNoMeanWillDo) {
  Company company = watched_company();
  double mean = usual_root_rate();
  company.interval_s = 30 * kDay;
  for (int i = 0; i < 1'000; ++i) mean = learn_mean_root_rate(mean, company, 1);
  EXPECT_GE(mean, 0.05);
  company.interval_s = 1;
  for (int i = 0; i < 1'000; ++i) mean = learn_mean_root_rate(mean, company, 30 * kDay);
  EXPECT_LE(mean, 1'000);
  EXPECT_TRUE(std::isfinite(mean));
}

}  // namespace
}  // namespace spearyx::schedule
