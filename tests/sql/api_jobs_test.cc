#include <set>
#include <tuple>

#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

class JobsApi : public ApiFixture {};

TEST_F(JobsApi, AnswersInTheOriginalsShape) {
  add({.title = "Rust Engineer",
       .scope = R"('["DE","US"]')",
       .salary = "50000,90000.5,'EUR','year',102000"});
  const auto document = get("/jobs");
  ASSERT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(document["success"], true);
  const auto& data = document["data"];
  EXPECT_EQ(data["total"], 1);
  EXPECT_EQ(data["limit"], 30);
  EXPECT_EQ(data["offset"], 0);
  EXPECT_EQ(data["hasMore"], false);
  EXPECT_EQ(data["nextCursor"], nullptr);
  const auto& job = data["jobs"][0];
  EXPECT_EQ(job["title"], "Rust Engineer");
  EXPECT_EQ(job["sourceName"], "greenhouse");
  EXPECT_EQ(job["postDate"], "2026-07-25T17:20:00.000Z");
  EXPECT_EQ(job["salaryMin"].dump(), "50000");
  EXPECT_EQ(job["salaryMax"].dump(), "90000.5");
  EXPECT_EQ(job["salaryUsdYear"], 102000);
  EXPECT_EQ(job["remoteScope"], nlohmann::json::array({"DE", "US"}));
  EXPECT_EQ(job["category"]["slug"], "programming-development");
  EXPECT_TRUE(job["category"]["createdAt"].is_string());
  EXPECT_FALSE(job.contains("content")) << "lists come without texts";
  EXPECT_LE(host.statements, 3);
}

TEST_F(JobsApi, FiltersByEveryPropertyAlone) {
  add({.title = "A", .category = 3, .post_date = 1'785'900'000});
  add({.title = "B", .source = "lever", .post_date = 1'785'800'000});
  add({.title = "C", .company = "Zürich, Inc.", .board = "zurich", .post_date = 1'785'700'000});
  add({.title = "D", .scope = R"('["NORTH_AMERICA"]')", .post_date = 1'785'600'000});
  add({.title = "E", .scope = R"('["WORLD"]')", .post_date = 1'785'500'000});
  add({.title = "F", .post_date = 1'785'400'000, .salary = "60,70,'USD','hour',145600"});
  add({.title = "G", .post_date = 1'785'300'000, .salary = "60000,85500,'USD','year',85500"});
  struct Case {
    const char* query;
    const char* expected;
  };
  for (const auto& [query, expected] : std::vector<Case>{
           {"", "A|B|C|D|E|F|G"},
           {"?category=3", "A"},
           {"?category=design", "A"},
           {"?category=3,5", "A"},
           {"?source=lever", "B"},
           {"?source=Lever", "B"},
           {"?source=lever,remoteok", "B"},
           {"?company=Z%C3%BCrich,%20Inc.", "C"},
           {"?company=zurich", "C"},
           {"?company=ZURICH,nobody", "C"},
           {"?remote=NORTH_AMERICA", "D"},
           {"?remote=worldwide", "E"},
           {"?remote=north-america,WORLD", "D|E"},
           {"?remote=US", ""},
           {"?salaryMin=85500", "F|G"},
           {"?salaryMin=85501", "F"},
           {"?salaryMin=145000", "F"},
           {"?salaryMin=145601", ""},
           {"?salaryMin=2000000", ""},
           {"?salaryMin=0", "F|G"},
           {"?postedWithin=2", "A"},
           {"?postedWithin=3", "A|B"},
           {"?status=closed", ""},
           {"?status=all&category=3", "A"},
           {"?source=greenhouse&company=acme&remote=WORLD", "E"},
           {"?sortBy=oldest&limit=2", "G|F"},
           {"?limit=2&offset=3", "D|E"},
       }) {
    EXPECT_EQ(titles(query), expected) << query;
    EXPECT_LE(host.statements, 3) << query;
  }
}

TEST_F(JobsApi, TakesACompanyInQuotesForOne) {
  add({.title = "A", .company = "Weirs, Locks", .board = "", .post_date = 1'785'900'000});
  add({.title = "B", .company = "Weirs", .board = "", .post_date = 1'785'800'000});
  add({.title = "C", .company = R"(The "Inc.")", .board = "", .post_date = 1'785'700'000});
  add({.title = "D", .company = R"("Quoted" Co)", .board = "", .post_date = 1'785'600'000});
  for (const auto& [company, expected] : std::vector<std::pair<const char*, const char*>>{
           {"Weirs,%20Locks", "A|B"},
           {"%22Weirs,%20Locks%22", "A"},
           {"%22WEIRS,%20locks%22", "A"},
           {"%20%22Weirs,%20Locks%22%20,%20nobody", "A"},
           {"%22Weirs%22", "B"},
           {"%22Weirs,%20Locks%22,%22Weirs%22", "A|B"},
           {"%22The%20%22%22Inc.%22%22%22", "C"},
           {"The%20%22Inc.%22", "C"},
           {"%22The%20%22%22Inc.%22%22%22,%22Weirs,%20Locks%22", "A|C"},
           {"%22Quoted%22%20Co", "D"},
           {"%22%22%22Quoted%22%22%20Co%22", "D"},
           {"%22%22", "A|B|C|D"},
           {"%22Weirs", "B"}}) {
    EXPECT_EQ(titles(std::string("?company=") + company), expected) << company;
  }
}

TEST_F(JobsApi, CountsWhatItLists) {
  for (int i = 0; i < 25; ++i) {
    add({.title = "T" + std::to_string(i),
         .source = i % 5 == 0 ? "lever" : "greenhouse",
         .scope = i % 2 == 0 ? R"('["US","WORLD"]')" : "NULL",
         .category = 1 + i % 3,
         .post_date = 1'786'000'000 - i * 86'400,
         .salary =
             "NULL," + std::to_string(i * 50'000) + ",'USD','year'," + std::to_string(i * 50'000)});
  }
  struct Case {
    const char* query;
    int total;
    bool is_exact = true;
  };
  for (const auto& [query, total, is_exact] : std::vector<Case>{
           {"", 25},
           {"&category=1", 9},
           {"&category=1,2", 17},
           {"&category=1,1", 9},
           {"&remote=US", 13},
           {"&remote=US,WORLD", 13},
           {"&source=lever&category=1", 2},
           {"&source=lever,greenhouse&category=1,3&remote=WORLD", 9},
           {"&search=t7", 1},
           {"&search=build", 25},
           {"&status=all", 25},
           {"&status=closed", 0},
           {"&company=acme", 25},
           {"&company=ACME&category=3", 8},
           {"&company=acme&source=lever", 5},
           {"&salaryMin=0", 25},
           {"&salaryMin=85000", 23},
           {"&salaryMin=100001", 22},
           {"&salaryMin=1048575", 4},
           {"&salaryMin=1000000", 5},
           {"&salaryMin=1200000", 1},
           {"&salaryMin=1250000", 0},
           {"&postedWithin=5", 6},
           {"&postedWithin=19", 20},
           {"&postedWithin=3650", 25},
           {"&source=lever&postedWithin=19", 4},
           {"&source=greenhouse&salaryMin=1000000", 4},
       }) {
    const auto document = get(std::string("/jobs?limit=1") + query);
    EXPECT_EQ(document["data"]["total"], total) << query;
    EXPECT_EQ(document["meta"]["totalIsExact"], is_exact) << query;
    const auto whole = get(std::string("/jobs?limit=100") + query);
    EXPECT_EQ(whole["data"]["total"], whole["data"]["jobs"].size()) << query;
    EXPECT_EQ(whole["meta"]["totalIsExact"], true) << "the page shows the last one: " << query;
    EXPECT_LE(host.statements, 3);
  }
}

TEST_F(JobsApi, SaysOfManyAtLeastHowManyThereAre) {
  add_many(400, "'Engineer ' || i");
  for (const auto& [query, total, is_exact] : std::vector<std::tuple<const char*, int, bool>>{
           {"", 400, true},
           {"category=1&source=lever&remote=US", 400, true},
           {"category=2", 0, true},
           {"company=acme", 300, false},
           {"search=engineer", 100, false},
           {"search=%22an+engineer%22", 0, true},
           {"search=engineer+-7", 100, false},
           {"company=acme&limit=100&offset=78", 200, false},
           {"company=acme&facets=true", 120, false},
           {"company=acme&postedWithin=1", 0, true},
           {"remote=US&company=acme&offset=200", 231, false},
           {"remote=CA&company=acme&offset=200", 0, true},
           {"company=acme&sortBy=oldest&offset=210", 241, false},
       }) {
    const auto document = get(std::string("/jobs?") + query);
    EXPECT_EQ(document["data"]["total"], total) << query << last.body;
    EXPECT_EQ(document["meta"]["totalIsExact"], is_exact) << query;
  }
}

TEST_F(JobsApi, EndsWhereAPageWouldPassOverTooMany) {
  add_many(400, "'Engineer ' || i");
  EXPECT_EQ(get("/jobs?offset=218")["data"]["jobs"].size(), 30U);
  get("/jobs?offset=219");
  EXPECT_EQ(last.status, 400);
  EXPECT_EQ(get("/jobs?limit=100&offset=78")["data"]["jobs"].size(), 100U);
  get("/jobs?limit=100&offset=79");
  EXPECT_EQ(last.status, 400);
  const auto document = get("/jobs?search=engineer&offset=190");
  EXPECT_EQ(document["data"]["jobs"].size(), 30U);
  EXPECT_EQ(document["data"]["hasMore"], false);
  EXPECT_EQ(document["meta"]["endsAfter"], 220) << "what is cut says so";
  EXPECT_FALSE(get("/jobs?search=engineer&offset=188")["meta"].contains("endsAfter"));
  EXPECT_FALSE(get("/jobs?search=engineer&offset=190&sortBy=newest")["meta"].contains("endsAfter"));
}

TEST_F(JobsApi, FollowsCursorsThroughEveryOrderWithoutLossOrRepetition) {
  for (int i = 0; i < 23; ++i) {
    add({.title = i % 4 == 0 ? "Same. title" : "T" + std::to_string(i % 7),
         .category = 1 + i % 2,
         .post_date = 1'785'000'000 + i % 5,
         .salary = i % 3 == 0
                       ? "NULL,NULL,NULL,NULL,NULL"
                       : "50000,NULL,'USD','year'," + std::to_string(50'000 + i % 4 * 1'000)});
  }
  for (const std::string sort :
       {"newest", "oldest", "title-asc", "title-desc", "recently-added", "salary"}) {
    for (const std::string filter : {"", "&status=all", "&search=build"}) {
      std::set<int> seen;
      std::string cursor;
      int pages = 0;
      do {
        const auto document = get("/jobs?limit=5&sortBy=" + sort + filter +
                                  (cursor.empty() ? "" : "&cursor=" + cursor));
        ASSERT_EQ(last.status, 200) << last.body;
        for (const auto& job : document["data"]["jobs"]) {
          EXPECT_TRUE(seen.insert(job["id"].get<int>()).second) << sort << filter;
        }
        const auto& next = document["data"]["nextCursor"];
        cursor.clear();
        if (!next.is_string()) break;
        for (const char byte : next.get<std::string>()) cursor += byte == ' ' ? '+' : byte;
      } while (++pages < 10);
      EXPECT_EQ(seen.size(), 23U) << sort << filter;
      EXPECT_EQ(pages, 4) << sort << filter;
    }
  }
}

TEST_F(JobsApi, SortsByTitleAndSalary) {
  add({.title = "beta", .salary = "100,NULL,'USD','hour',208000"});
  add({.title = "Alpha", .salary = "9000000,NULL,'JPY','year',57000"});
  add({.title = "gamma"});
  for (const std::string filter : {"", "&category=1"}) {
    EXPECT_EQ(titles("?sortBy=title-asc" + filter), "Alpha|beta|gamma");
    EXPECT_EQ(titles("?sortBy=title-desc" + filter), "gamma|beta|Alpha");
    EXPECT_EQ(titles("?sortBy=recently-added" + filter), "gamma|Alpha|beta");
    EXPECT_EQ(titles("?sortBy=salary" + filter), "beta|Alpha|gamma");
  }
}

TEST_F(JobsApi, RefusesBadParametersByName) {
  for (const auto& [query, name] :
       std::vector<std::pair<const char*, const char*>>{{"limit=0", "limit"},
                                                        {"limit=-1", "limit"},
                                                        {"limit=101", "limit"},
                                                        {"limit=abc", "limit"},
                                                        {"limit=1e9", "limit"},
                                                        {"limit=NaN", "limit"},
                                                        {"limit=12345678901234567890", "limit"},
                                                        {"limit=1&limit=2", "limit"},
                                                        {"limit=5%00", "limit"},
                                                        {"offset=-1", "offset"},
                                                        {"offset=10001", "offset"},
                                                        {"category=18", "category"},
                                                        {"category=%25", "category"},
                                                        {"source=indeed", "source"},
                                                        {"remote=Mars", "remote"},
                                                        {"salaryMin=x", "salaryMin"},
                                                        {"postedWithin=0", "postedWithin"},
                                                        {"status=maybe", "status"},
                                                        {"sortBy=random", "sortBy"},
                                                        {"search=%FF", "search"},
                                                        {"search=a%00b", "search"},
                                                        {"search=%2", "search"},
                                                        {"cursor=x", "cursor"},
                                                        {"cursor=n-5", "cursor"},
                                                        {"cursor=n99999999999999999999", "cursor"},
                                                        {"cursor=o5", "cursor"},
                                                        {"search=a&cursor=p10001", "cursor"},
                                                        {"facets=maybe", "facets"}}) {
    const auto document = get(std::string("/jobs?") + query);
    EXPECT_EQ(last.status, 400) << query;
    EXPECT_EQ(document["success"], false) << query;
    EXPECT_EQ(document["error"]["code"], "invalid_parameter") << query;
    EXPECT_TRUE(document["error"]["message"].get<std::string>().starts_with(name)) << last.body;
    EXPECT_EQ(host.queries, 0) << query;
  }
  get("/jobs?search=" + std::string(10'240, 'a'));
  EXPECT_EQ(last.status, 400);
}

TEST_F(JobsApi, TakesEmptyAndUnknownParametersForAbsent) {
  add({});
  const auto document = get("/jobs?category=&search=&limit=&utm_source=x&q=1");
  EXPECT_EQ(document["data"]["total"], 1);
  EXPECT_EQ(document["meta"]["ignoredParams"], nlohmann::json::array({"utm_source", "q"}));
}

TEST_F(JobsApi, KeepsTheIndexInStepWithEveryChange) {
  const int id = add({.title = "Old title", .category = 2});
  host.sql("UPDATE jobs SET title = 'New title', category_id = 4, post_date = 1785000999");
  EXPECT_EQ(titles("?search=old"), "");
  EXPECT_EQ(titles("?search=new"), "New title");
  EXPECT_EQ(titles("?category=2"), "");
  EXPECT_EQ(titles("?category=4"), "New title");
  host.sql("UPDATE jobs SET closed_at = 1786000000");
  EXPECT_EQ(titles(""), "");
  EXPECT_EQ(titles("?status=closed"), "New title");
  host.sql("UPDATE jobs SET closed_at = NULL");
  EXPECT_EQ(titles("?category=4"), "New title");
  host.sql("DELETE FROM jobs WHERE id = " + std::to_string(id));
  EXPECT_EQ(titles("?status=all"), "");
  EXPECT_EQ(get("/jobs")["data"]["total"], 0);
}

TEST_F(JobsApi, CountsFacetsOnRequest) {
  add({.scope = R"('["MIDDLE_EAST","US"]')", .category = 3});
  add({.source = "lever", .category = 3});
  for (const std::string query : {"?facets=true", "?facets=true&category=3"}) {
    const auto facets = get("/jobs" + query)["data"]["facets"];
    EXPECT_EQ(facets["category"], (nlohmann::json{{"3", 2}})) << query;
    EXPECT_EQ(facets["source"], (nlohmann::json{{"greenhouse", 1}, {"lever", 1}})) << query;
    EXPECT_EQ(facets["remote"], (nlohmann::json{{"MIDDLE_EAST", 1}, {"US", 1}})) << query;
    EXPECT_LE(host.statements, 3);
  }
}

TEST_F(JobsApi, CountsFacetsOfWhatIsFound) {
  add({.scope = R"('["US"]')", .category = 3});
  add({.source = "lever", .scope = R"('["US","DE"]')", .category = 4});
  add({.source = "lever", .category = 3});
  using Facets = nlohmann::json;
  for (const auto& [query, category, source, remote] :
       std::vector<std::tuple<const char*, Facets, Facets, Facets>>{
           {"source=lever", {{"3", 1}, {"4", 1}}, {{"lever", 2}}, {{"DE", 1}, {"US", 1}}},
           {"category=3,4&source=lever",
            {{"3", 1}, {"4", 1}},
            {{"lever", 2}},
            {{"DE", 1}, {"US", 1}}},
           {"remote=DE", {{"4", 1}}, {{"lever", 1}}, {{"DE", 1}, {"US", 1}}},
           {"search=bridges&category=4", {{"4", 1}}, {{"lever", 1}}, {{"DE", 1}, {"US", 1}}},
           {"category=5", Facets::object(), Facets::object(), Facets::object()}}) {
    const auto document = get(std::string("/jobs?facets=true&") + query);
    const auto& facets = document["data"]["facets"];
    EXPECT_EQ(facets["category"], category) << query;
    EXPECT_EQ(facets["source"], source) << query;
    EXPECT_EQ(facets["remote"], remote) << query;
    EXPECT_FALSE(document["meta"].contains("facetsAmongNewest")) << query;
    expect_no_scan(query);
  }
}

TEST_F(JobsApi, SaysAmongHowManyItCountsFacets) {
  for (int i = 0; i < 121; ++i) add({});
  const auto document = get("/jobs?facets=true&search=bridges");
  EXPECT_EQ(document["data"]["facets"]["source"], (nlohmann::json{{"greenhouse", 120}}));
  EXPECT_EQ(document["meta"]["facetsAmongNewest"], 120);
  host.sql("DELETE FROM jobs WHERE id = 1");
  EXPECT_FALSE(get("/jobs?facets=true&search=bridges")["meta"].contains("facetsAmongNewest"));
}

TEST_F(JobsApi, ShowsOnePostingCleansedWithItsHistory) {
  const int id = add({.source = "remoteok", .board = ""});
  host.sql("UPDATE jobs SET title = 'Chief', content_hash = 'new', updated_at = 1785600000");
  const std::string path = "/jobs/" + std::to_string(id);
  const auto document = get(path);
  ASSERT_EQ(last.status, 200) << last.body;
  const auto& job = document["data"];
  EXPECT_EQ(job["description"], "We build bridges.");
  EXPECT_EQ(job["attribution"]["credit"], "via Remote OK");
  EXPECT_EQ(job["attribution"]["followLink"], true);
  ASSERT_EQ(job["history"].size(), 2U);
  EXPECT_EQ(job["history"][0]["change"], "opened");
  EXPECT_EQ(job["history"][1]["change"], "changed");
  EXPECT_EQ(job["history"][1]["fields"], nlohmann::json::array({"title"}));
  EXPECT_EQ(job["content"], "<p>We build <b>bridges</b>.</p>");
  EXPECT_EQ(host.queries, 1);
}

TEST_F(JobsApi, KnowsNoOtherIds) {
  add({});
  for (const char* id : {"0", "-1", "2", "1e0", "abc", "99999999999999999999", "%2e%2e", "1%2F1",
                         "%00", "%FF", "1073741824"}) {
    get(std::string("/jobs/") + id);
    EXPECT_EQ(last.status, 404) << id;
  }
}

TEST_F(JobsApi, ReadsWithoutScanningTheTable) {
  for (int i = 0; i < 5; ++i) add({});
  for (const std::string query :
       {"", "?sortBy=oldest", "?sortBy=title-asc", "?sortBy=title-desc", "?sortBy=recently-added",
        "?sortBy=salary", "?search=bridges", "?search=bridges&sortBy=title-asc",
        "?category=1&sortBy=salary", "?facets=true", "?facets=true&category=1", "/1"}) {
    get("/jobs" + query);
    EXPECT_EQ(last.status, 200) << query << last.body;
    EXPECT_GE(door.statements.size(), 2U);
    expect_no_scan(query);
  }
}

}  // namespace
}  // namespace spearyx::testing
