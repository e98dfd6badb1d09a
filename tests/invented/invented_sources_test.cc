/// Two sources that nobody knows but their folders and rows, as docs/adding-a-source.md adds them: a board
/// and a feed. Whatever the system does with sources it does with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "inspect/inspection.h"
#include "normalize/company/board_reference.h"
#include "sources/reader.h"
#include "sql/api_fixture.h"
#include "support/project.h"
#include "sync/aggregator_fixture.h"
#include "sync/ats_fixture.h"
#include "sync/discovery_fixture.h"

namespace spearyx::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string sample_of(const std::string& name) {
  std::ifstream file(project_root() / "tests/invented" / name / "sample.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

constexpr const char* kBoardUrl = "https://green-stem.bamboo.example/openings.json";

Result<Response> answer_one_board(const Request& request) {
  return request.url == kBoardUrl ? json_answer(sample_of("bamboo")) : status_answer(404);
}

using InventedBoard = AtsFixture;

TEST_F(InventedBoard, IsSynced) {
  add_company("bamboo", "green-stem", "Green Stem");
  host.web = answer_one_board;
  const auto report = tick();
  ASSERT_EQ(report["outcome"], "worked") << report;
  EXPECT_THAT(
      host.rows("SELECT source_name, board, title, company, location, remote_scope FROM jobs"),
      ElementsAre(R"(bamboo|green-stem|Gardener & Arborist|Green Stem|Remote - Canada|["CA"])"));
  EXPECT_THAT(host.rows("SELECT status, job_count, remote_job_count FROM discovered_companies"),
              ElementsAre("active|2|1"));
}

TEST_F(InventedBoard, IsAskedWhereItsVariableSays) {
  add_company("bamboo", "green-stem", "Green Stem");
  event.variables["BAMBOO_API"] = "http://127.0.0.1:9/bamboo/{slug}/";
  host.web = [](const Request& request) {
    return request.url == "http://127.0.0.1:9/bamboo/green-stem/openings.json"
               ? json_answer(sample_of("bamboo"))
               : status_answer(404);
  };
  tick();
  EXPECT_EQ(count("jobs"), 1);
}

TEST_F(InventedBoard, RefusesASlugThatIsNoHost) {
  add_company("bamboo", "evil.example/x", "Evil");
  host.web = answer_one_board;
  tick();
  EXPECT_EQ(host.sent.size(), 0);
  EXPECT_THAT(last("error"), HasSubstr("invalid_slug"));
}

using InventedDiscovery = DiscoveryFixture;

TEST_F(InventedDiscovery, FindsTheBoard) {
  add_candidate("Green Stem Ltd");
  host.web = answer_one_board;
  tick();
  EXPECT_THAT(host.rows("SELECT source, slug, status, job_count FROM discovered_companies"),
              ElementsAre("bamboo|green-stem|active|2"));
}

using InventedFeed = AggregatorFixture;

TEST_F(InventedFeed, IsSyncedInItsTurnAndNoMoreThanOnceAnHour) {
  host.web = [](const Request& request) {
    return request.url == "https://sprout.example/seeds.json" ? json_answer(sample_of("sprout"))
                                                              : status_answer(503);
  };
  for (int minute = 0; minute < 150; minute += 2) {
    tick();
    host.clock_ms += 120'000;
  }
  EXPECT_THAT(host.rows("SELECT title, company, post_date FROM jobs WHERE source_name = 'sprout'"),
              ElementsAre("Seed Librarian|Moss & Sons|1785900000"));
  std::vector<UnixMillis> asked;
  for (const auto& sent : host.sent) {
    if (sent.request.url.starts_with("https://sprout")) asked.push_back(sent.at_ms);
  }
  EXPECT_EQ(asked.size(), 3);
  for (std::size_t i = 1; i < asked.size(); ++i) EXPECT_GE(asked[i] - asked[i - 1], 3'600'000);
}

TEST_F(InventedFeed, IsNotAskedAgainWhereItFails) {
  host.web = [](const Request&) { return status_answer(503); };
  tick(Source::kSprout);
  tick(Source::kSprout);
  EXPECT_EQ(host.sent.size(), 1);
}

TEST_F(InventedFeed, IsAskedAgainAfterAClockThatWasWrong) {
  host.web = [](const Request&) { return json_answer(sample_of("sprout")); };
  host.sql("INSERT INTO source_state (source, next_slot_ms) VALUES ('sprout', " +
           std::to_string(host.clock_ms + 86'400'000) + ")");
  tick(Source::kSprout);
  EXPECT_EQ(host.sent.size(), 1);
}

using InventedInApi = ApiFixture;

TEST_F(InventedInApi, AreListedAndDescribed) {
  const auto sources = get("/sources")["data"];
  ASSERT_EQ(sources.size(), kSources.size());
  const auto& bamboo = sources[sources.size() - 2];
  const auto& sprout = sources.back();
  EXPECT_EQ(bamboo["displayName"], "Bamboo");
  EXPECT_EQ(bamboo["kind"], "boards");
  EXPECT_EQ(sprout["kind"], "feed");
  EXPECT_EQ(sprout["maySyndicate"], false);
  const auto document = get("/openapi.json");
  EXPECT_THAT(document["info"]["description"], HasSubstr("Bamboo and Sprout."));
  const auto names = document["components"]["schemas"]["SourceName"]["enum"];
  EXPECT_THAT(names, AllOf(Contains("bamboo"), Contains("sprout")));
  EXPECT_THAT(document["paths"]["/api/v3/companies"]["get"]["parameters"][0]["schema"]["enum"],
              AllOf(Contains("bamboo"), ::testing::Not(Contains("sprout"))));
}

TEST_F(InventedInApi, AreChoicesOfEveryList) {
  add({.title = "Gardener", .source = "bamboo", .board = "green-stem"});
  add({.title = "Seed Librarian", .source = "sprout", .board = ""});
  EXPECT_EQ(titles("?source=bamboo"), "Gardener");
  EXPECT_EQ(titles("?source=sprout"), "Seed Librarian");
  EXPECT_EQ(get("/stats")["stats"]["jobsBySource"]["sprout"], 1);
  EXPECT_EQ(get("/stats")["stats"]["sourceSyncStatus"]["bamboo"]["requestSpacingMs"], 1'250);
  EXPECT_EQ(get("/logs?source=sprout")["success"], true);
  EXPECT_EQ(get("/companies?source=bamboo")["success"], true);
  get("/companies?source=sprout");
  EXPECT_EQ(last.status, 400);
}

TEST(InventedSources, AreRecognisedByTheInspector) {
  for (const SourceInfo& row : {info(Source::kBamboo), info(Source::kSprout)}) {
    const std::string sample = sample_of(std::string(row.name));
    const auto inspection = inspect::Inspection::of(sample, {});
    ASSERT_TRUE(inspection) << describe(inspection.error());
    EXPECT_EQ(name_of(inspection->source()), row.name);
    EXPECT_EQ(inspect::name_of(inspection->findings().front().outcome), "kept");
    EXPECT_TRUE(inspection->receipt().balances());
  }
}

TEST(InventedSources, AreRecognisedByTheirAddresses) {
  for (const char* url : {"https://green-stem.bamboo.example", "green-stem.bamboo.example/b-7?x=1",
                          "https://bamboo.example/boards/green-stem/b-7"}) {
    const auto reference = normalize::parse_board_reference(url);
    ASSERT_TRUE(reference) << url;
    EXPECT_EQ(reference->source, Source::kBamboo) << url;
    EXPECT_EQ(reference->slug, "green-stem") << url;
  }
  for (const char* url :
       {"https://bamboo.example", "https://a.b.bamboo.example", "https://.bamboo.example/x",
        "https://green_stem.bamboo.example", "https://evilbamboo.example/boards/x",
        "https://green-stem.bamboo.example.evil.example/"}) {
    EXPECT_FALSE(normalize::parse_board_reference(url)) << url;
  }
}

}  // namespace
}  // namespace spearyx::testing
