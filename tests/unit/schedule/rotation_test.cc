#include "schedule/rotation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

#include "schedule/timing.h"

namespace spearyx::schedule {
namespace {

constexpr UnixSeconds kNow = 1786197600;  // 2026-08-08T14:00:00Z
/// A jitter that spreads nothing.
constexpr double kMiddle = 0.5;

/// A board with postings that was last looked at four hours ago and did well since.
Company watched_company() {
  Company company;
  company.slug = "acme";
  company.name = "Acme";
  company.job_count = 30;
  company.remote_job_count = 12;
  company.etag = "\"v1\"";
  company.body_hash = "hash";
  company.validated_at = kNow - 4 * kHour;
  company.openings = 2;
  company.watched_s = 3.0 * kDay;
  company.interval_s = 4 * kHour;
  company.next_sync_at = kNow;
  company.last_synced_at = kNow - 4 * kHour;
  return company;
}

Company failing_company() {
  Company company = watched_company();
  company.failures = 2;
  company.cut_offs = 1;
  company.last_error = describe({.code = ErrorCode::kTimeout, .detail = "10 s"});
  return company;
}

/// A board that opens so many postings a day, as far as rates go.
Company company_with_rate(double rate) {
  Company company = watched_company();
  company.watched_s = 1'000'000.0 * kDay;
  company.openings = rate * 1'000'000;
  return company;
}

Rotation rotation(double jitter = kMiddle) {
  return {
      .now = kNow, .interval_s = 4 * kHour, .mean_root_rate = usual_root_rate(), .jitter = jitter};
}

std::string error_of(ErrorCode code) { return describe({.code = code, .detail = "detail"}); }

template <typename Case>
std::string case_name(const ::testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

// What every look that succeeds leaves.

struct SuccessCase {
  const char* name;
  CompanyStatus before;
  std::int64_t postings;
  CompanyStatus after;
};

void PrintTo(const SuccessCase& c, std::ostream* out) { *out << c.name; }

class SuccessTest : public ::testing::TestWithParam<SuccessCase> {};

TEST_P(SuccessTest, SetsTheStatusAndForgetsFailures) {
  Company company = failing_company();
  company.status = GetParam().before;
  company.suspect_since = kNow - kHour;
  const Figures figures{.job_count = GetParam().postings, .remote_job_count = 0, .opened = 0};
  company = after_listing(company, figures, rotation());
  EXPECT_EQ(company.status, GetParam().after);
  EXPECT_EQ(company.failures, 0);
  EXPECT_EQ(company.cut_offs, 0);
  EXPECT_EQ(company.last_error, "");
  EXPECT_EQ(company.suspect_since, 0);
  EXPECT_EQ(company.last_synced_at, kNow);
}

INSTANTIATE_TEST_SUITE_P(
    Statuses, SuccessTest,
    ::testing::Values(
        SuccessCase{"ActiveStaysActive", CompanyStatus::kActive, 3, CompanyStatus::kActive},
        SuccessCase{"ActiveBecomesEmpty", CompanyStatus::kActive, 0, CompanyStatus::kEmpty},
        SuccessCase{"EmptyStaysEmpty", CompanyStatus::kEmpty, 0, CompanyStatus::kEmpty},
        SuccessCase{"EmptyBecomesActive", CompanyStatus::kEmpty, 1, CompanyStatus::kActive},
        SuccessCase{"GoneComesBack", CompanyStatus::kGone, 1, CompanyStatus::kActive},
        SuccessCase{"PausedStaysPaused", CompanyStatus::kPaused, 3, CompanyStatus::kPaused},
        SuccessCase{"PausedStaysPausedWhenEmpty", CompanyStatus::kPaused, 0,
                    CompanyStatus::kPaused}),
    case_name<SuccessCase>);

TEST(AfterUnchanged, KeepsFiguresAndValidators) {
  const Company company = after_unchanged(watched_company(), rotation());
  EXPECT_EQ(company.job_count, 30);
  EXPECT_EQ(company.remote_job_count, 12);
  EXPECT_EQ(company.etag, "\"v1\"");
  EXPECT_EQ(company.body_hash, "hash");
  EXPECT_EQ(company.validated_at, kNow - 4 * kHour);
}

TEST(AfterUnchanged, LowersTheRate) {
  const Company before = watched_company();
  EXPECT_LT(opening_rate(after_unchanged(before, rotation())), opening_rate(before));
}

TEST(AfterUnchanged, DoesNotCallAnEmptyBoardActive) {
  Company company = watched_company();
  company.job_count = 0;
  company.status = CompanyStatus::kEmpty;
  company = after_unchanged(company, rotation());
  EXPECT_EQ(company.status, CompanyStatus::kEmpty);
  EXPECT_EQ(company.interval_s, kEmptyBoardInterval);
}

TEST(AfterListing, TakesFiguresOver) {
  const Company company = after_listing(
      watched_company(), {.job_count = 31, .remote_job_count = 13, .opened = 1}, rotation());
  EXPECT_EQ(company.job_count, 31);
  EXPECT_EQ(company.remote_job_count, 13);
}

TEST(AfterListing, RaisesTheRateByWhatOpened) {
  const Company before = watched_company();
  const auto listed = [&](std::int64_t opened) {
    return after_listing(before, {.job_count = 31, .remote_job_count = 13, .opened = opened},
                         rotation());
  };
  EXPECT_GT(opening_rate(listed(1)), opening_rate(before));
  EXPECT_GT(opening_rate(listed(5)), opening_rate(listed(1)));
  EXPECT_LT(listed(5).interval_s, listed(1).interval_s);
}

TEST(AfterListing, CountsAnEditedListingAsTimeWithoutOpenings) {
  const Figures edited{.job_count = 30, .remote_job_count = 12, .opened = 0};
  const Company company = after_listing(watched_company(), edited, rotation());
  EXPECT_EQ(company.openings, after_unchanged(watched_company(), rotation()).openings);
  EXPECT_EQ(company.watched_s, after_unchanged(watched_company(), rotation()).watched_s);
}

// What was seen, and for how long.

TEST(Watch, PostingsOfTheFirstLookAreNoOpenings) {
  Company company;
  company = after_listing(company, {.job_count = 300, .remote_job_count = 300, .opened = 300},
                          rotation());
  EXPECT_EQ(company.openings, 0);
  EXPECT_EQ(company.watched_s, 0);
  EXPECT_EQ(company.last_synced_at, kNow);
  EXPECT_EQ(opening_rate(company), opening_rate({}));
}

TEST(Watch, LastsFromLookToLook) {
  Company company;
  company.last_synced_at = kNow - kHour;
  company =
      after_listing(company, {.job_count = 2, .remote_job_count = 2, .opened = 2}, rotation());
  EXPECT_DOUBLE_EQ(company.openings, 2);
  EXPECT_DOUBLE_EQ(company.watched_s, 3600);
}

TEST(Watch, GoesOnWhileLooksFail) {
  Company company =
      after_failure(watched_company(), {.code = ErrorCode::kTimeout, .detail = ""}, 0, rotation());
  EXPECT_EQ(company.last_synced_at, kNow - 4 * kHour);
  EXPECT_EQ(company.openings, 2);
  EXPECT_EQ(company.watched_s, 3.0 * kDay);
}

TEST(Watch, ForgetsSlowly) {
  Company company = watched_company();
  company.openings = 1'000;
  company.watched_s = 100.0 * kDay;
  company.last_synced_at = kNow - 60 * kDay;
  company = after_unchanged(company, rotation());
  EXPECT_LT(company.openings, 100);
  EXPECT_GT(company.openings, 10);
  EXPECT_LT(company.watched_s, 70.0 * kDay);
}

TEST(Watch, TakesNothingFromAClockThatWentBack) {
  Company company = watched_company();
  company.last_synced_at = kNow + kHour;
  company =
      after_listing(company, {.job_count = 30, .remote_job_count = 12, .opened = 3}, rotation());
  EXPECT_EQ(company.openings, 2);
  EXPECT_EQ(company.watched_s, 3.0 * kDay);
  EXPECT_EQ(company.last_synced_at, kNow);
}

TEST(OpeningRate, IsTheUsualOneBeforeAnythingWasSeen) {
  EXPECT_DOUBLE_EQ(opening_rate({}), usual_root_rate() * usual_root_rate());
}

TEST(OpeningRate, IsWhatWasSeenAfterALongWatch) {
  EXPECT_NEAR(opening_rate(company_with_rate(7)), 7, 0.001);
}

TEST(OpeningRate, OfABoardThatIsSilentForYearsIsNotZero) {
  EXPECT_GT(opening_rate(company_with_rate(0)), 0.005);
}

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

// A listing that is too small to be believed.

TEST(AfterSuspicion, KeepsFiguresDropsValidatorsAndLooksAgainSoon) {
  Company company = failing_company();
  company.status = CompanyStatus::kEmpty;
  company = after_suspicion(company, rotation());
  EXPECT_EQ(company.suspect_since, kNow);
  EXPECT_EQ(company.job_count, 30);
  EXPECT_EQ(company.remote_job_count, 12);
  EXPECT_EQ(company.etag, "");
  EXPECT_EQ(company.body_hash, "");
  EXPECT_EQ(company.status, CompanyStatus::kActive);
  EXPECT_EQ(company.failures, 0);
  EXPECT_EQ(company.cut_offs, 0);
  EXPECT_EQ(company.last_error, "");
  EXPECT_EQ(company.next_sync_at, kNow + kSuspectInterval);
}

TEST(AfterSuspicion, LeavesAPausedCompanyPaused) {
  Company company = watched_company();
  company.status = CompanyStatus::kPaused;
  EXPECT_EQ(after_suspicion(company, rotation()).status, CompanyStatus::kPaused);
}

// Failures.

struct FailureCase {
  const char* name;
  ErrorCode code;
  CompanyStatus before;
  CompanyStatus after;
  std::string last_error{};
  UnixSeconds wait_s = backoff(3, kMiddle);
};

void PrintTo(const FailureCase& c, std::ostream* out) { *out << c.name; }

class FailureTest : public ::testing::TestWithParam<FailureCase> {};

TEST_P(FailureTest, IsCountedAndWaitsAndSetsTheStatus) {
  Company before = watched_company();
  before.status = GetParam().before;
  before.failures = 2;
  before.cut_offs = 1;
  before.last_error = GetParam().last_error;
  const Company company =
      after_failure(before, {.code = GetParam().code, .detail = "detail"}, 0, rotation());
  EXPECT_EQ(company.status, GetParam().after);
  EXPECT_EQ(company.failures, 3);
  EXPECT_EQ(company.cut_offs, 0);
  EXPECT_EQ(company.last_error, error_of(GetParam().code));
  EXPECT_EQ(company.next_sync_at, kNow + GetParam().wait_s);
  EXPECT_EQ(company.job_count, before.job_count);
  EXPECT_EQ(company.last_synced_at, before.last_synced_at);
  const bool is_kept = company.status != CompanyStatus::kGone;
  EXPECT_EQ(company.etag, is_kept ? before.etag : "");
  EXPECT_EQ(company.body_hash, is_kept ? before.body_hash : "");
}

constexpr auto kActive = CompanyStatus::kActive;
constexpr auto kEmpty = CompanyStatus::kEmpty;
constexpr auto kGone = CompanyStatus::kGone;
constexpr auto kPaused = CompanyStatus::kPaused;

INSTANTIATE_TEST_SUITE_P(
    OfTheSource, FailureTest,
    ::testing::Values(
        FailureCase{"Forbidden", ErrorCode::kForbidden, kActive, kActive},
        FailureCase{"RateLimited", ErrorCode::kRateLimited, kActive, kActive},
        FailureCase{"ServerError", ErrorCode::kServerError, kActive, kActive},
        FailureCase{"UnexpectedStatus", ErrorCode::kUnexpectedStatus, kActive, kActive},
        FailureCase{"BadRequest", ErrorCode::kBadRequest, kActive, kActive},
        FailureCase{"Redirected", ErrorCode::kRedirected, kActive, kActive},
        FailureCase{"Network", ErrorCode::kNetwork, kActive, kActive},
        FailureCase{"Timeout", ErrorCode::kTimeout, kActive, kActive},
        FailureCase{"BodyTooLarge", ErrorCode::kBodyTooLarge, kActive, kActive, {}, kDay},
        FailureCase{"BodyTruncated", ErrorCode::kBodyTruncated, kActive, kActive},
        FailureCase{"WrongContentType", ErrorCode::kWrongContentType, kActive, kActive},
        FailureCase{"MalformedJson", ErrorCode::kMalformedJson, kActive, kActive},
        FailureCase{"UnexpectedShape", ErrorCode::kUnexpectedShape, kActive, kActive},
        FailureCase{"OfAnEmptyBoard", ErrorCode::kTimeout, kEmpty, kEmpty},
        FailureCase{"OfAPausedCompany", ErrorCode::kTimeout, kPaused, kPaused}),
    case_name<FailureCase>);

/// Its rows are what the database refused, so the company waits, though no source is to blame.
INSTANTIATE_TEST_SUITE_P(OfItsRows, FailureTest,
                         ::testing::Values(FailureCase{"Database", ErrorCode::kDatabase, kActive,
                                                       kActive},
                                           FailureCase{"Trap", ErrorCode::kTrap, kActive, kActive}),
                         case_name<FailureCase>);

INSTANTIATE_TEST_SUITE_P(
    NotFound, FailureTest,
    ::testing::Values(FailureCase{"Once", ErrorCode::kBoardNotFound, kActive, kActive},
                      FailureCase{"TwiceInARow", ErrorCode::kBoardNotFound, kActive, kGone,
                                  error_of(ErrorCode::kBoardNotFound)},
                      FailureCase{"TwiceOfAnEmptyBoard", ErrorCode::kBoardNotFound, kEmpty, kGone,
                                  error_of(ErrorCode::kBoardNotFound)},
                      FailureCase{"TwiceWithATimeoutBetween", ErrorCode::kBoardNotFound, kActive,
                                  kActive, error_of(ErrorCode::kTimeout)},
                      FailureCase{"ThenATimeout", ErrorCode::kTimeout, kActive, kActive,
                                  error_of(ErrorCode::kBoardNotFound)}),
    case_name<FailureCase>);

INSTANTIATE_TEST_SUITE_P(
    InvalidSlug, FailureTest,
    ::testing::Values(FailureCase{"PausesAnActiveCompany", ErrorCode::kInvalidSlug, kActive,
                                  kPaused},
                      FailureCase{"PausesAnEmptyOne", ErrorCode::kInvalidSlug, kEmpty, kPaused},
                      FailureCase{"LeavesAPausedOne", ErrorCode::kInvalidSlug, kPaused, kPaused}),
    case_name<FailureCase>);

TEST(AfterFailure, ForgetsWhatABoardThatIsGoneSaid) {
  Company company = watched_company();
  company.page_count = 4;
  company.suspect_since = kNow - kHour;
  company.last_error = error_of(ErrorCode::kBoardNotFound);
  company =
      after_failure(company, {.code = ErrorCode::kBoardNotFound, .detail = ""}, 0, rotation());
  EXPECT_EQ(company.page_count, 1);
  EXPECT_EQ(company.suspect_since, 0);
}

TEST(AfterFailure, LeavesAPausedCompanyPausedWhoseBoardIsGone) {
  Company company = watched_company();
  company.status = kPaused;
  company.last_error = error_of(ErrorCode::kBoardNotFound);
  company =
      after_failure(company, {.code = ErrorCode::kBoardNotFound, .detail = ""}, 0, rotation());
  EXPECT_EQ(company.status, kPaused);
}

struct RestCase {
  const char* name;
  UnixSeconds rest_s;
  UnixSeconds expected_s;
};

void PrintTo(const RestCase& c, std::ostream* out) { *out << c.name; }

class RestTest : public ::testing::TestWithParam<RestCase> {};

TEST_P(RestTest, LongerOfWaitAndRestCounts) {
  const Company company =
      after_failure(watched_company(), {.code = ErrorCode::kServerError, .detail = ""},
                    GetParam().rest_s, rotation());
  EXPECT_EQ(company.next_sync_at - kNow, GetParam().expected_s);
}

INSTANTIATE_TEST_SUITE_P(Rests, RestTest,
                         ::testing::Values(RestCase{"None", 0, backoff(1, kMiddle)},
                                           RestCase{"Shorter", 10, backoff(1, kMiddle)},
                                           RestCase{"Longer", 2 * kHour, 2 * kHour}),
                         case_name<RestCase>);

class OurFaultTest : public ::testing::TestWithParam<ErrorCode> {};

TEST_P(OurFaultTest, LeavesTheCompanyAsItIs) {
  const Company before = failing_company();
  const Company after =
      after_failure(before, {.code = GetParam(), .detail = ""}, kHour, rotation());
  EXPECT_EQ(after.failures, before.failures);
  EXPECT_EQ(after.cut_offs, before.cut_offs);
  EXPECT_EQ(after.last_error, before.last_error);
  EXPECT_EQ(after.next_sync_at, before.next_sync_at);
  EXPECT_EQ(after.status, before.status);
}

INSTANTIATE_TEST_SUITE_P(Codes, OurFaultTest,
                         ::testing::Values(ErrorCode::kDatabaseBusy, ErrorCode::kQuotaExceeded,
                                           ErrorCode::kLeaseLost),
                         [](const auto& info) { return std::string(error_id(info.param)); });

struct NotFoundCase {
  const char* name;
  std::string last_error;
  bool expected;
};

void PrintTo(const NotFoundCase& c, std::ostream* out) { *out << c.name; }

class WasNotFoundTest : public ::testing::TestWithParam<NotFoundCase> {};

TEST_P(WasNotFoundTest, IsToldByTheLastError) {
  Company company;
  company.last_error = GetParam().last_error;
  EXPECT_EQ(was_not_found(company), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Errors, WasNotFoundTest,
    ::testing::Values(NotFoundCase{"NotFound", error_of(ErrorCode::kBoardNotFound), true},
                      NotFoundCase{"None", "", false},
                      NotFoundCase{"Other", error_of(ErrorCode::kTimeout), false}),
    case_name<NotFoundCase>);

// Runs that were cut off.

struct CutOffCase {
  const char* name;
  std::int64_t failures;
  UnixSeconds expected_wait_s;
};

void PrintTo(const CutOffCase& c, std::ostream* out) { *out << c.name; }

class CutOffTest : public ::testing::TestWithParam<CutOffCase> {};

TEST_P(CutOffTest, WaitGrowsWithFailures) {
  Company before = watched_company();
  before.failures = GetParam().failures;
  before.cut_offs = GetParam().failures;
  const Company after =
      after_cut_off(before, {.code = ErrorCode::kAbandoned, .detail = "detail"}, kNow);
  EXPECT_EQ(after.next_sync_at - kNow, GetParam().expected_wait_s);
  EXPECT_EQ(cut_off_wait(before.failures), GetParam().expected_wait_s);
  EXPECT_EQ(after.failures, before.failures + 1);
  EXPECT_EQ(after.cut_offs, before.cut_offs + 1);
  EXPECT_EQ(after.last_error, error_of(ErrorCode::kAbandoned));
  EXPECT_EQ(after.status, before.status);
  EXPECT_EQ(after.last_synced_at, before.last_synced_at);
}

INSTANTIATE_TEST_SUITE_P(Waits, CutOffTest,
                         ::testing::Values(CutOffCase{"FirstGoesToTheEndOfWhatIsDue", 0, 0},
                                           CutOffCase{"SecondWaitsFiveMinutes", 1, 5 * kMinute},
                                           CutOffCase{"ThirdWaitsTen", 2, 10 * kMinute},
                                           CutOffCase{"NinthWaitsMostOfADay", 9, 1'280 * kMinute},
                                           CutOffCase{"NoneWaitsLongerThanADay", 30, kDay}),
                         case_name<CutOffCase>);

}  // namespace
}  // namespace spearyx::schedule
