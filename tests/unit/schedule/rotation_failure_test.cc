// Looks that fail, and runs that are cut off.
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
