#include "inspect/inspection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "inspect/documents.h"
#include "sources/reader.h"

namespace spearyx::inspect {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kBoard = R"json({"jobs": [
  {"id": 1, "title": "Platform Engineer", "absolute_url": "https://acme.example/1",
   "location": {"name": "Remote - Canada"}, "company_name": "Acme",
   "first_published": "2026-03-01T10:00:00-05:00",
   "content": "&lt;p onclick=\"x()\"&gt;Pay: $120,000 - $150,000 a year&lt;/p&gt;"},
  {"id": 2, "title": " Office  Manager", "absolute_url": "https://acme.example/2",
   "location": {"name": "Berlin"}},
  {"id": 3, "absolute_url": "https://acme.example/3", "location": {"name": "Remote"}},
  {"id": 1, "title": "Platform Engineer", "location": {"name": "Remote - Canada"}},
  {"id": "four"}
], "meta": {"total": 5}})json";

constexpr std::string_view kPostings = R"json([
  {"id": "a", "text": "Accountant", "workplaceType": "remote", "categories": {"location": "Lyon"},
   "hostedUrl": "https://jobs.lever.co/blue-heron/a", "createdAt": 1772000000000,
   "description": "<b>Books</b>", "salaryRange": {"min": 50000, "max": 60000, "currency": "EUR",
   "interval": "per-year-salary"}},
  {"id": "b", "text": "Baker", "workplaceType": "onsite",
   "hostedUrl": "https://jobs.lever.co/blue-heron/b"}])json";

constexpr std::string_view kFeed = R"json([
  {"last_updated": 1772000000, "legal": "Link back."},
  {"id": "7", "position": "Support Lead", "company": "Caf&eacute;", "tags": ["customer support"],
   "url": "https://remoteOK.com/7", "description": "Hi", "epoch": 1772000000},
  {"id": "8", "position": "Go Developer", "company": "Dune", "tags": ["go", "Backend"],
   "url": "https://remoteOK.com/8", "salary_min": 0, "salary_max": 0,
   "description": "<p>Go.</p>Please mention the word **OWL** and tag RMTI3LjAuMC4x"}])json";

constexpr std::string_view kPage = R"json({"comments": "News", "totalCount": 1, "jobs": [
  {"guid": "https://himalayas.app/g", "title": "Nurse", "companyName": "name",
   "companySlug": "elm-care", "locationRestrictions": ["Canada"], "pubDate": 1772000000,
   "expiryDate": 1777184000, "description": "<p>Care</p>",
   "applicationLink": "https://himalayas.app/g"}]})json";

Inspection inspected(std::string_view text, const Request& request = {}) {
  auto inspection = Inspection::of(text, request);
  EXPECT_TRUE(inspection) << describe(inspection.error());
  return *std::move(inspection);
}

std::vector<std::string> outcomes(const Inspection& inspection) {
  std::vector<std::string> texts;
  for (const ListingEntry& finding : inspection.findings()) {
    texts.push_back(std::string(name_of(finding.outcome)).append(": ").append(finding.reason));
  }
  return texts;
}

struct DetectionCase {
  std::string_view name;
  std::string_view text;
  Source source;
};

TEST(Inspection, DetectsTheSource) {
  constexpr DetectionCase kCases[] = {
      {"board", kBoard, Source::kGreenhouse},
      {"postings", kPostings, Source::kLever},
      {"feed", kFeed, Source::kRemoteOk},
      {"page", kPage, Source::kHimalayas},
      {"feed with nothing but its notice", R"([{"legal":"x"}])", Source::kRemoteOk},
      {"empty board", R"({"jobs":[],"meta":{"total":0}})", Source::kGreenhouse},
      {"empty page", R"({"totalCount":0,"jobs":[]})", Source::kHimalayas},
      {"empty list", " [] ", Source::kLever},
      {"first posting is none", R"([7,{"hostedUrl":""}])", Source::kLever},
  };
  for (const DetectionCase& c : kCases) {
    const auto inspection = Inspection::of(c.text, {});
    ASSERT_TRUE(inspection) << c.name << ": " << describe(inspection.error());
    EXPECT_EQ(name_of(inspection->source()), name_of(c.source)) << c.name;
  }
}

struct FailureCase {
  std::string_view text;
  std::optional<Source> chosen;
  ErrorCode code;
  std::string_view detail;
};

TEST(Inspection, SaysWhyAPayloadCannotBeRead) {
  const FailureCase kCases[] = {
      {"", {}, ErrorCode::kMalformedJson, "no text"},
      {" \n", {}, ErrorCode::kMalformedJson, "no text"},
      {"<html>", {}, ErrorCode::kMalformedJson, "at byte 0"},
      {"[{\"title\":\"\xFF\"}]", {}, ErrorCode::kMalformedJson, "not UTF-8 at byte 11"},
      {R"({"jobs": [{"id": 1})", {}, ErrorCode::kMalformedJson, "at byte 19"},
      {R"([{"hostedUrl": ""}] and more)", {}, ErrorCode::kMalformedJson, "at byte 19"},
      {R"({"ok":false,"error":"Document not found"})", {}, ErrorCode::kUnexpectedShape, "no list"},
      {R"({"jobs": 5})", {}, ErrorCode::kUnexpectedShape, "no list"},
      {"42", {}, ErrorCode::kUnexpectedShape, "starts with 42"},
      {R"({"jobs": [{"id": 1,,}]})", {}, ErrorCode::kMalformedJson, "at byte 19"},
      {R"([{"title":"Postings","postings":[]}])", {}, ErrorCode::kUnexpectedShape, "its source"},
      {"[]", Source::kGreenhouse, ErrorCode::kUnexpectedShape, "Greenhouse answers an object"},
      {R"({"jobs":[]})", Source::kLever, ErrorCode::kUnexpectedShape, "Lever answers a list"},
  };
  for (const FailureCase& c : kCases) {
    const auto inspection = Inspection::of(c.text, {.source = c.chosen, .tag = {}});
    ASSERT_FALSE(inspection) << c.text;
    EXPECT_EQ(error_id(inspection.error().code), error_id(c.code)) << c.text;
    EXPECT_THAT(inspection.error().detail, HasSubstr(std::string(c.detail))) << c.text;
  }
}

TEST(Inspection, TellsWhatBecomesOfEachPostingAndWhy) {
  EXPECT_THAT(outcomes(inspected(kBoard)),
              ElementsAre("kept: location says remote", "filtered: nothing says remote",
                          "rejected: title is missing", "duplicate: id was seen before",
                          "rejected: id is missing"));
  EXPECT_THAT(outcomes(inspected(kPostings)),
              ElementsAre("kept: workplace type remote", "filtered: workplace type on-site"));
  EXPECT_THAT(outcomes(inspected(kPage)), ElementsAre("kept: the source lists remote work only"));
}

TEST(Inspection, AsksAFeedForAnyTagOrTheOneChosen) {
  EXPECT_THAT(outcomes(inspected(kFeed)),
              ElementsAre("notice: not a posting", "filtered: not tagged as asked",
                          "kept: the source lists remote work only"));
  const Request design{.source = std::nullopt, .tag = "design"};
  EXPECT_THAT(outcomes(inspected(kFeed, design)),
              ElementsAre("notice: not a posting", "filtered: not tagged as asked",
                          "filtered: not tagged as asked"));
}

TEST(Inspection, NamesTheTagsOfAFeed) {
  EXPECT_EQ(overview(inspected(kFeed))["tags"].size(), 13U);
  EXPECT_EQ(overview(inspected(kPage))["tags"], Json::array());
  EXPECT_EQ(overview(inspected(kBoard))["tags"], Json::array());
}

TEST(Inspection, AccountsForEveryPosting) {
  for (const std::string_view text : {kBoard, kPostings, kFeed, kPage}) {
    const Receipt receipt = inspected(text).receipt();
    EXPECT_TRUE(receipt.balances()) << text;
  }
  const Receipt receipt = inspected(kBoard).receipt();
  EXPECT_EQ(receipt.fetched, 5);
  EXPECT_EQ(receipt.added, 1);
  EXPECT_EQ(receipt.filtered.total(), 1);
  EXPECT_EQ(receipt.rejected.total(), 2);
  EXPECT_EQ(receipt.duplicate, 1);
}

TEST(Inspection, CountsAsASyncThatReadsThePayloadAtOnce) {
  // The postings that a listing keeps are compared later, and counts as added until then.
  const auto counts = [](Receipt receipt) {
    receipt.added =
        receipt.fetched - receipt.filtered.total() - receipt.rejected.total() - receipt.duplicate;
    return dump(receipt.to_json());
  };
  Listing board;
  ASSERT_TRUE(board_reader(Source::kGreenhouse).read_page(kBoard, {}, board));
  EXPECT_EQ(counts(inspected(kBoard).receipt()), counts(board.counts()));
  Listing postings;
  ASSERT_TRUE(board_reader(Source::kLever).read_page(kPostings, {}, postings));
  EXPECT_EQ(counts(inspected(kPostings).receipt()), counts(postings.counts()));
  Listing feed;
  const Request backend{.source = std::nullopt, .tag = "backend"};
  ASSERT_TRUE(
      feed_reader(Source::kRemoteOk).read_page(kFeed, {.tag = "backend", .position = {}}, feed));
  EXPECT_EQ(counts(inspected(kFeed, backend).receipt()), counts(feed.counts()));
}

TEST(Inspection, ShowsWhatIsDerivedFromAKeptPosting) {
  const Json document = overview(inspected(kBoard));
  EXPECT_EQ(document["source"], "greenhouse");
  EXPECT_EQ(document["receipt"]["added"], 1);
  const Json& job = document["postings"][0];
  EXPECT_EQ(job["company"], "Acme");
  EXPECT_EQ(job["remoteScope"], Json::array({"CA"}));
  EXPECT_EQ(job["category"]["name"], "DevOps & Infrastructure");
  EXPECT_EQ(job["category"]["term"], "platform engineer");
  EXPECT_EQ(job["salaryMin"], 120'000);
  EXPECT_EQ(job["salaryPeriod"], "year");
  EXPECT_TRUE(job["salaryUsdYear"].is_null()) << "whose dollar Canada means is unknown";
  EXPECT_EQ(job["payFrom"], "text");
  EXPECT_EQ(job["postDate"], 1'772'377'200);
  EXPECT_EQ(job["contentHash"].get<std::string>().size(), 16U);
}

TEST(Inspection, NamesPostingsThatAreNotKept) {
  const Json postings = overview(inspected(kBoard))["postings"];
  EXPECT_EQ(postings[1]["title"], "Office Manager");
  EXPECT_EQ(postings[1]["id"], "2");
  EXPECT_TRUE(postings[2]["title"].is_null());
  EXPECT_EQ(postings[4]["id"], nullptr) << "its id is none of Greenhouse";
}

TEST(Inspection, FindsTheCompanyOfALeverBoardInItsLinks) {
  EXPECT_EQ(overview(inspected(kPostings))["postings"][0]["company"], "Blue Heron");
  EXPECT_TRUE(overview(inspected(kPostings))["postings"][0]["salaryUsdYear"].is_number_integer());
  constexpr std::string_view kEuropean =
      R"([{"id": "c", "text": "Cook", "workplaceType": "remote",
           "hostedUrl": "https://jobs.eu.lever.co/blue-heron/c"}])";
  EXPECT_EQ(overview(inspected(kEuropean))["postings"][0]["company"], "Blue Heron");
}

TEST(Inspection, ShowsTheTextsOfAPosting) {
  const Json kept = detail(inspected(kBoard), 0);
  EXPECT_THAT(kept["raw"].get<std::string>(), HasSubstr("\"absolute_url\""));
  EXPECT_EQ(kept["before"], "<p onclick=\"x()\">Pay: $120,000 - $150,000 a year</p>");
  EXPECT_EQ(kept["after"], "<p>Pay: $120,000 - $150,000 a year</p>");
  EXPECT_EQ(kept["summary"], "Pay: $120,000 - $150,000 a year");
  const Json filtered = detail(inspected(kBoard), 1);
  EXPECT_THAT(filtered["raw"].get<std::string>(), HasSubstr("Berlin"));
  EXPECT_TRUE(filtered["after"].is_null());
}

TEST(Inspection, ShowsThePlaceAlsoOfWhatIsNotKept) {
  constexpr std::string_view kWorkable = R"({"jobs": [{"shortcode": "A", "title": "Cook",
      "telecommuting": false, "city": "Athens", "state": "", "country": "Greece"}]})";
  EXPECT_EQ(detail(inspected(kBoard), 1)["location"], "Berlin");
  EXPECT_EQ(detail(inspected(kPostings), 0)["location"], "Lyon");
  EXPECT_TRUE(detail(inspected(kPostings), 1)["location"].is_null());
  EXPECT_EQ(detail(inspected(kWorkable), 0)["location"], "Athens, Greece");
}

TEST(Inspection, TellsWhichMoneyIsThePayAndWhyOtherIsNot) {
  constexpr std::string_view kLever =
      R"([{"id": "c", "text": "Cook", "workplaceType": "remote",
           "hostedUrl": "https://jobs.lever.co/blue-heron/c",
           "descriptionHtml": "x", "salaryRange": {"min": 50000, "max": 60000, "currency": "EUR",
           "interval": "per-year-salary"},
           "description": "<p>Salary: $70,000. Signing bonus: $5,000.</p>"}])";
  const Json fields = detail(inspected(kLever), 0)["amounts"];
  EXPECT_EQ(overview(inspected(kLever))["postings"][0]["payFrom"], "fields");
  ASSERT_EQ(fields.size(), 3U) << dump(fields);
  EXPECT_EQ(fields[0]["words"], "50,000–60,000 EUR per-year-salary");
  EXPECT_TRUE(fields[0]["passedOver"].is_null());
  EXPECT_EQ(fields[1]["words"], "$5,000");
  EXPECT_EQ(fields[1]["passedOver"], "other money");
  EXPECT_EQ(fields[2]["words"], "$70,000");
  EXPECT_EQ(fields[2]["passedOver"], "the source's fields go before");
  const Json text = detail(inspected(kBoard), 0)["amounts"];
  ASSERT_EQ(text.size(), 1U);
  EXPECT_EQ(text[0]["words"], "$120,000 - $150,000 a year");
  EXPECT_TRUE(text[0]["passedOver"].is_null());
  EXPECT_TRUE(detail(inspected(kBoard), 1)["amounts"].empty());
}

TEST(Inspection, CutsTheRequestersAddress) {
  const Json texts = detail(inspected(kFeed), 2);
  EXPECT_EQ(texts["before"], "<p>Go.</p>");
}

TEST(Inspection, ReadsTwentyMegabytes) {
  const std::string description(4'000, 'x');
  std::string text = R"({"jobs":[)";
  for (int id = 0; text.size() < 20'000'000; ++id) {
    text.append(id == 0 ? "" : ",")
        .append(R"({"id":)" + std::to_string(id) + R"(,"title":"Clerk","location":{"name":")" +
                (id % 2 == 0 ? "Remote" : "Berlin") +
                R"("},"absolute_url":"https://a.example","content":")")
        .append(description)
        .append("\"}");
  }
  text.append("]}");
  const Inspection inspection = inspected(text);
  EXPECT_EQ(inspection.receipt().added, (inspection.receipt().fetched + 1) / 2);
  EXPECT_TRUE(inspection.receipt().balances());
}

TEST(Failure, IsADocument) {
  const Json document = failure({ErrorCode::kMalformedJson, "at byte 3"});
  EXPECT_EQ(document["error"]["code"], "malformed_json");
  EXPECT_EQ(document["error"]["detail"], "at byte 3");
}

TEST(InspectionOverview, NamesThePostingsOfOneRole) {
  constexpr std::string_view kCities = R"json({"jobs": [
  {"id": 1, "title": "Bridge Inspector (Remote)", "absolute_url": "https://acme.example/1",
   "location": {"name": "Remote - Canada"}, "company_name": "Acme", "content": "You inspect bridges."},
  {"id": 2, "title": "Clerk", "absolute_url": "https://acme.example/2",
   "location": {"name": "Remote - Canada"}, "company_name": "Acme", "content": "You keep books."},
  {"id": 3, "title": "Bridge Inspector", "absolute_url": "https://acme.example/3",
   "location": {"name": "Remote - US"}, "company_name": "Acme", "content": "You inspect bridges."}
], "meta": {"total": 3}})json";
  const Json postings = overview(inspected(kCities))["postings"];
  EXPECT_EQ(postings[0]["copies"], Json::array({"3"}));
  EXPECT_EQ(postings[1]["copies"], Json::array());
  EXPECT_EQ(postings[2]["copies"], Json::array({"1"}));
}

}  // namespace
}  // namespace spearyx::inspect
