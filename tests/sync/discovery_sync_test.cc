#include <gmock/gmock.h>

#include "discovery_fixture.h"

namespace spearyx::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using DiscoverySync = DiscoveryFixture;
using Strings = std::vector<std::string>;

TEST_F(DiscoverySync, EntersABoardWithPostingsAndItsCounts) {
  add_board("greenhouse", "blue-heron", 3);
  boards[{"greenhouse", "blue-heron"}][1].location = "Boston, MA";
  add_candidate("blue-heron");
  const auto report = tick();
  EXPECT_EQ(report["outcome"], "worked") << report;
  EXPECT_EQ(
      host.rows("SELECT source, slug, name, status, job_count, remote_job_count, next_sync_at "
                "FROM discovered_companies"),
      Strings{"greenhouse|blue-heron|Blue Heron|active|3|2|0"});
  EXPECT_EQ(candidate("blue-heron", "status, check_count, failures, last_error"),
            "discovered|1|0|");
  EXPECT_EQ(
      host.rows("SELECT sync_type, source, company, trigger, status, error FROM sync_history"),
      Strings{"discovery|||cron|success|"});
  EXPECT_EQ(host.sql("SELECT source IS NULL AND company IS NULL FROM sync_history"), "1");
  const auto stats = last_stats();
  EXPECT_EQ(stats["checked"], 1);
  EXPECT_EQ(stats["discovered"], 1);
  EXPECT_EQ(stats["companiesChecked"], 1);
  EXPECT_EQ(stats["companiesAdded"], 1);
  EXPECT_EQ(stats["requests"], host.sent.size());
  EXPECT_GT(stats["duration"], 0);
  EXPECT_THAT(last("logs"),
              HasSubstr("blue-heron: Greenhouse has blue-heron (3 postings, 2 remote)"));
}

TEST_F(DiscoverySync, NamesWhatASlugDoesNot) {
  add_board("lever", "blueheron", 1);
  add_board("lever", "sunkenOrchard", 1);
  add_candidate("blue-heron");
  add_candidate("Sunken Orchard Ltd.");
  tick();
  EXPECT_EQ(host.rows("SELECT slug, name FROM discovered_companies ORDER BY slug"),
            (Strings{"blueheron|Blue Heron", "sunkenOrchard|Sunken Orchard Ltd."}));
}

TEST_F(DiscoverySync, AsksTheSmallestQuestionMostLikelyFirstAndStopsAtTheFirstHit) {
  add_board("lever", "blueheron", 4);
  add_candidate("blue-heron");
  tick();
  EXPECT_THAT(asked(), ElementsAre("greenhouse/blue-heron", "lever/blue-heron", "ashby/blue-heron",
                                   "recruitee/blue-heron", "greenhouse/blueheron",
                                   "lever/blueheron", "greenhouse/blue_heron"));
  EXPECT_EQ(host.sent[0].request.url, "https://boards-api.greenhouse.io/v1/boards/blue-heron/jobs");
  EXPECT_EQ(host.sent[2].request.url, "https://api.ashbyhq.com/posting-api/job-board/blue-heron");
  EXPECT_EQ(host.sent[3].request.url, "https://blue-heron.recruitee.com/api/offers/");
  EXPECT_EQ(host.sent[5].request.url,
            "https://api.lever.co/v0/postings/blueheron?mode=json&limit=1");
}

TEST_F(DiscoverySync, FindsBoardsOfAllSourcesThatAreGuessed) {
  for (const char* source : {"ashby", "greenhouse", "lever", "recruitee", "workable"}) {
    const std::string slug = std::string("of-") + source;
    add_board(source, slug, 2);
    add_candidate(slug);
  }
  tick_until_idle();
  EXPECT_EQ(boards_stored(), (Strings{"ashby/of-ashby", "greenhouse/of-greenhouse",
                                      "lever/of-lever", "recruitee/of-recruitee"}));
  for (const std::string& board : asked()) EXPECT_THAT(board, Not(HasSubstr("workable/")));
}

TEST_F(DiscoverySync, ACandidateWithASourceIsAskedThereAlone) {
  add_board("workable", "acme", 2);
  add_board("greenhouse", "acme", 2);
  add_board("ashby", "Blue%20Heron%20Labs", 1);
  names[{"workable", "acme"}] = "Another Name";
  add_candidate("acme", "workable");
  add_candidate("Blue Heron Labs", "ashby");
  tick();
  EXPECT_THAT(asked(), ElementsAre("ashby/Blue%20Heron%20Labs", "workable/acme"));
  EXPECT_EQ(boards_stored(), (Strings{"ashby/Blue Heron Labs", "workable/acme"}));
  EXPECT_EQ(host.sql("SELECT name FROM discovered_companies WHERE source = 'workable'"),
            "Another Name");
  EXPECT_EQ(candidate("acme", "status, source"), "discovered|workable");
}

TEST_F(DiscoverySync, ACandidateOfASourceThatNobodyKnowsIsRejected) {
  add_candidate("acme", "teletype");
  add_candidate("a/b", "ashby");
  tick();
  EXPECT_TRUE(host.sent.empty());
  EXPECT_THAT(candidate("acme", "status, last_error"), HasSubstr("rejected|invalid_argument"));
  EXPECT_THAT(candidate("a/b", "status, last_error"), HasSubstr("rejected|invalid_slug"));
}

TEST_F(DiscoverySync, ABoardOfSomebodyElseIsNotTheCandidates) {
  for (const char* source : {"greenhouse", "recruitee"}) {
    add_board(source, "aha", 3);
    names[{source, "aha"}] = "Animal Hospital Associates";
  }
  add_candidate("aha");
  tick();
  EXPECT_THAT(boards_stored(), IsEmpty());
  EXPECT_EQ(candidate("aha", "status"), "not_found");
  EXPECT_EQ(last_stats()["notFound"], 1);
  EXPECT_THAT(last("logs"), HasSubstr("somebody else's is aha (Animal Hospital Associates)"));
}

TEST_F(DiscoverySync, AnEmptyBoardProvesNothingWhereSlugsOfNobodyHaveOne) {
  add_board("ashby", "acme", 0);
  add_candidate("acme");
  tick();
  EXPECT_THAT(boards_stored(), IsEmpty());
  EXPECT_EQ(last_stats()["notFound"], 1);
  add_candidate("bolt", "ashby");
  add_board("ashby", "bolt", 0);
  tick();
  EXPECT_EQ(boards_stored(), Strings{"ashby/bolt"});
}

TEST_F(DiscoverySync, ACompanyMayHaveBoth) {
  add_board("greenhouse", "acme", 2);
  add_board("lever", "acme", 2);
  add_candidate("acme");
  tick();
  EXPECT_EQ(boards_stored(), (Strings{"greenhouse/acme", "lever/acme"}));
  EXPECT_EQ(last_stats()["discovered"], 1);
}

// Defect 6 of the original: discovered companies never fed the ATS rotation.
TEST_F(DiscoverySync, Defect6FoundCompaniesAreSyncedByTheNextAtsTicks) {
  add_board("greenhouse", "acme", 2);
  add_board("lever", "blueheron", 3);
  add_candidate("acme");
  add_candidate("Blue Heron");
  tick();
  ats_tick();
  ats_tick();
  EXPECT_EQ(count("jobs"), 5);
  EXPECT_EQ(host.rows("SELECT slug, job_count FROM discovered_companies ORDER BY slug"),
            (Strings{"acme|2", "blueheron|3"}));
}

TEST_F(DiscoverySync, NamesInItsReportWhatItFoundAndWhatItDidNot) {
  add_candidate("acme");
  add_candidate("nobody");
  add_candidate("solo");
  add_board("lever", "acme", 2);
  troubles["solo"] = status_answer(500);
  const auto report = tick();
  EXPECT_EQ(report["runs"][0]["discovered"], nlohmann::json({"acme"}));
  EXPECT_EQ(report["runs"][0]["notFound"], nlohmann::json({"nobody"}));
}

TEST_F(DiscoverySync, ABoardWithPostingsBeatsAnEmptyOne) {
  add_board("lever", "blue-heron", 0);
  add_board("lever", "blueHeron", 1);
  add_candidate("blue-heron");
  tick();
  EXPECT_EQ(boards_stored(), Strings{"lever/blueHeron"});
}

TEST_F(DiscoverySync, GreenhouseTokensHaveNoCase) {
  add_board("greenhouse", "acme", 2);
  add_board("lever", "Acme", 2);
  for (const char* slug : {"ACME", "Acme", "acme"}) add_candidate(slug);
  tick_until_idle();
  EXPECT_EQ(boards_stored(), (Strings{"greenhouse/acme", "lever/Acme"}));
}

TEST_F(DiscoverySync, ABoardEnteredByHandIsRecognisedInAnyCase) {
  host.sql("INSERT INTO discovered_companies (source, slug, name) VALUES ('greenhouse','Acme','')");
  add_board("greenhouse", "acme", 2);
  add_candidate("acme");
  tick();
  EXPECT_EQ(boards_stored(), Strings{"greenhouse/Acme"});
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_THAT(asked(), ElementsAre("lever/acme", "ashby/acme", "recruitee/acme", "lever/Acme"));
}

TEST_F(DiscoverySync, ABoardUnderTwoSlugsIsOneCompanyTwoBoardsAreTwo) {
  add_board("lever", "blue-heron", 2, 5'000);
  add_board("lever", "blueheron", 2, 5'000);
  add_board("lever", "red-fox", 2, 6'000);
  add_board("lever", "redfox", 2, 7'000);
  for (const char* slug : {"blue-heron", "blueheron", "red-fox", "redfox"}) add_candidate(slug);
  tick_until_idle();
  EXPECT_EQ(boards_stored(), (Strings{"lever/blue-heron", "lever/red-fox", "lever/redfox"}));
  EXPECT_EQ(candidate("blueheron", "status"), "discovered");
}

TEST_F(DiscoverySync, AKnownBoardIsNotTouchedNorAsked) {
  add_board("greenhouse", "acme", 9);
  host.sql(
      "INSERT INTO discovered_companies (source, slug, name, etag, next_sync_at, failures) "
      "VALUES ('greenhouse','acme','Acme','W/1', 99, 3)");
  const auto before = host.rows("SELECT * FROM discovered_companies");
  add_candidate("acme");
  tick();
  EXPECT_EQ(host.rows("SELECT * FROM discovered_companies"), before);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(candidate("acme", "status"), "discovered");
}

TEST_F(DiscoverySync, ABoardThatWentAwayComesBackAsNew) {
  host.sql(
      "INSERT INTO discovered_companies (source, slug, name, status, etag, body_hash, failures, "
      "last_error, next_sync_at) VALUES ('greenhouse','acme','Acme','gone','W/1','ab',3,'x',9e9)");
  add_board("greenhouse", "acme", 2);
  add_candidate("acme");
  tick();
  EXPECT_EQ(host.rows("SELECT name, status, job_count, etag, body_hash, failures, last_error, "
                      "next_sync_at FROM discovered_companies"),
            Strings{"Acme|active|2|||0||0"});
  EXPECT_EQ(last_stats()["updated"], 1);
  ats_tick();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2);
}

TEST_F(DiscoverySync, BadInputIsRejectedAndStoredAsSuch) {
  const Strings bad{"../../etc/passwd",
                    "%2e%2e",
                    "a/b",
                    "https://example.com/acme",
                    "日本",
                    "x'; DROP TABLE jobs;--",
                    std::string(300, 'a'),
                    "<script>",
                    "a\nb",
                    ""};
  for (const std::string& slug : bad) add_candidate(slug);
  tick_until_idle();
  EXPECT_TRUE(host.sent.empty());
  for (const std::string& slug : bad) {
    EXPECT_EQ(candidate(slug, "status"), "rejected") << slug;
    EXPECT_THAT(candidate(slug, "last_error"), HasSubstr("invalid_")) << slug;
  }
  EXPECT_EQ(count("potential_companies"), static_cast<int>(bad.size()));
  EXPECT_EQ(tick()["outcome"], "idle");
}

TEST_F(DiscoverySync, AUrlIsLookedForAtItsSourceAlone) {
  add_board("lever", "Acme", 1);
  add_candidate("https://jobs.lever.co/Acme/1234");
  tick();
  EXPECT_THAT(asked(), ElementsAre("lever/Acme"));
  EXPECT_EQ(host.sql("SELECT slug || '|' || name FROM discovered_companies"), "Acme|Acme");
}

TEST_F(DiscoverySync, TakesItsBatchAndLeavesTheRestDue) {
  for (int i = 0; i < 12; ++i) add_candidate("c" + std::to_string(i));
  EXPECT_EQ(tick()["runs"][0]["stats"]["checked"], 5);
  EXPECT_EQ(count("potential_companies WHERE next_check_at = 0"), 7);
  event.variables["DISCOVERY_BATCH"] = "3";
  tick();
  EXPECT_EQ(last_stats()["checked"], 3);
  EXPECT_EQ(count("sync_history"), 2);
  EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'discovery'"), "0");
}

}  // namespace
}  // namespace spearyx::testing
