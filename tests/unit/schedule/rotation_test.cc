#include "schedule/rotation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

#include "schedule/timing.h"
#include "unit/schedule/rotation_cases.h"

namespace spearyx::schedule {
namespace {

// The company after every look that succeeds.

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

// The openings that were seen, and the time of watching.

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

}  // namespace
}  // namespace spearyx::schedule
