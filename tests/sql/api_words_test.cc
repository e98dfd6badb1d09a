#include <algorithm>
#include <set>

#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

using Ids = std::set<int>;

/// A board, and what people type into its search.
class SearchAsPeopleType : public ApiFixture {
 protected:
  void SetUp() override {
    post("Full Stack Developer", "Node.js, React and Postgres.", R"('["US"]')");  // 1
    post("Fullstack Engineers (m/f/d)", "Golang services.", R"('["DE"]')");       // 2
    post("Front-end Developer", "Vue.js and TypeScript.", R"('["WORLD"]')");      // 3
    post("Frontend Engineer", "JavaScript all day.", R"('["EUROPE"]')");          // 4
    post("DevOps Engineer", "K8s, Terraform, AWS.", R"('["US","CA"]')");          // 5
    post("Dev Ops Lead", "Kubernetes at scale.", R"('["GB"]')");                  // 6
    post("UX/UI Designer", "Figma.", R"('["US"]')");                              // 7
    post("UI/UX Lead", "Prototypes.", "NULL");                                    // 8
    post("QA Analyst", "Test plans.", R"('["IN"]')");                             // 9
    post("Quality Assurance Engineer", "Selenium.", R"('["PL"]')");               // 10
    post("SRE", "On-call.", R"('["NZ"]')");                                       // 11
    post("Site Reliability Engineer", "Pagers.", R"('["US"]')");                  // 12
    post("Go Developer", "Concurrency.", R"('["LATAM"]')");                       // 13
    post("Data Scientist", "Python. Join us.", R"('["US"]')");                    // 14
    post("Data Scientist", "R. Join us.", R"('["DE"]')");                         // 15
    post("Machine Learning Researcher", "Papers.", R"('["AT","CH","DE"]')");      // 16
    post("ML Engineer", "Models.", "NULL");                                       // 17
    post("Customer Success Managers", "Companies of any size.", R"('["AU"]')");   // 18
    post("Account Executive", "Sells to one company.", R"('["GB"]')");            // 19
    post("Łódź Office Lead", "Straße und Smørrebrød.", "NULL");                   // 20
    post("高级软件工程师", "负责后端。", R"('["CN"]')");                          // 21
    post("ソフトウェアエンジニア", "東京の会社です。", R"('["JP"]')");            // 22
    post("백엔드개발자", "서울에서 일합니다.", R"('["KR"]')");                    // 23
    post("C# Developer", ".NET and Azure.", R"('["IE"]')");                       // 24
    post("C++ Engineer", "Low latency.", "NULL");                                 // 25
    post("Senior Accountant", "Month end, front desk.", "NULL");                  // 26
    post("Nurse", "Health care at home.", "NULL");                                // 27
    post("Global Account Manager", "Travel.", R"('["WORLD"]')");                  // 28
  }

  void post(const char* title, const char* text, const char* scope) {
    add({.title = title, .company = "Acme", .board = "", .description = text, .scope = scope});
  }

  Ids found(const std::string& search) {
    Ids ids;
    const auto document = get("/jobs?limit=50&search=" + encoded(search));
    EXPECT_EQ(last.status, 200) << last.body;
    for (const auto& job : document["data"]["jobs"]) ids.insert(job["id"].get<int>());
    EXPECT_EQ(document["data"]["total"], ids.size()) << search;
    EXPECT_LE(host.statements, 3) << search;
    EXPECT_LE(host.queries, 2) << search;
    return ids;
  }

  static std::string encoded(const std::string& text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string all;
    for (const char byte : text) {
      const auto code = static_cast<unsigned char>(byte);
      all += {'%', kDigits[code / 16], kDigits[code % 16]};
    }
    return all;
  }
};

TEST_F(SearchAsPeopleType, FindsWhatTheyMean) {
  const std::vector<std::pair<const char*, Ids>> cases{
      // Joined and split.
      {"fullstack", {1, 2}},
      {"full stack", {1, 2}},
      {"full-stack", {1, 2}},
      {"Full Stack Developer", {1}},
      {"fullstack engineer", {2}},
      {"frontend", {3, 4}},
      {"front end", {3, 4, 26}},
      {"front-end", {3, 4}},
      {"front end developer", {3}},
      {"\"front end\"", {3}},
      {"devops", {5, 6}},
      {"dev ops", {5, 6}},
      {"dev-ops", {5, 6}},
      {"devops lead", {6}},
      {"ux/ui", {7, 8}},
      {"ui/ux", {7, 8}},
      {"ux ui", {7, 8}},
      {"uxui", {7, 8}},
      {"ui ux designer", {7}},
      {"nodejs", {1}},
      {"node.js", {1}},
      {"node js", {1}},
      {"vue.js", {3}},
      {"vuejs", {3}},
      {"vue", {3}},
      {"healthcare", {27}},
      {"health care", {27}},
      // Singular and plural.
      {"engineers", {2, 4, 5, 10, 12, 17, 25}},
      {"engineer", {2, 4, 5, 10, 12, 17, 25}},
      {"developers", {1, 3, 13, 24}},
      {"full stack developers", {1}},
      {"customer success manager", {18}},
      {"customers success managers", {18}},
      {"companies", {18, 19}},
      {"company", {18, 19}},
      {"data scientists", {14, 15}},
      {"nurses", {27}},
      {"news", {}},
      // Other words of the same meaning.
      {"golang", {2, 13}},
      {"go", {2, 13}},
      {"golang developer", {13}},
      {"js", {1, 3, 4}},
      {"javascript", {1, 3, 4}},
      {"typescript", {3}},
      {"ts", {3}},
      {"k8s", {5, 6}},
      {"kubernetes", {5, 6}},
      {"K8S devops", {5, 6}},
      {"qa", {9, 10}},
      {"quality assurance", {9, 10}},
      {"qa engineer", {10}},
      {"sre", {11, 12}},
      {"site reliability", {11, 12}},
      {"site reliability engineer", {12}},
      {"ml", {16, 17}},
      {"machine learning", {16, 17}},
      {"ml engineer", {17}},
      {"csharp", {24}},
      {"c#", {24}},
      {"dotnet", {24}},
      {".net", {24}},
      {"cpp", {25}},
      {"c++", {25}},
      {"postgresql", {1}},
      {"sr accountant", {26}},
      {"amazon web services", {5}},
      {"csm", {}},
      {"go dev", {13}},
      // Phrases and exclusions mean what they say.
      {"\"machine learning\"", {16}},
      {"\"ml\"", {17}},
      {"\"golang\"", {2}},
      {"\"engineer\"", {4, 5, 10, 12, 17, 25}},
      {"developer -go", {1, 3, 24}},
      {"golang -developer", {2}},
      {"devops -lead", {5}},
      {"lead -\"dev ops\"", {8, 20}},
      {"engineer -engineers -qa -assurance", {4, 5, 12, 17, 25}},
      // Places.
      {"data scientist usa", {14}},
      {"data scientist us", {14}},
      {"data scientist united states", {14}},
      {"USA data scientist", {14}},
      {"data scientist germany", {15}},
      {"data scientist deutschland", {15}},
      {"researcher dach", {16}},
      {"developer latam", {13}},
      {"engineer europe", {4}},
      {"sre new zealand", {11}},
      {"account executive uk", {19}},
      {"developer worldwide", {3}},
      {"global account manager", {28}},
      {"data scientist france", {}},
      // Letters.
      {"lodz", {20}},
      {"Łódź", {20}},
      {"łodz", {20}},
      {"strasse", {20}},
      {"straße", {20}},
      {"STRASSE", {20}},
      {"smorrebrod", {20}},
      {"工程师", {21}},
      {"软件", {21}},
      {"高级软件工程师", {21}},
      {"师工", {}},
      {"软件 后端", {21}},
      {"エンジニア", {22}},
      {"東京", {22}},
      {"会社", {22}},
      {"개발자", {23}},
      {"백엔드", {23}},
      {"서울", {23}},
      // Slips.
      {"kuberntes", {6}},
      {"desinger", {7}},
      {"accuontant", {26}},
  };
  EXPECT_GE(cases.size(), 80U);
  for (const auto& [search, expected] : cases) EXPECT_EQ(found(search), expected) << search;
}

TEST_F(SearchAsPeopleType, SaysWhatItSearchedForAsWell) {
  const auto also = [this](const char* search) {
    return get("/jobs?search=" + encoded(search))["meta"].value("searchedAlso",
                                                                nlohmann::json::array());
  };
  EXPECT_EQ(also("golang developer usa"),
            nlohmann::json::parse(R"([{"term":"golang","words":["go"],"scopes":[]},
              {"term":"usa","words":[],"scopes":["US"]}])"));
  EXPECT_EQ(also("data scientists"), nlohmann::json::array());
  EXPECT_EQ(also("\"golang\" -k8s"), nlohmann::json::array());
  EXPECT_EQ(also("golang a1 a2 a3 a4 a5 a6 a7 a8"), nlohmann::json::array()) << "of many words";
}

TEST_F(SearchAsPeopleType, FindsEveryLetterAsItIsAndAsItIsSpelt) {
  for (const char* letters :
       {"ÀÉÎÕÜÇÑŠŽ", "ąćęłńóśźż", "ßẞøØđĐðÐæÆœŒı", "þÞħĦĳĲĸŀĿŉŋŊŧŦ", "Ёжик", "Ωμέγα", "ăâîșț"}) {
    const int id = add({.title = letters, .board = ""});
    EXPECT_EQ(found(letters), Ids{id}) << letters;
  }
  EXPECT_EQ(found("acelnoszz").size(), 1U);
  EXPECT_EQ(found("ssssooddddaeaeoeoei").size(), 1U);
}

/// An empty list says what would fill it.
class WithoutFilters : public ApiFixture {
 protected:
  void SetUp() override {
    for (int i = 0; i < 30; ++i) add({.title = "Plumber", .scope = "'[\"US\"]'", .category = 2});
    for (int i = 0; i < 3; ++i) add({.title = "Welder", .scope = "'[\"DE\"]'", .category = 3});
    add({.title = "Joiner", .scope = "'[\"WORLD\"]'", .category = 3});
  }

  std::string without(const std::string& query) {
    std::string all;
    for (const auto& one : get("/jobs?" + query)["meta"].value("withoutFilter", nlohmann::json())) {
      all += (all.empty() ? "" : "|") + one["parameter"].get<std::string>() + " " +
             one["total"].dump() + (one["totalIsExact"].get<bool>() ? "" : "+");
    }
    return all;
  }
};

TEST_F(WithoutFilters, TellsWhatEachKeepsOut) {
  for (const auto& [query, expected] : std::vector<std::pair<const char*, const char*>>{
           {"search=plumber&category=3", "category 20+|search 4"},
           {"search=plumber&remote=DE", "remote 20+|search 3"},
           {"search=plumbre&remote=DE", "remote 20+|search 3"},
           {"search=plumber&livesIn=DE", "livesIn 20+|search 4"},
           {"search=welder&worldwide=true", "worldwide 3|search 1"},
           {"search=welder&level=senior", "level 3"},
           {"search=welder&category=2&source=lever", ""},
           {"search=joiner&salaryMin=1&postedWithin=1", ""},
           {"category=13", "category 20+"},
           {"category=3&search=welder", ""},
           {"search=zzzzzz", ""},
           {"search=zzzzzz&category=3", "search 4"},
           {"company=nobody&employmentType=contract", ""},
           {"company=acme&hours=2", "hours 20+"},
           {"openedSince=2026-12-31&category=3", "openedSince 4"},
           {"category=3&search=plumber&offset=1", ""},
       }) {
    EXPECT_EQ(without(query), expected) << query;
    EXPECT_LE(host.queries, 3) << query;
  }
}

TEST_F(WithoutFilters, CountsWhatTheListWouldHold) {
  const auto filled = get("/jobs?search=plumber&category=3")["meta"]["withoutFilter"];
  EXPECT_EQ(filled[1]["total"], get("/jobs?category=3")["data"]["total"]);
  expect_no_scan("without a filter");
}

}  // namespace
}  // namespace spearyx::testing
