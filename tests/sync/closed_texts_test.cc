#include "ats_fixture.h"

namespace spearyx::testing {
namespace {

/// A board of which a posting has been closed.
class ClosedTexts : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    greenhouse = [this](const Request&) { return json_answer(greenhouse_body(listed)); };
    add_known_company();
    listed.pop_back();
    tick();
  }

  /// Some ticks later: rows and texts have had their turns.
  void clear_away(std::int64_t days) {
    host.clock_ms += days * kDayMs;
    for (int i = 0; i < 4; ++i) {
      host.clock_ms += 120'000;
      make_due();
      tick();
    }
  }

  int texts() { return count("jobs WHERE description_raw <> ''"); }

  std::vector<FakePosting> listed = postings(3);
};

TEST_F(ClosedTexts, GoAfterAWeekAndSummariesStay) {
  clear_away(6);
  EXPECT_EQ(texts(), 3);
  clear_away(2);
  EXPECT_EQ(texts(), 2);
  EXPECT_EQ(host.sql("SELECT description FROM jobs WHERE closed_at IS NOT NULL"),
            "We build bridges.");
}

TEST_F(ClosedTexts, StayAsLongAsIsSaid) {
  event.variables["CLOSED_TEXT_DAYS"] = "30";
  clear_away(20);
  EXPECT_EQ(texts(), 3);
  clear_away(11);
  EXPECT_EQ(texts(), 2);
}

TEST_F(ClosedTexts, AreBackWithTheirPostings) {
  clear_away(8);
  ASSERT_EQ(texts(), 2);
  listed = postings(3);
  make_due();
  tick();
  EXPECT_EQ(last_stats()["reopened"], 1);
  EXPECT_EQ(texts(), 3);
  EXPECT_EQ(count("jobs WHERE closed_at IS NOT NULL"), 0);
}

TEST_F(ClosedTexts, GoAFewAtATimeTheOldestFirst) {
  const UnixSeconds month_ago = to_seconds(host.clock_ms) - 30 * kDay;
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 220)"
      " INSERT INTO jobs (source_name, board, external_id, title, company, source_url, closed_at,"
      " description_raw, content_hash) SELECT 'lever', 'x', 'n' || i, 'Roofer', 'X',"
      " 'https://example.com/n' || i, " +
      std::to_string(month_ago) + " + i, '<p>x</p>', 'h' FROM n");
  clear_away(0);
  const int emptied = count("jobs WHERE source_name = 'lever' AND description_raw = ''");
  EXPECT_TRUE(emptied == 50 || emptied == 100) << "two turns of four ticks at most: " << emptied;
  EXPECT_EQ(host.sql("SELECT max(closed_at) FROM jobs WHERE description_raw = ''"),
            std::to_string(month_ago + emptied));
}

}  // namespace
}  // namespace spearyx::testing
