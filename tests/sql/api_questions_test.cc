#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

struct Answered {
  const char* query;
  const char* titles;
};

/// Postings that differ in one thing, the first the newest.
class Questions : public ApiFixture {
 protected:
  int post(StoredPosting posting) {
    posting.post_date -= added;
    return add(posting);
  }

  void expect(const std::vector<Answered>& cases) {
    for (const auto& [query, expected] : cases) {
      EXPECT_EQ(titles(query), expected) << query;
      EXPECT_LE(host.statements, 3) << query;
      expect_no_scan(query);
    }
  }

  void expect_refusal(const std::string& query, const std::string& told) {
    const auto document = get("/jobs" + query);
    EXPECT_EQ(last.status, 400) << query;
    EXPECT_TRUE(document["error"]["message"].get<std::string>().find(told) != std::string::npos)
        << query << " " << last.body;
  }
};

class LivesIn : public Questions {
 protected:
  void SetUp() override {
    post({.title = "Germany", .scope = R"('["DE"]')"});
    post({.title = "Alps", .scope = R"('["AT","DE"]')", .category = 3});
    post({.title = "Union", .scope = R"('["EU"]')"});
    post({.title = "Europe", .scope = R"('["DE","EUROPE"]')"});
    post({.title = "Emea", .source = "lever", .scope = R"('["EMEA"]')"});
    post({.title = "World", .scope = R"('["WORLD"]')"});
    post({.title = "States", .scope = R"('["US"]')"});
    post({.title = "Americas", .scope = R"('["LATAM","NORTH_AMERICA"]')"});
    post({.title = "Asia", .scope = R"('["APAC"]')", .category = 3});
    post({.title = "Anywhere?"});
    post({.title = "Somewhere", .scope = "'[]'", .category = 3});
  }
};

TEST_F(LivesIn, ListsWhatIsOpenThere) {
  expect({
      {"?livesIn=DE", "Germany|Alps|Union|Europe|Emea|World"},
      {"?livesIn=de", "Germany|Alps|Union|Europe|Emea|World"},
      {"?livesIn=AT", "Alps|Union|Europe|Emea|World"},
      {"?livesIn=GB", "Europe|Emea|World"},
      {"?livesIn=uk", "Europe|Emea|World"},
      {"?livesIn=US", "World|States|Americas"},
      {"?livesIn=MX", "World|Americas"},
      {"?livesIn=KE", "Emea|World"},
      {"?livesIn=JP", "World|Asia"},
      {"?livesIn=AQ", "World"},
      {"?worldwide=true", "World"},
      {"?worldwide=true&livesIn=DE", "World"},
      {"?worldwide=false",
       "Germany|Alps|Union|Europe|Emea|World|States|Americas|Asia|Anywhere?|"
       "Somewhere"},
      {"?livesIn=JP&placeUnknown=include", "World|Asia|Anywhere?|Somewhere"},
      {"?worldwide=1&placeUnknown=include", "World|Anywhere?|Somewhere"},
      {"?livesIn=DE&category=3", "Alps"},
      {"?livesIn=JP&category=3&placeUnknown=include", "Asia|Somewhere"},
      {"?livesIn=DE&remote=EU,EMEA", "Union|Emea"},
      {"?livesIn=DE&source=lever", "Emea"},
      {"?livesIn=DE&search=europe", "Europe"},
      {"?livesIn=DE&sortBy=title-asc", "Alps|Emea|Europe|Germany|Union|World"},
      {"?livesIn=DE&company=acme&limit=2&offset=1", "Alps|Union"},
  });
}

TEST_F(LivesIn, CountsWhatItListsAndUnknownPlacesApart) {
  struct Counted {
    const char* query;
    int total;
    int unknown;
  };
  for (const auto& [query, total, unknown] : std::vector<Counted>{
           {"livesIn=DE", 6, 2},
           {"livesIn=DE&category=3", 1, 1},
           {"livesIn=DE&source=lever", 1, 0},
           {"livesIn=DE&placeUnknown=include", 8, 2},
           {"livesIn=DE&search=somewhere", 0, 1},
           {"livesIn=DE&search=bridges", 6, 2},
           {"livesIn=DE&level=senior", 0, 0},
           {"worldwide=true", 1, 2},
           {"worldwide=true&category=3", 0, 1},
       }) {
    const auto document = get(std::string("/jobs?facets=true&limit=2&") + query);
    EXPECT_EQ(document["data"]["total"], total) << query;
    EXPECT_EQ(document["meta"]["totalIsExact"], true) << query;
    EXPECT_EQ(document["meta"]["placeUnknown"], unknown) << query;
    EXPECT_EQ(document["meta"]["placeUnknownIsExact"], true) << query;
    int in_facets = 0;
    for (const auto& postings : document["data"]["facets"]["source"]) in_facets += int{postings};
    EXPECT_EQ(in_facets, total) << query;
    EXPECT_FALSE(document["data"]["facets"]["remote"].contains("unknown")) << query;
  }
  EXPECT_FALSE(get("/jobs")["meta"].contains("placeUnknown"));
}

TEST_F(LivesIn, CountsManyUnknownPlacesAsFarAsTheyAreKept) {
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
      " INSERT INTO jobs (source_name, external_id, title, company, source_url, content_hash)"
      " SELECT 'lever', 'n' || i, 'Plumber', 'Acme', 'https://example.com/n' || i, 'h' FROM n");
  EXPECT_EQ(get("/jobs?livesIn=DE")["meta"]["placeUnknown"], 302);
  EXPECT_EQ(get("/jobs?livesIn=DE&source=lever")["meta"]["placeUnknown"], 300);
  const auto searched = get("/jobs?livesIn=DE&search=plumber")["meta"];
  EXPECT_EQ(searched["placeUnknown"], 60);
  EXPECT_EQ(searched["placeUnknownIsExact"], false);
}

TEST_F(LivesIn, IsTakenByFeeds) {
  const auto feed = nlohmann::json::parse(send("GET", "/feed.json?livesIn=JP").body);
  ASSERT_EQ(feed["items"].size(), 2U);
  EXPECT_EQ(feed["items"][1]["title"], "Asia at Acme");
}

TEST_F(LivesIn, RefusesWhatIsNoCountry) {
  for (const char* country : {"XX", "EU", "Germany", "D", "%25%25", "DEU"}) {
    expect_refusal(std::string("?livesIn=") + country,
                   "livesIn: must be the two letters of a country");
  }
  expect_refusal("?livesIn=DE&placeUnknown=maybe", "placeUnknown: must be one of exclude, include");
  expect_refusal("?worldwide=maybe", "worldwide: must be true or false");
}

class Pay : public Questions {
 protected:
  void SetUp() override {
    post({.title = "Unknown"});
    post({.title = "No currency", .salary = "NULL, 900000, NULL, 'year', NULL"});
    post({.title = "Dollars", .salary = "NULL, 60000, 'USD', 'year', 60000"});
    post({.title = "Euros", .salary = "NULL, 55000, 'EUR', 'year', 62484"});
    post({.title = "Yen", .salary = "NULL, 9000000, 'JPY', 'year', 57150"});
  }
};

TEST_F(Pay, ComparesInAnyCurrency) {
  expect({
      {"?salaryMin=60000", "Dollars|Euros"},
      {"?salaryMin=60001", "Euros"},
      {"?salaryMin=55000&currency=eur", "Euros"},
      {"?salaryMin=52000&currency=EUR", "Dollars|Euros"},
      {"?salaryMin=9000000&currency=JPY", "Dollars|Euros|Yen"},
      {"?salaryMin=9500000&currency=JPY", "Euros"},
      {"?salaryMin=1&currency=KWD", "Dollars|Euros|Yen"},
      {"?currency=EUR", "Unknown|No currency|Dollars|Euros|Yen"},
      {"?sortBy=salary", "Euros|Dollars|Yen|Unknown|No currency"},
      {"?sortBy=salary&salaryMin=60000", "Euros|Dollars"},
      {"?sortBy=salary&source=greenhouse", "Euros|Dollars|Yen|No currency|Unknown"},
  });
  const auto document = get("/jobs?salaryMin=50000&currency=EUR");
  EXPECT_EQ(document["data"]["jobs"][0]["salaryUsdYear"], 60'000);
  EXPECT_EQ(document["meta"]["totalIsExact"], true);
  EXPECT_FALSE(document["meta"].contains("sortedAmongNewest"));
  EXPECT_EQ(document["meta"]["ratesOf"].get<std::string>().size(), 10U);
}

TEST_F(Pay, RefusesWhatIsNoCurrency) {
  for (const char* currency : {"ZZZ", "$", "EURO", "EU"}) {
    expect_refusal(std::string("?salaryMin=5&currency=") + currency,
                   "currency: must be the three letters of a currency");
  }
  expect_refusal("?currency=ZZZ", "currency: ");
  expect_refusal("?salaryMin=-1&currency=EUR", "salaryMin: ");
}

class Employment : public Questions {
 protected:
  void SetUp() override {
    post({.title = "Boss", .employment = "'executive', 'full-time'", .zones = "-300, 120"});
    post({.title = "Senior", .employment = "'senior', 'contract'", .zones = "330, 330"});
    post({.title = "Learner", .category = 3, .employment = "'intern', 'internship'"});
    post({.title = "Half", .employment = "NULL, 'part-time'", .zones = "-720, 840"});
  }
};

TEST_F(Employment, IsFilteredBy) {
  expect({
      {"?level=senior", "Senior"},
      {"?level=Senior,intern", "Senior|Learner"},
      {"?level=junior", ""},
      {"?employmentType=full-time", "Boss"},
      {"?employmentType=part-time,contract", "Senior|Half"},
      {"?level=intern&employmentType=internship&category=3", "Learner"},
      {"?level=intern&employmentType=contract", ""},
      {"?hours=2", "Boss|Half"},
      {"?hours=%2B2", "Boss|Half"},
      {"?hours=02:15", "Half"},
      {"?hours=-5", "Boss|Half"},
      {"?hours=-5:15", "Half"},
      {"?hours=05:30", "Senior|Half"},
      {"?hours=5", "Half"},
      {"?hours=-12", "Half"},
      {"?hours=14", "Half"},
      {"?hours=0&employmentType=full-time&search=boss", "Boss"},
  });
}

TEST_F(Employment, IsCountedInFacets) {
  const auto expected =
      nlohmann::json::parse(R"({"contract":1,"full-time":1,"internship":1,"part-time":1})");
  for (const char* query : {"", "&company=acme"}) {
    const auto facets = get(std::string("/jobs?facets=true") + query)["data"]["facets"];
    EXPECT_EQ(facets["level"], nlohmann::json::parse(R"({"executive":1,"intern":1,"senior":1})"));
    EXPECT_EQ(facets["employmentType"], expected) << query;
    EXPECT_TRUE(facets["remote"].empty()) << query;
  }
  host.sql("UPDATE jobs SET level = 'junior', employment_type = NULL WHERE title = 'Senior'");
  const auto facets = get("/jobs?facets=true&category=1")["data"]["facets"];
  EXPECT_EQ(facets["level"], nlohmann::json::parse(R"({"executive":1,"junior":1})"));
  EXPECT_EQ(facets["employmentType"], nlohmann::json::parse(R"({"full-time":1,"part-time":1})"));
  expect({{"?level=junior", "Senior"}, {"?level=senior", ""}, {"?employmentType=contract", ""}});
}

TEST_F(Employment, RefusesWhatItIsNot) {
  expect_refusal("?level=boss", "level: must be intern, junior, mid, senior, lead or executive");
  expect_refusal("?employmentType=full", "employmentType: must be full-time, part-time");
  for (const char* hours :
       {"%2B99", "x", "15", "-13", "5:7", "5:07", "5:", ":30", "--5", "5:300", "14:15", "1e1"}) {
    expect_refusal(std::string("?hours=") + hours, "hours: must be an offset from UTC");
  }
}

class OpenedSince : public Questions {};

TEST_F(OpenedSince, IsToTheSecond) {
  post({.title = "First", .created_at = 1'785'500'000});
  post({.title = "Second", .created_at = 1'785'586'399});
  post({.title = "Third", .created_at = 1'785'586'400});
  expect({
      {"?openedSince=2026-07-31T12:13:20Z", "First|Second|Third"},
      {"?openedSince=2026-07-31T12:13:21Z", "Second|Third"},
      {"?openedSince=2026-08-01T12:13:20Z", "Third"},
      {"?openedSince=2026-08-01T14:13:20%2B02:00", "Third"},
      {"?openedSince=2026-08-01T12:13:21.000Z", ""},
      {"?openedSince=2026-08-01", "Second|Third"},
      {"?openedSince=1970-01-01", "First|Second|Third"},
      {"?openedSince=2026-08-01&search=third", "Third"},
      {"?openedSince=2026-08-01&sortBy=recently-added", "Third|Second"},
  });
  for (const char* time : {"yesterday", "1785500000", "2026-13-01"}) {
    expect_refusal(std::string("?openedSince=") + time, "openedSince: must be a date or a time");
  }
}

/// The postings that a browser keeps, asked for by their ids.
class KeptPostings : public ApiFixture {
 protected:
  void SetUp() override {
    for (const char* title : {"Welder", "Plumber", "Joiner"}) add({.title = title});
    host.sql("UPDATE jobs SET closed_at = 1786000000 WHERE id = 2");
    host.sql("UPDATE jobs SET leader_id = 1 WHERE id = 3");
  }

  static std::string ids_up_to(int most) {
    std::string ids = "1";
    for (int id = 2; id <= most; ++id) ids += "," + std::to_string(id);
    return ids;
  }
};

TEST_F(KeptPostings, ComeInTheirOrderWhateverTheirState) {
  EXPECT_EQ(titles("?ids=3,1,2,1,999"), "Joiner|Welder|Plumber");
  const auto document = get("/jobs?ids=2,999&limit=1&category=3");
  const auto& data = document["data"];
  EXPECT_EQ(data["jobs"][0]["closedAt"], "2026-08-06T07:06:40.000Z");
  EXPECT_EQ(data["total"], 1);
  EXPECT_EQ(data["limit"], 2);
  EXPECT_EQ(data["hasMore"], false);
  EXPECT_EQ(document["meta"]["ignoredParams"], nlohmann::json::array({"limit", "category"}));
  EXPECT_EQ(host.statements, 1);
  expect_no_scan("ids");
  EXPECT_EQ(titles("?ids="), "Welder") << "absent";
}

TEST_F(KeptPostings, AreTwoHundredAtMost) {
  add_many(200, "'Potter ' || i");
  EXPECT_EQ(get("/jobs?ids=" + ids_up_to(200))["data"]["jobs"].size(), 200U);
  EXPECT_EQ(get("/jobs?ids=" + ids_up_to(201))["error"]["message"],
            "ids: may list at most 200 values");
  EXPECT_EQ(last.status, 400);
}

TEST_F(KeptPostings, AreKnownByIdsAlone) {
  for (const char* ids :
       {"x", "1,x", "0", "-1", "1.5", "1;2", "1073741824", "99999999999999999999"}) {
    EXPECT_EQ(get(std::string("/jobs?ids=") + ids)["error"]["message"],
              "ids: must be ids of postings, separated by commas")
        << ids;
    EXPECT_EQ(last.status, 400) << ids;
  }
}

}  // namespace
}  // namespace spearyx::testing
