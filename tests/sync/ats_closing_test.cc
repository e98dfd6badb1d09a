// Boards that shrink, go away or come back.
#include "ats_fixture.h"

namespace spearyx::testing {
namespace {

using AtsSync = AtsFixture;

TEST_F(AtsSync, ASuspiciousListingClosesOnlyWhenSeenTwice) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(20);
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  for (const std::int64_t remaining : {3, 0}) {
    board = postings(remaining);
    const int open_before = count("jobs WHERE closed_at IS NULL");
    make_due();
    tick();
    EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), open_before);
    EXPECT_NE(last("logs").find("shrank suspiciously"), std::string::npos);
    make_due();
    tick();
    EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), remaining);
  }
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "empty");
}

TEST_F(AtsSync, AListingThatRecoversFromSuspicionClosesNothing) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(20);
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  board.clear();
  make_due();
  tick();
  board = postings(20);
  make_due();
  tick();
  EXPECT_EQ(last_stats()["unchanged"], 20);
  EXPECT_EQ(host.sql("SELECT suspect_since FROM discovered_companies"), "0");
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 20);
}

// Defect 4 of the original: a board that went away kept its jobs.
TEST_F(AtsSync, Defect4ABoardGoneTwiceInARowIsRecycledAndItsJobsClosed) {
  add_company("greenhouse", "bridge", "");
  tick();
  greenhouse = [](const Request&) { return status_answer(404); };
  make_due();
  tick();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 3);
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "active");
  make_due();
  tick();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 0);
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "gone");
  EXPECT_EQ(host.sql("SELECT status FROM potential_companies WHERE slug = 'bridge'"), "not_found");
  EXPECT_EQ(last_stats()["closed"], 3);
  EXPECT_EQ(last("status"), "failed");
}

TEST_F(AtsSync, ABoardThatWasGoneAndIsEnteredAgainIsReadThoughUnchanged) {
  add_company("greenhouse", "bridge", "");
  const auto unchanged = greenhouse;
  tick();
  greenhouse = [](const Request&) { return status_answer(404); };
  for (int i = 0; i < 2; ++i) {
    make_due();
    tick();
  }
  ASSERT_EQ(count("jobs WHERE closed_at IS NULL"), 0);
  greenhouse = unchanged;
  host.sql("UPDATE discovered_companies SET status = 'active'");
  make_due();
  tick();
  EXPECT_EQ(last_stats()["reopened"], 3);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 3);
}

TEST_F(AtsSync, APausedCompanyThatIsSyncedByHandStaysPaused) {
  add_company("greenhouse", "bridge", "");
  host.sql("UPDATE discovered_companies SET status = 'paused'");
  event.company = sync::CompanyKey{Source::kGreenhouse, "bridge"};
  const auto answer = greenhouse;
  for (const int status : {200, 403, 404, 404}) {
    if (status != 200) greenhouse = [status](const Request&) { return status_answer(status); };
    make_due();
    EXPECT_EQ(tick()["outcome"], "worked");
    EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "paused") << status;
  }
}

TEST_F(AtsSync, AFailureLeavesAnEmptyBoardEmpty) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) { return json_answer(greenhouse_body({})); };
  tick();
  ASSERT_EQ(host.sql("SELECT status FROM discovered_companies"), "empty");
  greenhouse = [](const Request&) { return status_answer(403); };
  make_due();
  tick();
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "empty");
}

TEST_F(AtsSync, A404BetweenOtherFailuresIsNotGone) {
  add_company("greenhouse", "bridge", "");
  for (const int status : {404, 403, 404}) {
    greenhouse = [status](const Request&) { return status_answer(status); };
    make_due();
    tick();
  }
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "active");
}

}  // namespace
}  // namespace spearyx::testing
