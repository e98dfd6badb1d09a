#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

class PageAddress : public ApiFixture {
 protected:
  std::string slug_of(const std::string& title, const std::string& company) {
    const int id = add({.title = title, .company = company});
    return get("/jobs/" + std::to_string(id))["data"]["slug"];
  }
};

TEST_F(PageAddress, IsMadeOfTitleAndCompany) {
  struct Case {
    const char* title;
    const char* company;
    const char* slug;
  };
  for (const auto& [title, company, slug] : std::vector<Case>{
           {"Lock Keeper", "Inland Waters", "lock-keeper-inland-waters"},
           {"C++ / C# Engineer (m/f/d)", "Acme, Inc.", "c-c-engineer-m-f-d-acme-inc"},
           {"Ingénieur logiciel", "Ærø Łódź", "ingenieur-logiciel-aero-lodz"},
           {"Ingénieur", "Straße", "ingenieur-strasse"},
           {"🦀 Rust", "東京", "rust"},
           {"東京", "🦀", "job"},
           {"--", "..", "job"},
           {"../../etc", "%2f", "etc-2f"},
       }) {
    EXPECT_EQ(slug_of(title, company), slug) << title;
  }
}

TEST_F(PageAddress, HasAtMostEightyLettersAndEndsInOne) {
  EXPECT_EQ(slug_of(std::string(100, 'a'), "x"), std::string(80, 'a'));
  EXPECT_EQ(slug_of(std::string(79, 'a'), "x"), std::string(79, 'a'));
}

TEST_F(PageAddress, IsTheSameInListsFeedsAndSitemap) {
  add({.title = "Lock Keeper", .company = "Inland Waters"});
  const std::string page = "https://jobs.example/jobs/1/lock-keeper-inland-waters";
  EXPECT_EQ(get("/jobs")["data"]["jobs"][0]["slug"], "lock-keeper-inland-waters");
  EXPECT_NE(send("GET", "/sitemap.xml").body.find("<loc>" + page + "</loc>"), std::string::npos);
  EXPECT_NE(send("GET", "/feed.xml").body.find("<link>" + page + "</link>"), std::string::npos);
  const auto feed = nlohmann::json::parse(send("GET", "/feed.json").body);
  EXPECT_EQ(feed["items"][0]["url"], page);
}

TEST_F(PageAddress, FeedsKnowAPostingAgainWhoseTitleHasChanged) {
  const int id = add({.title = "Lock Keeper"});
  for (const char* title : {"Lock Keeper", "Bridge Keeper"}) {
    host.sql(std::string("UPDATE jobs SET title = '") + title + "'");
    const std::string identity = "https://jobs.example/jobs/" + std::to_string(id);
    const auto feed = nlohmann::json::parse(send("GET", "/feed.json").body);
    EXPECT_EQ(feed["items"][0]["id"], identity);
    EXPECT_NE(send("GET", "/feed.xml").body.find(">" + identity + "</guid>"), std::string::npos);
  }
}

/// Jobicy's terms: its postings are for readers, not for those who hand them on.
TEST_F(PageAddress, IsGivenOutForPostingsThatMayBeHandedOn) {
  add({.title = "Heron Watcher", .source = "jobicy", .board = ""});
  add({.title = "Dam Builder", .source = "ashby"});
  for (const char* path : {"/sitemap.xml", "/feed.xml", "/feed.json",
                           "/feed.xml?source=jobicy,ashby", "/feed.json?search=acme"}) {
    const std::string body = send("GET", path).body;
    EXPECT_TRUE(body.contains("dam-builder")) << path << body;
    EXPECT_FALSE(body.contains("heron-watcher")) << path;
  }
  for (const char* path : {"/feed.xml?source=jobicy", "/feed.json?source=jobicy"}) {
    EXPECT_EQ(send("GET", path).status, 200) << path;
    EXPECT_FALSE(send("GET", path).body.contains("heron-watcher")) << path;
  }
  EXPECT_TRUE(send("GET", "/api/v3/jobs").body.contains("Heron Watcher"));
}

}  // namespace
}  // namespace spearyx::testing
