#include "sql/api_fixture.h"

namespace spearyx::testing {
namespace {

/// A company under its names, at its boards and feeds.
class CompanyPage : public ApiFixture {
 protected:
  void add_at(const std::string& source, const std::string& board, const std::string& name,
              const std::string& key, int category = 1, int count = 1) {
    for (int i = 0; i < count; ++i) {
      const int id = add({.company = name, .source = source, .board = board, .category = category});
      host.sql("UPDATE jobs SET company_key = '" + key + "', source_url = 'https://" + source +
               ".example/" + std::to_string(id) + "' WHERE id = " + std::to_string(id));
    }
  }

  /// The places of the company as "source/board=postings", joined by spaces.
  std::string places(const std::string& id) {
    const auto document = get("/companies/" + id);
    if (last.status != 200) return std::to_string(last.status);
    std::string all;
    for (const auto& place : document["data"]["places"]) {
      const std::string board = place["board"].is_null() ? "" : place["board"].get<std::string>();
      all += (all.empty() ? "" : " ") + place["source"].get<std::string>() + "/" + board + "=" +
             std::to_string(place["postings"].get<int>());
    }
    return all;
  }

  std::string text(const nlohmann::json& document, const char* name) {
    return document["data"][name].get<std::string>();
  }
};

TEST_F(CompanyPage, IsOneForAllSpellings) {
  add_at("lever", "blueheronlabs", "Blueheronlabs", "blueheronlabs", 1, 2);
  add_at("remoteok", "", "Blue Heron Labs, Inc.", "blueheronlabs");
  add_at("himalayas", "", "BLUE HÉRON LABS", "blueheronlabs");
  for (const std::string id : {"blueheronlabs", "Blue%20Heron%20Labs", "blue-heron_labs",
                               "blueheronlabs~lever~blueheronlabs", "blueheronlabs~remoteok~"}) {
    EXPECT_EQ(places(id), "lever/blueheronlabs=2 himalayas/=1 remoteok/=1") << id;
    expect_no_scan(id);
  }
  const auto document = get("/companies/blueheronlabs~remoteok~");
  EXPECT_EQ(text(document, "id"), "blueheronlabs");
  EXPECT_EQ(text(document, "filter"), "blueheronlabs~lever~blueheronlabs~himalayas~~remoteok~");
  EXPECT_EQ(text(document, "name"), "BLUE HÉRON LABS");
  EXPECT_TRUE(document["data"]["namesakes"].empty());
  EXPECT_EQ(host.queries, 2);
}

TEST_F(CompanyPage, OfTwoFirmsOfOneNameIsTwo) {
  add_at("lever", "omni", "Omni", "omni", 1, 4);
  add_at("greenhouse", "omni", "Omni GmbH", "omni", 10, 3);
  add_at("remoteok", "", "Omni", "omni", 10, 3);
  host.sql(
      "UPDATE jobs SET source_url = 'https://jobs.lever.co/omni/' || id WHERE source_name = "
      "'lever'");
  EXPECT_EQ(places("omni"), "greenhouse/omni=3 remoteok/=3");
  EXPECT_EQ(places("omni~remoteok~"), "greenhouse/omni=3 remoteok/=3");
  EXPECT_EQ(places("omni~lever~omni"), "lever/omni=4");
  const auto document = get("/companies/omni~lever~omni");
  EXPECT_EQ(text(document, "id"), "omni~lever~omni");
  EXPECT_EQ(document["data"]["namesakes"],
            nlohmann::json::parse(R"([{"id":"omni","name":"Omni GmbH"}])"));
  const auto total = [&](const nlohmann::json& page) {
    return get("/jobs?company=" + text(page, "filter"))["data"]["total"].get<int>();
  };
  EXPECT_EQ(total(document), 4);
  EXPECT_EQ(total(get("/companies/omni")), 6);
}

TEST_F(CompanyPage, CountsCopiesAtTheirPlace) {
  add_at("lever", "acme", "Acme", "acme");
  add_at("remoteok", "", "Acme", "acme");
  host.sql("UPDATE jobs SET leader_id = 1 WHERE id = 2");
  EXPECT_EQ(places("acme"), "lever/acme=1 remoteok/=1");
  EXPECT_EQ(get("/jobs?company=acme")["data"]["total"], 1);
}

TEST_F(CompanyPage, IsGoneWithItsLastPosting) {
  EXPECT_EQ(places("acme"), "404");
  add_at("lever", "acme", "Acme", "acme");
  EXPECT_EQ(places("acme"), "lever/acme=1");
  host.sql("UPDATE jobs SET closed_at = 1786000000");
  EXPECT_EQ(places("acme"), "404");
}

TEST_F(CompanyPage, MayHaveAnyName) {
  int number = 0;
  for (const auto& [name, id] : std::vector<std::pair<const char*, const char*>>{
           {"!!!", "%21%21%21"},
           {"Remote", "remote"},
           {"37signals", "37signals"},
           {"株式会社サクラ", "%E6%A0%AA%E5%BC%8F%E4%BC%9A%E7%A4%BE%E3%82%B5%E3%82%AF%E3%83%A9"},
           {"🚀", "%F0%9F%9A%80"},
       }) {
    add({.title = "Pilot " + std::to_string(++number),
         .company = name,
         .source = "remoteok",
         .board = ""});
    EXPECT_EQ(places(id), "remoteok/=1") << name;
    EXPECT_EQ(titles(std::string("?company=") + id), "Pilot " + std::to_string(number)) << name;
  }
}

TEST_F(CompanyPage, OfSignsAloneHasAnIdThatReadsBack) {
  for (const char* name : {"~~~", "~", ".", "..", "/", "🚀"}) {
    const int id = add({.title = "Pilot", .company = name, .source = "remoteok", .board = ""});
    const std::string of_posting =
        get("/jobs/" + std::to_string(id))["data"]["companyId"].get<std::string>();
    const auto document = get("/companies/" + of_posting);
    ASSERT_EQ(last.status, 200) << of_posting;
    EXPECT_EQ(text(document, "name"), name);
    const std::string own = text(document, "id");
    EXPECT_EQ(own + "~remoteok~", of_posting);
    EXPECT_EQ(text(get("/companies/" + own), "id"), own);
    EXPECT_EQ(get("/jobs?company=" + text(document, "filter"))["data"]["total"], 1) << name;
    EXPECT_EQ(get("/jobs?company=" + own)["data"]["total"], 1) << name;
  }
}

TEST_F(CompanyPage, OfAFixedPathHasAnIdBesideIt) {
  for (const char* route : {"/companies/suggest", "/companies/retry"}) {
    const std::string name = std::string(route).substr(std::string("/companies/").size());
    add_at("lever", name, name, name);
    const auto document = get("/companies/" + name + "~lever~" + name);
    EXPECT_EQ(text(document, "id"), name + "~");
    EXPECT_EQ(text(get("/companies/" + name + "~"), "id"), name + "~");
    EXPECT_EQ(get("/jobs?company=" + name + "~")["data"]["total"], 1);
  }
  EXPECT_EQ(get("/companies/suggest?q=sugg")["data"]["companies"][0]["id"], "suggest~");
}

TEST_F(CompanyPage, IsWhereAPostingLeads) {
  add_at("lever", "acme-labs", "Acme, Inc.", "acme");
  const auto job = get("/jobs?limit=1")["data"]["jobs"][0];
  EXPECT_EQ(job["companyId"], "acme~lever~acme-labs");
  for (const std::string company :
       {"acme", "ACME+LLC", "acme-labs", "Acme,+Inc.", "acme~lever~acme-labs"}) {
    EXPECT_EQ(titles("?company=" + company), "Engineer") << company;
  }
  for (const std::string company : {"acme~lever~acme", "acme~remoteok~", "acme~lever",
                                    "acme~lever~acme-labs~", "acme~monster~acme-labs", "acm"}) {
    EXPECT_EQ(titles("?company=" + company), "") << company;
  }
}

TEST_F(CompanyPage, IsSuggestedOnce) {
  add_at("lever", "wren", "Wren", "wren");
  add_at("remoteok", "", "Wren, Inc.", "wren", 1, 2);
  const auto document = get("/companies/suggest?q=wre");
  ASSERT_EQ(document["data"]["companies"].size(), 1U);
  EXPECT_EQ(document["data"]["companies"][0]["id"], "wren");
  EXPECT_EQ(document["data"]["companies"][0]["postings"], 3);
}

}  // namespace
}  // namespace spearyx::testing
