#include "normalize/company/firms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/normalize/text_case.h"

namespace spearyx::normalize {
namespace {

/// Places of one key, and the firms that they are of.
struct FirmsCase {
  std::string name;
  std::vector<CompanyPlace> places;
  /// The firms with a bar between them, each its places as "source/board".
  std::string expected;
};

CompanyPlace place(std::string source, std::string board, std::set<std::int64_t> categories = {},
                   std::int64_t postings = 3, std::string domain = "") {
  return {.source = std::move(source),
          .board = std::move(board),
          .name = "Omni",
          .domain = std::move(domain),
          .postings = postings,
          .categories = std::move(categories)};
}

class FirmsTest : public ::testing::TestWithParam<FirmsCase> {};

TEST_P(FirmsTest, AreToldApart) {
  std::string all;
  for (const auto& firm : firms_of(GetParam().places)) {
    all += all.empty() ? "" : " | ";
    for (const CompanyPlace& one : firm) {
      all += (&one == &firm.front() ? "" : " ") + one.source + "/" + one.board;
    }
  }
  EXPECT_EQ(all, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Places, FirmsTest,
    ::testing::Values(
        FirmsCase{"Alone", {place("lever", "omni")}, "lever/omni"},
        FirmsCase{"BoardAndFeed",
                  {place("remoteok", "", {1}), place("lever", "omni", {1, 2})},
                  "lever/omni remoteok/"},
        FirmsCase{"BoardAndTwoFeeds",
                  {place("remoteok", "", {1}), place("himalayas", "", {2}),
                   place("lever", "omni", {1, 2})},
                  "lever/omni himalayas/ | remoteok/"},
        FirmsCase{"FewPostingsTellNothing",
                  {place("remoteok", "", {8}, 2), place("lever", "omni", {1})},
                  "lever/omni remoteok/"},
        FirmsCase{"DisjointCategories",
                  {place("remoteok", "", {10}), place("lever", "omni", {1, 6})},
                  "lever/omni | remoteok/"},
        FirmsCase{"UnknownCategories",
                  {place("remoteok", ""), place("lever", "omni", {1})},
                  "lever/omni remoteok/"},
        FirmsCase{"TwoBoardsOfOneFirm",
                  {place("greenhouse", "omni", {1}), place("lever", "omni-labs", {1})},
                  "greenhouse/omni lever/omni-labs"},
        FirmsCase{"BoardsOfUnlikeNames",
                  {place("greenhouse", "omni", {1}), place("lever", "bridgeworks", {1})},
                  "greenhouse/omni | lever/bridgeworks"},
        FirmsCase{"TwoBoardsOfOneSource",
                  {place("lever", "omni", {1}), place("lever", "omni-health", {1})},
                  "lever/omni | lever/omni-health"},
        FirmsCase{"SpellingsOfOneSlug",
                  {place("ashby", "Omni Labs", {1}), place("ashby", "omni-labs", {1})},
                  "ashby/Omni Labs ashby/omni-labs"},
        FirmsCase{"OneDomain",
                  {place("lever", "omni", {1}, 9, "omni.co"),
                   place("lever", "bridge", {10}, 9, "omni.co")},
                  "lever/bridge lever/omni"},
        FirmsCase{"DomainOfMany",
                  {place("lever", "omni", {1}, 9, "jobs.example"),
                   place("lever", "bridge", {1}, 9, "jobs.example")},
                  "lever/bridge | lever/omni"},
        FirmsCase{"TwoDomains",
                  {place("greenhouse", "omni", {1}, 1, "omni.co"),
                   place("recruitee", "omni", {1}, 1, "omni.us")},
                  "greenhouse/omni | recruitee/omni"},
        FirmsCase{"FeedOfEitherOfTwo",
                  {place("greenhouse", "omni", {1}, 9, "omni.co"),
                   place("recruitee", "omni", {1}, 9, "omni.us"), place("remoteok", "", {1})},
                  "greenhouse/omni | recruitee/omni | remoteok/"},
        FirmsCase{"FeedOfOneOfTwo",
                  {place("greenhouse", "omni", {1}, 9, "omni.co"),
                   place("recruitee", "omni", {10}, 9, "omni.us"), place("remoteok", "", {10})},
                  "greenhouse/omni | recruitee/omni remoteok/"}),
    kCaseName);

TEST(OwnDomain, IsWhereABoardLeadsIfNotToItsSource) {
  for (const auto& [source, url, expected] :
       std::vector<std::tuple<const char*, const char*, const char*>>{
           {"greenhouse", "https://job-boards.greenhouse.io/acme/jobs/1", ""},
           {"greenhouse", "https://careers.acme.com/jobs?gh_jid=1", "acme.com"},
           {"greenhouse", "https://WWW.Acme.co.uk/jobs/1", "acme.co.uk"},
           {"greenhouse", "https://acme.io:8443/jobs", "acme.io"},
           {"lever", "https://jobs.eu.lever.co/acme/1", ""},
           {"recruitee", "https://acme.recruitee.com/o/1", ""},
           {"recruitee", "https://jobs.acme.de/o/1", "acme.de"},
           {"recruitee", "https://acme.de/o/1", "acme.de"},
           {"remoteok", "https://acme.com/1", ""},
           {"monster", "https://acme.com/1", ""},
           {"lever", "https://localhost/1", ""},
           {"lever", "acme.com/1", ""},
           {"lever", "https://.com", ""},
       }) {
    EXPECT_EQ(own_domain(source, url), expected) << url;
  }
}

TEST(FirmName, IsOneThatSomebodyStates) {
  CompanyPlace guessed = place("lever", "blueheronlabs");
  guessed.name = "Blueheronlabs";
  EXPECT_EQ(firm_name({guessed}), "Blueheronlabs");
  CompanyPlace stated = place("remoteok", "");
  stated.name = "Blue Heron Labs";
  EXPECT_EQ(firm_name({guessed, stated}), "Blue Heron Labs");
}

}  // namespace
}  // namespace spearyx::normalize
