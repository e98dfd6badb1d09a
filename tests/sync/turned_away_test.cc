// Postings whose own text denies what their fields say are no postings of this system.
#include "ats_fixture.h"

namespace spearyx::testing {
namespace {

using TurnedAway = AtsFixture;

constexpr const char* kDenial = "<p>This position is 100% on-site at our yard.</p>";

TEST_F(TurnedAway, IsFilteredWithItsReason) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(3);
  board[1].content = kDenial;
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  EXPECT_EQ(count("jobs"), 2);
  EXPECT_EQ(last_stats()["fetched"], 3);
  EXPECT_EQ(last_stats()["added"], 2);
  EXPECT_EQ(last_stats()["filtered"], 1);
  EXPECT_EQ(last_stats()["filteredReasons"]["text says on-site"], 1) << last_stats();
  EXPECT_EQ(host.sql("SELECT remote_job_count FROM discovered_companies"), "2");
}

TEST_F(TurnedAway, IsClosedWhereItWasKept) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(3);
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  board[1].content = kDenial;
  make_due();
  tick();
  EXPECT_EQ(last_stats()["updated"], 0);
  EXPECT_EQ(last_stats()["unchanged"], 2);
  EXPECT_EQ(last_stats()["filtered"], 1);
  EXPECT_EQ(last_stats()["closed"], 1);
  EXPECT_EQ(host.sql("SELECT external_id FROM jobs WHERE closed_at IS NOT NULL"), "2");

  board[1].content = "<p>Work from home.</p>";
  make_due();
  tick();
  EXPECT_EQ(last_stats()["reopened"], 1);
  EXPECT_EQ(count("jobs WHERE closed_at IS NOT NULL"), 0);
}

TEST_F(TurnedAway, StaysClosedHoweverOftenItIsListed) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(2);
  board[0].content = kDenial;
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  board[1].content = "<p>We build better bridges.</p>";
  make_due();
  tick();
  EXPECT_EQ(last_stats()["added"], 0);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(last_stats()["filtered"], 1);
  EXPECT_EQ(last_stats()["closed"], 0);
  EXPECT_EQ(count("jobs"), 1);
}

}  // namespace
}  // namespace spearyx::testing
