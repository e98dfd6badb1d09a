#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

class SearchApi : public ApiFixture {
 protected:
  void SetUp() override {
    add({.title = "C++ Engineer", .description = "Low latency systems."});
    add({.title = "C# Developer", .description = "We use .NET and Azure."});
    add({.title = "Account Executive", .company = "Networks R Us", .description = "Close deals."});
    add({.title = "Machine Learning Engineer", .description = "Python, not Java."});
    add({.title = "Learning Designer", .description = "A machine shop teaches."});
    add({.title = "Café Manager", .description = "100% remote_work."});
    add({.title = "Kubernetes Administrator", .description = "Clusters."});
    add({.title = "Go Developer", .description = "Good pay."});
    add({.title = "Writer", .description = "Kubernetes is mentioned here only."});
  }
};

TEST_F(SearchApi, FindsWhatIsMeant) {
  struct Case {
    const char* search;
    const char* expected;
  };
  for (const auto& [search, expected] : std::vector<Case>{
           {"c%2B%2B", "C++ Engineer"},
           {"C%2B%2B+engineer", "C++ Engineer"},
           {"c%23", "C# Developer"},
           {".net", "C# Developer"},
           {".NET+azure", "C# Developer"},
           {"netw", "Account Executive"},
           {"%22machine+learning%22", "Machine Learning Engineer"},
           {"learning+-machine", ""},
           {"learning+-engineer", "Learning Designer"},
           {"engineer+-%22machine+learning%22", "C++ Engineer"},
           {"cafe", "Café Manager"},
           {"CAF%C3%89", "Café Manager"},
           {"go", "Go Developer"},
           {"kubernetes", "Kubernetes Administrator|Writer"},
           {"kuber", "Kubernetes Administrator|Writer"},
           {"python+engineer", "Machine Learning Engineer"},
           {"zzzzzz", ""},
       }) {
    EXPECT_EQ(titles(std::string("?search=") + search), expected) << search;
    EXPECT_LE(host.statements, 3) << search;
    EXPECT_LE(host.queries, 2) << search;
  }
}

/// A small job board, and what a searcher expects of it.
class SearchQuality : public ApiFixture {
 protected:
  void SetUp() override {
    const auto post = [this](const char* title, const char* company, const char* text) {
      add({.title = title, .company = company, .board = "", .description = text});
    };
    post("Senior Backend Engineer (Go)", "Harbour Labs", "Distributed systems in Go and Postgres.");
    post("Backend Developer", "Papercrane", "Java, Spring Boot and Kafka.");
    post("JavaScript Engineer", "Papercrane", "TypeScript, React and Node.js all day.");
    post("Front-end Developer", "Lumen & Co", "React, CSS, accessibility.");
    post("Frontend Engineer", "Lumen & Co", "Vue and design systems.");
    post("C++ Engineer, Compilers", "Bitforge", "Modern C++20, LLVM.");
    post("C#/.NET Developer", "Bitforge", "ASP.NET Core, C# 12, Azure.");
    post("Embedded C Engineer", "Bitforge", "Firmware in plain C.");
    post("Data Scientist", "Quantile", "R, Python and causal inference.");
    post("Machine Learning Engineer", "Quantile", "PyTorch; learning to rank.");
    post("Machine Operator Trainer", "Steelworks", "Learning materials for operators.");
    post("Site Reliability Engineer", "Harbour Labs", "Kubernetes, Terraform, on-call.");
    post("Customer Success Manager", "Papercrane", "Onboarding of customers in EMEA.");
    post("Product Manager, Payments", "Zürich Pay", "Card payments. Net revenue.");
    post("Ingénieur logiciel", "Café Numérique", "Développement en Python.");
    post("Technical Writer", "Harbour Labs", "Write docs for Kubernetes users.");
  }

  /// Whether the list of titles holds one as a whole.
  static bool holds(const std::string& titles, const std::string& title) {
    return ("|" + titles + "|").find("|" + title + "|") != std::string::npos;
  }
};

TEST_F(SearchQuality, FindsWhatASearcherExpects) {
  struct Case {
    const char* search;
    std::vector<const char*> expected;
  };
  const std::vector<Case> cases{
      {"backend", {"Senior Backend Engineer (Go)", "Backend Developer"}},
      {"BACKEND", {"Senior Backend Engineer (Go)", "Backend Developer"}},
      {"back", {"Senior Backend Engineer (Go)", "Backend Developer"}},
      {"engineer+back", {"Senior Backend Engineer (Go)"}},
      {"developer+backend", {"Backend Developer"}},
      {"go", {"Senior Backend Engineer (Go)"}},
      {"java", {"Backend Developer"}},
      {"javas", {"JavaScript Engineer"}},
      {"engineer+node", {"JavaScript Engineer"}},
      {"%22java%22", {"Backend Developer"}},
      {"javascript", {"JavaScript Engineer"}},
      {"node.js", {"JavaScript Engineer"}},
      {"front-end", {"Front-end Developer", "Frontend Engineer"}},
      {"frontend", {"Front-end Developer", "Frontend Engineer"}},
      {"react+-css", {"JavaScript Engineer"}},
      {"c%2B%2B", {"C++ Engineer, Compilers"}},
      {"C%2B%2B20", {"C++ Engineer, Compilers"}},
      {"c%2B%2B+engineer", {"C++ Engineer, Compilers"}},
      {"c%23", {"C#/.NET Developer"}},
      {"asp.net", {"C#/.NET Developer"}},
      {".net+developer", {"C#/.NET Developer"}},
      {"llvm+compilers", {"C++ Engineer, Compilers"}},
      {"%22machine+learning%22", {"Machine Learning Engineer"}},
      {"%22learning+machine%22", {}},
      {"machine+learning", {"Machine Learning Engineer", "Machine Operator Trainer"}},
      {"machine+learning+-operator", {"Machine Learning Engineer"}},
      {"learning+-%22machine+learning%22", {"Machine Operator Trainer"}},
      {"zurich", {"Product Manager, Payments"}},
      {"Z%C3%BCrich+pay", {"Product Manager, Payments"}},
      {"ingenieur", {"Ingénieur logiciel"}},
      {"cafe+python", {"Ingénieur logiciel"}},
      {"python", {"Data Scientist", "Ingénieur logiciel"}},
      {"lumen+%26+co", {"Front-end Developer", "Frontend Engineer"}},
      {"harbour+labs",
       {"Senior Backend Engineer (Go)", "Site Reliability Engineer", "Technical Writer"}},
      {"on-call", {"Site Reliability Engineer"}},
      {"papercrane+-engineer+-developer", {"Customer Success Manager"}},
      {"kuberntes", {"Site Reliability Engineer", "Technical Writer"}},
      {"enginere+backend", {"Senior Backend Engineer (Go)"}},
      {"pyhton", {"Data Scientist", "Ingénieur logiciel"}},
      {"javascirpt", {"JavaScript Engineer"}},
      {"acounts+payable", {}},
      {"custmer+success", {"Customer Success Manager"}},
      {"plumber", {}},
      {"kuberntes+%26+a", {"Site Reliability Engineer", "Technical Writer"}},
      {"the+docs+for+a+kubernetes", {"Technical Writer"}},
      {"%22the+docs%22", {}},
      {"engineer+ba", {"Senior Backend Engineer (Go)"}},
      {"acounts+pa", {}},
      {"enginere+go", {"Senior Backend Engineer (Go)"}},
      {"ENGINERE+GO", {"Senior Backend Engineer (Go)"}},
      {"enginere+-bitforge+-frontend+-javascript+-machine+-senior", {"Site Reliability Engineer"}},
      {"enginere+%22plain+c%22", {"Embedded C Engineer"}},
      {"%28backend+OR+frontend%29+AND+NOT+go", {}},
      {"%22backend+engineer%22", {"Senior Backend Engineer (Go)"}},
      {"manager", {"Customer Success Manager", "Product Manager, Payments"}},
      {"manager+-customer", {"Product Manager, Payments"}},
      {"Z%C3%9CRICH", {"Product Manager, Payments"}},
      {"zu%CC%88rich", {"Product Manager, Payments"}},
      {"ing%C3%A9nieur", {"Ingénieur logiciel"}},
      {"%22quantile", {"Data Scientist", "Machine Learning Engineer"}},
      {"steelworks", {"Machine Operator Trainer"}},
      {"%F0%9F%A6%80", {}},
      {"%F0%9F%A6%80+kafka", {}},
      {"NEAR%28kafka", {}},
      {"kafka+*", {"Backend Developer"}},
      {"kafka+-", {"Backend Developer"}},
      {"kafka%2A", {"Backend Developer"}},
      {"%2Bkafka+%2B%22spring+boot%22", {"Backend Developer"}},
      {"kafka%2C+java", {"Backend Developer"}},
      {"%28kafka%29", {"Backend Developer"}},
      {"kuberntes+enginere", {"Site Reliability Engineer"}},
      {"kuberntes&source=greenhouse", {"Site Reliability Engineer", "Technical Writer"}},
      {"kuberntes&source=lever", {}},
  };
  for (const auto& [search, expected] : cases) {
    const std::string found = titles(std::string("?limit=50&search=") + search);
    for (const char* title : expected) {
      EXPECT_TRUE(holds(found, title)) << search << " finds " << found << ", not " << title;
    }
    const auto total = get(std::string("/jobs?search=") + search)["data"]["total"];
    EXPECT_EQ(total, expected.size()) << search << " finds " << found;
  }
}

TEST_F(SearchQuality, RanksTheTitleFirst) {
  for (const auto& [search, first] : std::vector<std::pair<const char*, const char*>>{
           {"kubernetes+engineer", "Site Reliability Engineer"},
           {"writer", "Technical Writer"},
           {"learning", "Machine Learning Engineer"},
           {"c%23", "C#/.NET Developer"},
           {".net", "C#/.NET Developer"},
           {"developer", "C#/.NET Developer"}}) {
    EXPECT_TRUE(titles(std::string("?limit=1&search=") + search) == first)
        << search << ": " << titles(std::string("?search=") + search);
  }
}

TEST_F(SearchApi, TakesNoCharacterForAWildcardOrAnOperator) {
  for (const char* search :
       {"%25", "_", "%25%25", "*", "%22", "%22%22", "-", "--", "()", "%27", "%5E", ":", "%7B%7D",
        "%27%3B+DROP+TABLE+jobs", "a+OR+b+AND", "NEAR(", "title:x", "%E2%80%94"}) {
    EXPECT_EQ(titles(std::string("?search=") + search), "") << search;
    EXPECT_EQ(last.status, 200) << search << last.body;
  }
  EXPECT_EQ(titles("?search=%25remote_work"), "Café Manager");
}

TEST_F(SearchApi, ExcludesWithoutWantingAnything) {
  EXPECT_EQ(get("/jobs?search=-kubernetes")["data"]["total"], 7);
}

TEST_F(SearchApi, CorrectsASlipOnlyWhereNothingIsFound) {
  for (const auto& [search, corrected] :
       std::vector<std::pair<const char*, const char*>>{{"kuberntes", "kubernetes"},
                                                        {"ukbernetes", "kubernetes"},
                                                        {"kubrenetse", "kubernetes"},
                                                        {"pyhton", "python"},
                                                        {"enginer+pyton", "engineer python"},
                                                        {"dveloper", "developer"}}) {
    const auto document = get(std::string("/jobs?search=") + search);
    EXPECT_GT(document["data"]["total"], 0) << search;
    EXPECT_EQ(document["meta"].value("correctedSearch", ""), corrected) << search;
  }
  EXPECT_FALSE(get("/jobs?search=kubernetes")["meta"].contains("correctedSearch"));
}

TEST_F(SearchApi, PagesThroughACorrectedSearch) {
  const auto first = get("/jobs?search=enginere&limit=1");
  EXPECT_EQ(first["data"]["total"], 2);
  const std::string cursor = first["data"]["nextCursor"];
  for (const std::string& next : {"&cursor=" + cursor, std::string("&offset=1")}) {
    const auto second = get("/jobs?search=enginere&limit=1" + next);
    ASSERT_EQ(second["data"]["jobs"].size(), 1U) << next;
    EXPECT_EQ(second["meta"]["correctedSearch"], "engineer");
    EXPECT_NE(second["data"]["jobs"][0]["id"], first["data"]["jobs"][0]["id"]);
  }
}

TEST_F(SearchApi, CorrectsInThreeStatementsWhateverTheOrder) {
  for (const char* sort : {"relevance", "newest", "oldest", "title-asc", "salary"}) {
    const auto document = get(std::string("/jobs?search=enginere+pyton&sortBy=") + sort);
    EXPECT_EQ(document["data"]["total"], 1) << sort;
    EXPECT_EQ(document["meta"]["correctedSearch"], "engineer python") << sort;
    EXPECT_EQ(host.statements, 3) << sort;
    EXPECT_EQ(host.queries, 2) << sort;
  }
}

TEST_F(SearchApi, CountsFacetsOfWhatItSearchedForInTheEnd) {
  const auto misspelt = get("/jobs?search=enginere&facets=true");
  EXPECT_EQ(misspelt["data"]["facets"]["source"]["greenhouse"], 2);
  EXPECT_EQ(host.statements, 3);
  EXPECT_EQ(host.queries, 2);
  const auto spelt = get("/jobs?search=engineer&facets=true");
  EXPECT_EQ(host.statements, 3);
  EXPECT_EQ(host.queries, 2);
  EXPECT_EQ(misspelt["data"], spelt["data"]);
  EXPECT_EQ(misspelt["meta"]["totalIsExact"], true);
  EXPECT_EQ(get("/jobs?search=ku&facets=true")["data"]["facets"]["source"]["greenhouse"], 2);
  EXPECT_EQ(host.queries, 2);
  EXPECT_TRUE(get("/jobs?search=%25&facets=true")["data"]["facets"]["source"].empty());
  get("/jobs?search=zzzzzz&facets=true");
  EXPECT_EQ(host.queries, 1);
  get("/jobs?search=-kubernetes&facets=true");
  EXPECT_EQ(host.queries, 1);
}

TEST_F(SearchApi, SaysWhatItDoesNotSearchFor) {
  const auto ignored = [&](const std::string& search) {
    const auto meta = get("/jobs?search=" + search)["meta"];
    return meta.value("ignoredSearchTerms", nlohmann::json::array());
  };
  EXPECT_EQ(ignored("kubernetes"), nlohmann::json::array());
  EXPECT_EQ(ignored("the+Clusters+FOR+you"), nlohmann::json::array({"the", "FOR", "you"}));
  EXPECT_EQ(ignored("the+and"), nlohmann::json::array()) << "there is nothing else";
  EXPECT_EQ(ignored("the+and+of+to+you"), nlohmann::json::array({"to", "you"})) << "three will do";
  EXPECT_EQ(ignored("%22the+and%22+go"), nlohmann::json::array());
  std::string many;
  for (int i = 1; i <= 18; ++i) many += "w" + std::to_string(i) + "+";
  EXPECT_EQ(ignored(many), nlohmann::json::array({"w17", "w18"}));
}

TEST_F(SearchApi, CompletesTheLastWordWhereItIsNone) {
  for (const auto& [search, found] : std::vector<std::pair<const char*, const char*>>{
           {"kuber", "Kubernetes Administrator|Writer"},
           {"ku", "Kubernetes Administrator|Writer"},
           {"k", ""},
           {"go", "Go Developer"},
           {"developer+az", "C# Developer"},
           {"az+developer", ""},
           {"%22kuber%22", ""},
           {"machine+learn", "Machine Learning Engineer|Learning Designer"}}) {
    EXPECT_EQ(titles(std::string("?search=") + search), found) << search;
    EXPECT_FALSE(get(std::string("/jobs?search=") + search)["meta"].contains("correctedSearch"));
  }
}

TEST_F(SearchApi, RanksTitlesAboveTexts) {
  EXPECT_EQ(titles("?search=kubernetes&limit=1"), "Kubernetes Administrator");
  EXPECT_EQ(titles("?search=developer&sortBy=title-asc"), "C# Developer|Go Developer");
}

TEST_F(SearchApi, PagesThroughACommonWordTitlesFirst) {
  host.sql(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5200)"
      " INSERT INTO jobs (source_name, board, external_id, title, company, source_url, description,"
      " post_date, content_hash) SELECT 'lever', 'x', 'n' || i, iif(i % 100, 'Person ', 'Plumber ')"
      " || i, 'X', 'https://example.com/n' || i, 'A plumber.', 1780000000 + i, 'h' FROM n");
  const auto first = get("/jobs?search=plumber&limit=50");
  ASSERT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(first["data"]["jobs"][0]["title"], "Plumber 5200");
  EXPECT_EQ(first["data"]["jobs"][19]["title"], "Plumber 3300") << "of some two thousand";
  EXPECT_EQ(first["data"]["jobs"][20]["title"], "Person 5199");
  EXPECT_FALSE(first["meta"]["totalIsExact"].get<bool>());
  EXPECT_EQ(first["data"]["total"], 100);
  const auto second =
      get("/jobs?search=plumber&limit=50&cursor=" + first["data"]["nextCursor"].get<std::string>());
  EXPECT_EQ(second["data"]["jobs"][0]["title"], "Person 5169");
}

/// The index knows pay up to 1,048,575 dollars; a higher sum is looked for among the newest.
class SalarySearch : public ApiFixture {};

TEST_F(SalarySearch, LooksAmongTheNewestForASalaryThatTheIndexDoesNotKnow) {
  add_many(300, "'Plumber ' || i", "iif(i % 30, 1100000, 5000000 + i)");
  for (const auto& [sort, first] :
       std::vector<std::pair<std::string, int>>{{"newest", 300},
                                                {"oldest", 240},
                                                {"title-asc", 240},
                                                {"recently-added", 300},
                                                {"salary", 300},
                                                {"relevance&search=plumber", 300}}) {
    const auto document = get("/jobs?salaryMin=5000000&limit=2&sortBy=" + sort);
    ASSERT_EQ(document["data"]["jobs"].size(), 2U) << sort << last.body;
    if (!sort.starts_with("relevance")) {
      EXPECT_EQ(document["data"]["jobs"][0]["title"], "Plumber " + std::to_string(first)) << sort;
    }
    EXPECT_EQ(document["meta"]["sortedAmongNewest"], 90) << sort;
    EXPECT_EQ(document["meta"]["totalIsExact"], false) << sort;
    const auto second = get("/jobs?salaryMin=5000000&limit=2&sortBy=" + sort +
                            "&cursor=" + document["data"]["nextCursor"].get<std::string>());
    EXPECT_EQ(second["data"]["jobs"].size(), 1U) << sort;
    EXPECT_EQ(second["data"]["hasMore"], false) << sort;
    EXPECT_EQ(second["data"]["total"], 3) << "of the newest: " << sort;
    EXPECT_EQ(second["meta"]["totalIsExact"], false) << sort;
    expect_no_scan(sort);
  }
  const auto nobody = get("/jobs?salaryMin=100000000");
  EXPECT_EQ(nobody["data"]["total"], 0);
  EXPECT_EQ(nobody["meta"]["totalIsExact"], false);
  EXPECT_FALSE(get("/jobs?salaryMin=1048575")["meta"].contains("sortedAmongNewest"));
}

TEST_F(SalarySearch, IsExactWhereThereAreFew) {
  add_many(20, "'Plumber ' || i", "iif(i % 2, 100200, 120000)");
  for (const char* search :
       {"", "&search=plumber", "&search=plumbre", "&search=plumbre&facets=1"}) {
    const auto all = get(std::string("/jobs?salaryMin=100500") + search);
    EXPECT_EQ(all["data"]["total"], 10) << search;
    EXPECT_EQ(all["meta"]["totalIsExact"], true) << search;
    EXPECT_FALSE(all["meta"].contains("sortedAmongNewest")) << search;
    for (const auto& job : all["data"]["jobs"]) EXPECT_EQ(job["salaryMax"], 120'000);
  }
  EXPECT_EQ(get("/jobs?salaryMin=100500&facets=1")["data"]["facets"]["category"]["1"], 10);
  const auto first = get("/jobs?salaryMin=100500&limit=3");
  EXPECT_EQ(first["data"]["total"], 10);
  EXPECT_EQ(first["meta"]["totalIsExact"], true);
}

TEST_F(SalarySearch, SortsTheNewest) {
  add_many(200, "'Plumber ' || i", "100000 + i");
  for (const auto& [sort, first] :
       std::vector<std::pair<const char*, const char*>>{{"title-asc", "Plumber 111"},
                                                        {"title-desc", "Plumber 200"},
                                                        {"recently-added", "Plumber 200"},
                                                        {"salary", "Plumber 200"}}) {
    const auto document = get(std::string("/jobs?company=acme&limit=100&sortBy=") + sort);
    EXPECT_EQ(document["data"]["jobs"].size(), 90U) << sort;
    EXPECT_EQ(document["data"]["jobs"][0]["title"], first) << sort;
    EXPECT_EQ(document["data"]["total"], 200) << "counted beside the order: " << sort;
    EXPECT_EQ(document["meta"]["sortedAmongNewest"], 90) << sort;
    expect_no_scan(sort);
  }
}

}  // namespace
}  // namespace spearyx::testing
