#include "sync/spare_cleansing.h"

#include <gmock/gmock.h>

#include "discovery_fixture.h"
#include "normalize/cleansing.h"

namespace spearyx::testing {
namespace {

using ::testing::HasSubstr;
using Strings = std::vector<std::string>;

class SpareCleansing : public DiscoveryFixture {
 public:
  /// Syncs one board with that many remote postings.
  void sync_board(std::int64_t jobs) {
    add_board("greenhouse", "acme", jobs);
    host.sql(
        "INSERT INTO discovered_companies (source, slug, name) "
        "VALUES ('greenhouse', 'acme', 'Acme')");
    ats_tick();
  }

  /// The board's turn again, four hours later.
  void sync_again() {
    host.clock_ms += 5 * 3'600'000;
    ats_tick();
  }

  void insert_posting(const std::string& source, const std::string& raw) {
    const std::string id = std::to_string(++inserted_);
    host.sql(
        "INSERT INTO jobs (source_name, external_id, title, company, source_url, content_hash, "
        "description_raw) VALUES ('" +
        source + "', 'i" + id + "', 'Chef', 'Acme', 'u" + id + "', 'h" + id + "', '" + quoted(raw) +
        "')");
  }

  int waiting() { return count("jobs WHERE is_cleansed = 0"); }

 private:
  int inserted_ = 0;
};

TEST_F(SpareCleansing, HasATickWithoutCandidatesCleanseWhatWaits) {
  sync_board(3);
  EXPECT_EQ(waiting(), 3);
  EXPECT_EQ(tick()["outcome"], "idle");
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(count("jobs WHERE full_description LIKE '<p>%' AND description <> ''"), 3);
}

TEST_F(SpareCleansing, HasATickThatWorkedCleanseToo) {
  insert_posting("lever", "<div onclick=x>We build <script>x</script>bridges.</div>");
  add_candidate("nobody");
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(host.rows("SELECT full_description, description, is_cleansed FROM jobs"),
            Strings{"<p>We build bridges.</p>|We build bridges.|1"});
}

TEST_F(SpareCleansing, LeavesItToTheTickThatIsAtWork) {
  insert_posting("lever", "<p>x</p>");
  host.sql("UPDATE batch_state SET lease_owner = 'other', lease_until = " +
           std::to_string(to_seconds(host.clock_ms) + kMinute));
  EXPECT_EQ(tick()["outcome"], "busy");
  EXPECT_EQ(waiting(), 1);
}

TEST_F(SpareCleansing, HonoursTheTermsOfTheSource) {
  insert_posting("remoteok", "<a href=https://a.example>x</a>");
  insert_posting("himalayas", "<a href=https://a.example>x</a>");
  tick();
  EXPECT_EQ(host.rows("SELECT full_description FROM jobs ORDER BY id"),
            (Strings{R"(<p><a href="https://a.example" rel="noopener">x</a></p>)",
                     R"(<p><a href="https://a.example" rel="nofollow noopener">x</a></p>)"}));
}

TEST_F(SpareCleansing, TakesAFewAtATimeTheNewestFirst) {
  for (int i = 0; i < 25; ++i) insert_posting("lever", "<p>x</p>");
  tick();
  EXPECT_EQ(waiting(), 15);
  EXPECT_EQ(host.sql("SELECT max(id) FROM jobs WHERE is_cleansed = 0"), "15");
  tick();
  tick();
  EXPECT_EQ(waiting(), 0);
  host.queries = 0;
  tick();
  EXPECT_EQ(host.queries, 2) << "one to claim, one to see that nothing waits";
}

TEST_F(SpareCleansing, PassesOverClosedPostings) {
  insert_posting("lever", "<p>x</p>");
  host.sql("UPDATE jobs SET closed_at = 1");
  tick();
  EXPECT_EQ(waiting(), 1);
}

TEST_F(SpareCleansing, LeavesAPostingThatChangedMeanwhileWaiting) {
  insert_posting("lever", "<p>old</p>");
  insert_posting("lever", "<p>same</p>");
  host.fates = [this](int) {
    const bool is_read = host.queries >= 2;
    if (is_read) {
      host.sql("UPDATE jobs SET description_raw = '<p>new</p>', content_hash = 'n' WHERE id = 1");
    }
    return SqliteHost::Fate::kWorks;
  };
  tick();
  EXPECT_EQ(host.rows("SELECT is_cleansed, full_description FROM jobs ORDER BY id"),
            (Strings{"0|", "1|<p>same</p>"}));
  host.fates = [](int) { return SqliteHost::Fate::kWorks; };
  tick();
  EXPECT_EQ(host.sql("SELECT full_description FROM jobs WHERE id = 1"), "<p>new</p>");
}

TEST_F(SpareCleansing, DoesTheTickNoHarmWhenTheDatabaseFails) {
  insert_posting("lever", "<p>x</p>");
  add_candidate("nobody");
  host.fates = [this](int) {
    const bool is_committed = count("sync_history WHERE status = 'success'") == 1;
    return is_committed ? SqliteHost::Fate::kFails : SqliteHost::Fate::kWorks;
  };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(waiting(), 1);
  EXPECT_THAT(host.logged, ::testing::Contains(HasSubstr("cleansing")));
}

TEST_F(SpareCleansing, OutlivesASyncThatChangesNothing) {
  sync_board(2);
  tick();
  const auto before = host.rows("SELECT full_description, description, is_cleansed FROM jobs");
  sync_again();
  EXPECT_EQ(host.rows("SELECT full_description, description, is_cleansed FROM jobs"), before);
}

TEST_F(SpareCleansing, OutlivesANewTitle) {
  sync_board(1);
  host.sql(
      "UPDATE jobs SET full_description = '<p>clean</p>', description = 'clean', "
      "is_cleansed = 1");
  boards[{"greenhouse", "acme"}][0].title = "Head of Bridges";
  sync_again();
  EXPECT_EQ(host.rows("SELECT title, full_description, description, is_cleansed FROM jobs"),
            Strings{"Head of Bridges|<p>clean</p>|clean|1"});
}

TEST_F(SpareCleansing, IsDoneAnewForANewText) {
  sync_board(1);
  tick();
  boards[{"greenhouse", "acme"}][0].content = "<p>All new.</p>";
  sync_again();
  EXPECT_EQ(host.rows("SELECT full_description, description, is_cleansed FROM jobs"),
            Strings{"|All new.|0"});
  tick();
  EXPECT_EQ(host.rows("SELECT full_description, description, is_cleansed FROM jobs"),
            Strings{"<p>All new.</p>|All new.|1"});
}

TEST(CleanseDescription, StaysWithinWhatARowHolds) {
  std::string raw = "<strong><em><u><s><code>";
  while (raw.size() < 256'000) raw += "x<p>";
  const auto cleansed = normalize::cleanse_description(raw, "lever");
  EXPECT_LE(cleansed.html.size(), normalize::kMaxCleansedBytes);
  EXPECT_TRUE(cleansed.html.ends_with(normalize::kCutMark));
}

}  // namespace
}  // namespace spearyx::testing
