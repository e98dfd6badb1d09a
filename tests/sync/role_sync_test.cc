// Roles as whole syncs leave them: boards and feeds of one database, from listing to leader.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ats_fixture.h"

namespace spearyx::testing {
namespace {

const std::string kText =
    "<p>You will look after the bridges of three counties: inspect them twice a year, write down "
    "what you "
    "find, and plan with the workshop what has to be repaired first. You have done this "
    "before.</p>";

FakePosting posting(std::int64_t id, std::string title, std::string location) {
  return {.id = id, .title = std::move(title), .location = std::move(location), .content = kText};
}

class RoleSync : public AtsFixture {
 protected:
  void list(const std::vector<FakePosting>& postings) {
    greenhouse = [postings](const Request&) { return json_answer(greenhouse_body(postings)); };
    if (count("discovered_companies") == 0) add_company("greenhouse", "bridge", "");
    make_due();
    EXPECT_EQ(tick()["outcome"], "worked");
  }

  /// External id, leader's external id and copies of each open posting.
  std::vector<std::string> open() {
    return host.rows(
        "SELECT j.external_id, coalesce(l.external_id, '-'), j.copies FROM jobs AS j"
        " LEFT JOIN jobs AS l ON l.id = j.leader_id WHERE j.closed_at IS NULL ORDER BY j.id");
  }
};

using Rows = std::vector<std::string>;

TEST_F(RoleSync, MakesOneRoleOfAPostingForEachCity) {
  list({posting(1, "Bridge Inspector - Remote, Germany", "Remote - Germany"),
        posting(2, "Bridge Inspector (Remote, France)", "Remote - France"),
        posting(3, "Senior Bridge Inspector", "Remote - Germany")});
  EXPECT_EQ(open(), (Rows{"1|-|1", "2|1|0", "3|-|0"}));
}

TEST_F(RoleSync, PutsANewLeaderInThePlaceOfOneThatIsGone) {
  list({posting(1, "Inspector", "Remote"), posting(2, "Inspector", "Remote"),
        posting(3, "Inspector", "Remote")});
  list({posting(2, "Inspector", "Remote"), posting(3, "Inspector", "Remote")});
  EXPECT_EQ(open(), (Rows{"2|-|1", "3|2|0"}));
  list({posting(1, "Inspector", "Remote"), posting(2, "Inspector", "Remote"),
        posting(3, "Inspector", "Remote")});
  EXPECT_EQ(open(), (Rows{"1|-|2", "2|1|0", "3|1|0"}));
  EXPECT_EQ(host.sql("SELECT reposts FROM jobs WHERE external_id = '1'"), "1");
}

TEST_F(RoleSync, LetsAnIdThatIsAnotherJobAWeekLaterGo) {
  list({posting(1, "Inspector", "Remote"), posting(2, "Inspector", "Remote")});
  EXPECT_EQ(open(), (Rows{"1|-|1", "2|1|0"}));
  FakePosting other = posting(1, "Accountant", "Remote");
  other.content =
      "<p>You keep our books, from the first invoice of a year to the audit of its end.</p>";
  list({other, posting(2, "Inspector", "Remote")});
  EXPECT_EQ(open(), (Rows{"1|-|0", "2|-|0"}));
}

TEST_F(RoleSync, KnowsAPostingThatIsPutUpAgainUnderAnotherId) {
  list({posting(1, "Inspector", "Remote"), posting(9, "Clerk", "Remote")});
  const std::string first_seen = host.sql("SELECT created_at FROM jobs WHERE external_id = '1'");
  list({posting(2, "Inspector", "Remote"), posting(9, "Clerk", "Remote")});
  EXPECT_EQ(host.sql("SELECT reposts || '|' || role_since FROM jobs WHERE external_id = '2'"),
            "1|" + first_seen);
  EXPECT_EQ(host.sql("SELECT reposts FROM jobs WHERE external_id = '9'"), "0");
}

TEST_F(RoleSync, FreesTheCopiesOfABoardThatLeaves) {
  list({posting(1, "Inspector", "Remote"), posting(2, "Inspector", "Remote")});
  host.sql(
      "INSERT INTO jobs (source_name, external_id, title, company, source_url, content_hash, "
      "role_key,"
      " role_text, leader_id) SELECT 'remoteok', 'f', title, company, 'https://example.com/f', 'h',"
      " role_key, role_text, id FROM jobs WHERE external_id = '1'");
  greenhouse = [](const Request&) { return status_answer(404); };
  for (int i = 0; i < 3; ++i) {
    make_due();
    tick();
  }
  EXPECT_EQ(open(), Rows{"f|-|0"});
}

TEST_F(RoleSync, AsksNothingMoreOfABoardThatIsUnchanged) {
  list({posting(1, "Inspector", "Remote"), posting(2, "Inspector", "Remote")});
  const std::string before = host.sql("SELECT group_concat(leader_id || copies) FROM jobs");
  make_due();
  host.statements = 0;
  tick();
  const int known_body = host.statements;
  EXPECT_LE(known_body, 10);
  EXPECT_EQ(host.sql("SELECT group_concat(leader_id || copies) FROM jobs"), before);
}

TEST_F(RoleSync, RecordsValuesBeforeAndAfter) {
  list({posting(1, "Inspector", "Remote - Germany")});
  list({posting(1, "Chief Inspector", "Remote - France")});
  EXPECT_EQ(
      host.rows("SELECT fields, details FROM job_changes WHERE change = 'changed'"),
      (Rows{
          R"(title,location,remoteScope|{"title":{"before":"Inspector","after":"Chief Inspector"},)"
          R"("location":{"before":"Remote - Germany","after":"Remote - France"},)"
          R"("remoteScope":{"before":"[\"DE\"]","after":"[\"FR\"]"}})"}));
}

}  // namespace
}  // namespace spearyx::testing
