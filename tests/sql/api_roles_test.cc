#include <string>
#include <vector>

#include "sql/api_fixture.h"
#include "store/roles.h"

namespace spearyx::testing {
namespace {

class RolesApi : public ApiFixture {
 protected:
  void SetUp() override { allow_writes(); }

  /// A posting of the role with the key, all of one text.
  int add_to(std::int64_t key, const std::string& location, StoredPosting posting = {}) {
    const int id = add(posting);
    host.sql("UPDATE jobs SET role_key = " + std::to_string(key) + ", location = '" + location +
             "', role_text = '0500" + std::string(52, 'a') +
             "000' WHERE id = " + std::to_string(id));
    const Statement place = store::place_roles({Source::kGreenhouse, "acme"}, {key});
    EXPECT_TRUE(host.query({&place, 1}));
    return id;
  }

  nlohmann::json role_of(int id) { return get("/jobs/" + std::to_string(id))["data"]["role"]; }
};

TEST_F(RolesApi, ListsAPostingForEachRole) {
  add_to(7, "Berlin", {.title = "A"});
  add_to(7, "Paris", {.title = "B"});
  add_to(8, "Rome", {.title = "C"});
  for (const std::string order : {"newest", "oldest", "title-asc", "salary", "recently-added"}) {
    const auto document = get("/jobs?facets=true&sortBy=" + order);
    EXPECT_EQ(document["data"]["jobs"].size(), 2U) << order;
    EXPECT_EQ(document["data"]["total"], 2) << order;
    EXPECT_EQ(document["data"]["facets"]["source"]["greenhouse"], 2) << order;
    expect_no_scan(order);
    EXPECT_EQ(get("/jobs?duplicates=show&sortBy=" + order)["data"]["total"], 3) << order;
    EXPECT_EQ(last.status, 200);
  }
  EXPECT_EQ(titles("?sortBy=title-asc"), "A|C");
  EXPECT_EQ(titles("?sortBy=title-asc&duplicates=show"), "A|B|C");
  EXPECT_EQ(get("/stats")["stats"]["totalJobs"], 2);
  EXPECT_EQ(get("/jobs?duplicates=some")["error"]["code"], "invalid_parameter");
}

TEST_F(RolesApi, NamesThePlacesOfARole) {
  const int leader = add_to(7, "Berlin");
  add_to(7, "Paris");
  add_to(7, "Berlin");
  const auto role = get("/jobs")["data"]["jobs"][0]["role"];
  EXPECT_EQ(role["id"], leader);
  EXPECT_EQ(role["postings"], 3);
  EXPECT_EQ(role["places"], nlohmann::json::array({"Berlin", "Paris"}));
}

TEST_F(RolesApi, TellsOfAPostingItsCopiesAndWhyTheyAreSome) {
  const int leader = add_to(7, "Berlin");
  const int copy = add_to(7, "Paris");
  const int feed = add_to(7, "", {.source = "remoteok", .board = ""});
  auto role = role_of(leader);
  EXPECT_EQ(role["id"], leader);
  EXPECT_EQ(role["copies"][0]["id"], copy);
  EXPECT_EQ(role["copies"][0]["why"], "same_board");
  EXPECT_EQ(role["copies"][1]["id"], feed);
  EXPECT_EQ(role["copies"][1]["why"], "same_employer");
  EXPECT_EQ(role["copies"][1]["sourceName"], "remoteok");
  role = role_of(copy);
  EXPECT_EQ(role["id"], leader);
  EXPECT_EQ(role["slug"], "engineer-acme");
  EXPECT_EQ(role["places"][0], "Paris");
  EXPECT_EQ(role["copies"].size(), 2U);
  expect_no_scan("job");
}

TEST_F(RolesApi, LeavesCopiesOutOfFeedsAndSitemap) {
  const int leader = add_to(7, "Berlin");
  const int copy = add_to(7, "Paris");
  for (const std::string path : {"/feed.xml", "/feed.json", "/sitemap.xml"}) {
    const std::string body = send("GET", path).body;
    EXPECT_NE(body.find("/jobs/" + std::to_string(leader)), std::string::npos) << path;
    EXPECT_EQ(body.find("/jobs/" + std::to_string(copy)), std::string::npos) << path;
  }
}

TEST_F(RolesApi, SplitsAndJoinsByHand) {
  const int first = add_to(7, "Berlin");
  const int second = add_to(7, "Paris");
  const int other = add_to(8, "Rome", {.source = "lever"});
  const auto path = [](int id, const std::string& what) {
    return "/jobs/" + std::to_string(id) + "/" + what;
  };
  const auto body = [](int id) { return R"({"id": )" + std::to_string(id) + "}"; };
  EXPECT_EQ(post(path(second, "split"))["data"]["changed"], true) << last.body;
  EXPECT_EQ(role_of(first)["copies"].size(), 0U);
  EXPECT_EQ(post(path(second, "split"))["data"]["changed"], false) << "alone already";
  EXPECT_EQ(post(path(second, "join"), body(other))["data"]["changed"], true) << last.body;
  EXPECT_EQ(role_of(second)["copies"][0]["why"], "by_hand");
  EXPECT_EQ(post(path(other, "join"), body(second))["data"]["changed"], false) << "a circle";
  EXPECT_EQ(post(path(other, "join"), body(other))["data"]["changed"], false) << "itself";
  const auto history = get("/jobs/" + std::to_string(second))["data"]["history"];
  ASSERT_EQ(history.size(), 3U);
  EXPECT_EQ(history[1]["fields"], nlohmann::json::array({"role"}));
  EXPECT_EQ(history[1]["values"]["role"]["before"], "1 2");
  EXPECT_EQ(history[2]["values"]["role"]["after"], "2 3");
  EXPECT_EQ(get("/jobs/changes")["data"]["changes"].size(), 5U);
}

TEST_F(RolesApi, RefusesDecisionsThatMeanNothing) {
  const int open = add_to(7, "Berlin");
  const int closed = add_to(8, "Paris");
  host.sql("UPDATE jobs SET closed_at = 1 WHERE id = " + std::to_string(closed));
  const std::string join = "/jobs/" + std::to_string(open) + "/join";
  struct Case {
    std::string path;
    std::string body;
    int status;
  };
  for (const auto& [path, body, status] : std::vector<Case>{
           {"/jobs/999/split", "", 404},
           {"/jobs/x/split", "", 404},
           {"/jobs/" + std::to_string(closed) + "/split", "", 404},
           {join, "", 400},
           {join, "[]", 400},
           {join, R"({"id": "x"})", 400},
           {join, R"({"id": -1})", 400},
           {join, R"({"id": 999})", 404},
           {join, R"({"id": )" + std::to_string(closed) + "}", 404},
       }) {
    post(path, body);
    EXPECT_EQ(last.status, status) << path << " " << body;
  }
}

TEST_F(RolesApi, TellsTheAgeOfARoleAndSignsThatItIsStale) {
  const int id = add_to(7, "Berlin");
  const std::string where = " WHERE id = " + std::to_string(id);
  const std::string now = std::to_string(to_seconds(host.clock_ms));
  host.sql(
      "INSERT INTO discovered_companies (source, slug, last_synced_at) VALUES ('greenhouse',"
      " 'acme', " +
      now + ")");
  const auto job = [&] { return get("/jobs/" + std::to_string(id))["data"]; };
  EXPECT_EQ(job()["firstSeenAt"], job()["createdAt"]);
  EXPECT_EQ(job()["reposts"], 0);
  EXPECT_EQ(job()["possiblyStale"], nullptr);
  host.sql("UPDATE jobs SET role_since = created_at - 100 * 86400" + where);
  EXPECT_EQ(job()["firstSeenAt"], "2026-04-22T12:13:20.000Z");
  EXPECT_EQ(job()["possiblyStale"], nullptr) << "one sign is none";
  host.sql("UPDATE jobs SET reposts = 2" + where);
  EXPECT_EQ(job()["possiblyStale"], nlohmann::json::array({"open_long", "reposted"}));
  host.sql("UPDATE discovered_companies SET last_synced_at = last_synced_at - 8 * 86400");
  EXPECT_EQ(job()["possiblyStale"].size(), 3U);
  EXPECT_EQ(job()["lastSeenAt"].get<std::string>().substr(0, 4), "2026");
  host.sql("UPDATE jobs SET closed_at = " + now + where);
  EXPECT_EQ(job()["possiblyStale"], nullptr);
}

}  // namespace
}  // namespace spearyx::testing
