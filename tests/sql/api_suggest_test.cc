#include <algorithm>

#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

/// Names of companies, suggested while somebody types them.
class Suggest : public ApiFixture {
 protected:
  void SetUp() override {
    for (const char* company :
         {"Blue Heron Labs", "Blue Heron Labs", "Bluebird", "Łódź Looms", "Straßenbau AG", "Æther",
          "O''Reilly & Sons", "AT&T", "C++ Works", "株式会社サクラ", "Яндекс", "Wren, Inc.",
          "Zürich Pay", "Google", "Kubeworks", "42 Moons", "(brackets)"}) {
      add({.company = company, .board = ""});
    }
    add({.company = "Closed Co"});
    host.sql("UPDATE jobs SET closed_at = 1786000000 WHERE company = 'Closed Co'");
  }

  /// Names joined by '|'.
  std::string names(const std::string& typed) {
    std::string all;
    const auto document = get("/companies/suggest?q=" + typed);
    EXPECT_EQ(last.status, 200) << last.body;
    for (const auto& company : document["data"]["companies"]) {
      all += (all.empty() ? "" : "|") + company["name"].get<std::string>();
    }
    return all;
  }
};

TEST_F(Suggest, TellsNamesThatBeginSo) {
  for (const auto& [typed, expected] : std::vector<std::pair<const char*, const char*>>{
           {"blue", "Blue Heron Labs|Bluebird"},
           {"BLUE+H", "Blue Heron Labs"},
           {"blueher", "Blue Heron Labs"},
           {"b", "Blue Heron Labs|Bluebird"},
           {"lodz", "Łódź Looms"},
           {"%C5%81%C3%B3d", "Łódź Looms"},
           {"strassen", "Straßenbau AG"},
           {"stra%C3%9Fe", "Straßenbau AG"},
           {"aether", "Æther"},
           {"oreilly", "O'Reilly & Sons"},
           {"o%27reilly+and", ""},
           {"at%26t", "AT&T"},
           {"att", "AT&T"},
           {"c%2B%2B", "C++ Works"},
           {"%E6%A0%AA%E5%BC%8F", "株式会社サクラ"},
           {"%D0%AF%D0%BD", "Яндекс"},
           {"wren+inc", "Wren, Inc."},
           {"zurich", "Zürich Pay"},
           {"zu%CC%88rich", "Zürich Pay"},
           {"42", "42 Moons"},
           {"closed", ""},
           {"heron", ""},
       }) {
    EXPECT_EQ(names(typed), expected) << typed;
    EXPECT_LE(host.queries, 2) << typed;
  }
}

TEST_F(Suggest, ForgivesASlipWhereNoneBeginsSo) {
  for (const auto& [typed, expected] :
       std::vector<std::pair<const char*, const char*>>{{"bleu+heron", "Blue Heron Labs"},
                                                        {"blueheronl+lab", "Blue Heron Labs"},
                                                        {"gogle", "Google"},
                                                        {"goolge", "Google"},
                                                        {"kubwor", "Kubeworks"},
                                                        {"zruich", "Zürich Pay"},
                                                        {"gog", ""},
                                                        {"%E6%A0%AA%E6%A0%AA", ""},
                                                        {"plumber", ""}}) {
    EXPECT_EQ(names(typed), expected) << typed;
  }
}

TEST_F(Suggest, TellsHowManyPostingsAreShown) {
  const auto companies = get("/companies/suggest?q=blue")["data"]["companies"];
  EXPECT_EQ(companies[0]["postings"], 2);
  EXPECT_EQ(companies[1]["postings"], 1);
  EXPECT_EQ(get("/jobs?company=Blue%20Heron%20Labs")["data"]["total"], 2);
  host.sql("DELETE FROM jobs WHERE company = 'Bluebird'");
  EXPECT_EQ(names("blue"), "Blue Heron Labs");
}

TEST_F(Suggest, TellsTenAtMostTheNameItselfFirst) {
  for (int i = 0; i < 30; ++i) add({.company = "Fern " + std::to_string(100 + i), .board = ""});
  add({.company = "Fern", .board = ""});
  const std::string found = names("fern");
  EXPECT_TRUE(found.starts_with("Fern|")) << found;
  EXPECT_EQ(std::ranges::count(found, '|'), 9);
  expect_no_scan("suggestions");
}

TEST_F(Suggest, TakesNothingForAnOperator) {
  for (const char* typed : {"", "%22", "*", "%25", "%23%2B", "%22+OR+%22", "%27%3B--", "%28"}) {
    EXPECT_EQ(names(typed), "") << typed;
  }
  EXPECT_EQ(get("/companies/suggest?q=" + std::string(201, 'a'))["error"]["code"],
            "invalid_parameter");
}

}  // namespace
}  // namespace spearyx::testing
