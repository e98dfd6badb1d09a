#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"
#include "unit/sources/listings.h"

namespace spearyx::ashby {
namespace {

const auto page_path = board_reader(Source::kAshby).page_path;
const auto probe_path = board_reader(Source::kAshby).probe_path;
const auto read_page = board_reader(Source::kAshby).read_page;

Listing read(const std::string& postings) {
  Listing listing;
  Company company;
  company.slug = "Blue Heron Labs";
  EXPECT_TRUE(read_page(R"({"jobs":[)" + postings + R"(],"apiVersion":"1"})", company, listing))
      << postings;
  return listing;
}

/// A posting with these members in addition to the hard ones.
std::string posting_with(std::string_view members) {
  return R"({"id":"b","title":"A","jobUrl":"https://jobs.ashbyhq.com/x/b",)" +
         std::string(members) + "}";
}

Job job_of(std::string_view members) {
  SCOPED_TRACE(members);
  return only_job(read(posting_with(members)));
}

/// A posting in full, with what nobody asks for between the rest.
constexpr const char* kFull =
    R"({"id":"7e0c-a","title":" Gardener ","department":"Plants","team":"Outdoors",)"
    R"("employmentType":"FullTime","location":"HQ","shouldDisplayCompensationOnJobPostings":true,)"
    R"("secondaryLocations":[{"location":"Remote, Canada",
   "address" : {"postalAddress":)"
    R"({"addressCountry":"Canada"}}}],"publishedAt":"2026-07-01T09:30:00.123+00:00",)"
    R"("isListed":true,"isRemote":true,"workplaceType":"Remote","address":{"postalAddress":)"
    R"({"addressRegion":"California ","addressCountry":"USA","addressLocality":"Fresnno"}},)"
    R"("jobUrl":"https://jobs.ashbyhq.com/Blue%20Heron%20Labs/7e0c-a",)"
    R"("applyUrl":"https://jobs.ashbyhq.com/Blue%20Heron%20Labs/7e0c-a/application",)"
    R"("descriptionHtml":"<p>We \"grow\".</p>","descriptionPlain":"We grow.","compensation":)"
    R"({"compensationTierSummary":"$60K – $70K","compensationTiers":[{"components":[)"
    R"({"compensationType":"EquityPercentage","interval":"NONE","currencyCode":null,)"
    R"("minValue":null,"maxValue":null},{"compensationType":"Salary","interval":"1 YEAR",)"
    R"("currencyCode":"USD","minValue":60000,"maxValue":70000}]}]}})";

TEST(Ashby, EncodesTheNameOfABoardOnce) {
  EXPECT_EQ(page_path("Blue Heron Labs", 0),
            "/posting-api/job-board/Blue%20Heron%20Labs?includeCompensation=true");
  EXPECT_EQ(probe_path("a/b%2F🌱"), "/posting-api/job-board/a%2Fb%252F%F0%9F%8C%B1");
}

TEST(Ashby, ReadsAPostingInFull) {
  const Listing listing = read(kFull);
  ASSERT_EQ(listing.postings().size(), 1);
  const Posting& posting = listing.postings().front();
  EXPECT_EQ(posting.external_id, "7e0c-a");
  EXPECT_EQ(posting.company, "Blue Heron Labs");
  EXPECT_EQ(posting.url, "https://jobs.ashbyhq.com/Blue%20Heron%20Labs/7e0c-a");
  EXPECT_EQ(posting.location, "HQ");
  EXPECT_EQ(posting.places,
            (std::vector<std::string>{"Fresnno, California, USA", "Remote, Canada"}));
  EXPECT_EQ(posting.tags, (std::vector<std::string>{"Outdoors", "Plants"}));
  EXPECT_EQ(posting.post_date, 1'782'898'200);
  EXPECT_EQ(posting.remote_reason, "workplace type remote");
  const Job job = only_job(listing);
  EXPECT_EQ(job.title, "Gardener");
  EXPECT_EQ(job.description_raw, R"(<p>We "grow".</p>)");
  EXPECT_EQ(job.pay_range, "$60,000–$70,000 a year");
}

TEST(Ashby, KeepsADescriptionThatComesAsPlainTextAlone) {
  const Listing listing = read(
      R"({"id":"b","title":"A","jobUrl":"https://jobs.ashbyhq.com/x/b","workplaceType":"Remote",)"
      R"("descriptionPlain":"About us\n3 < 4 & more"})");
  EXPECT_EQ(only_job(listing).description_raw, "About us<br>3 &lt; 4 &amp; more");
}

struct RemoteCase {
  const char* what;
  const char* members;
  /// A reason to keep it, or to filter it.
  std::string_view kept;
  std::string_view filtered;
};

class AshbyRemote : public ::testing::TestWithParam<RemoteCase> {};

TEST_P(AshbyRemote, IsDecidedByTheWorkplaceType) {
  const Listing listing = read(posting_with(GetParam().members));
  ASSERT_EQ(listing.postings().size(), GetParam().kept.empty() ? 0 : 1);
  if (!GetParam().kept.empty()) {
    EXPECT_EQ(listing.postings().front().remote_reason, GetParam().kept);
  } else {
    ASSERT_EQ(listing.counts().filtered.entries().size(), 1);
    EXPECT_EQ(listing.counts().filtered.entries().front().reason, GetParam().filtered);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AshbyRemote,
    ::testing::Values(
        RemoteCase{"Remote", R"("workplaceType":"Remote","isRemote":true)", "workplace type remote",
                   ""},
        RemoteCase{"RemoteThoughNotFlagged",
                   R"("workplaceType":"Remote","isRemote":false,"location":"Lisbon")",
                   "workplace type remote", ""},
        RemoteCase{"Hybrid", R"("workplaceType":"Hybrid","isRemote":true)", "",
                   "workplace type hybrid"},
        RemoteCase{"HybridWithARemoteSecondary",
                   R"("workplaceType":"Hybrid","isRemote":true,"location":"New York, NY - HQ",)"
                   R"("secondaryLocations":[{"location":"Remote, US"}])",
                   "", "workplace type hybrid"},
        RemoteCase{"OnSite", R"("workplaceType":"OnSite","isRemote":false)", "",
                   "workplace type on-site"},
        RemoteCase{"NoTypeButFlagAndWord",
                   R"("workplaceType":null,"isRemote":true,"location":"Remote - Chile")",
                   "location says remote", ""},
        RemoteCase{"EmptyTypeButFlagAndWordInASecondary",
                   R"("workplaceType":"","isRemote":true,"location":"Lisbon",)"
                   R"("secondaryLocations":[{"location":"Remote, Chile"}])",
                   "locations say remote", ""},
        RemoteCase{"NoTypeAndFlagAlone",
                   R"("workplaceType":null,"isRemote":true,"location":"Lisbon")", "",
                   "nothing says remote"},
        RemoteCase{"NoTypeAndWordAlone", R"("location":"Remote")", "location says remote", ""},
        RemoteCase{"NoTypeAndFlagDeniesTheWord",
                   R"("workplaceType":null,"isRemote":false,"location":"Remote")", "",
                   "flag says not remote"},
        RemoteCase{"NothingIsSaid", R"("workplaceType":null,"isRemote":null)", "",
                   "nothing says remote"},
        RemoteCase{"TypeOfAnotherKind", R"("workplaceType":{"a":1},"isRemote":"true")", "",
                   "nothing says remote"},
        RemoteCase{"NotListed", R"("workplaceType":"Remote","isListed":false)", "", "not listed"}),
    [](const auto& test) { return test.param.what; });

struct PlaceCase {
  const char* what;
  const char* members;
  const char* scope;
};

class AshbyPlaces : public ::testing::TestWithParam<PlaceCase> {};

TEST_P(AshbyPlaces, AreTheTextsAndWhereTheySayNothingTheAddresses) {
  const Job job = job_of(R"("workplaceType":"Remote",)" + std::string(GetParam().members));
  EXPECT_EQ(job.remote_scope, GetParam().scope);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AshbyPlaces,
    ::testing::Values(
        PlaceCase{"AddressOfABareRemote",
                  R"("location":"Remote","address":{"postalAddress":{"addressCountry":"USA"}})",
                  R"(["US"])"},
        PlaceCase{"AddressOfARegion",
                  R"("location":"LATAM","address":{"postalAddress":{"addressCountry":"Panama"}})",
                  R"(["LATAM"])"},
        PlaceCase{"AddressOfAMisspeltCity",
                  R"("location":"Fresnno","address":{"postalAddress":{"addressLocality":"Fresnno",)"
                  R"("addressRegion":" California ","addressCountry":" United States"}})",
                  R"(["US"])"},
        PlaceCase{"EachLocationByItself",
                  R"("location":"Remote","address":{"postalAddress":{"addressCountry":"Chile"}},)"
                  R"("secondaryLocations":[{"location":"Remote, Canada"},{"location":"Anything",)"
                  R"("address":{"postalAddress":{"addressCountry":"Peru"}}}])",
                  R"(["CA","CL","PE"])"},
        PlaceCase{"OtherKinds",
                  R"("location":["Remote"],"address":"USA","secondaryLocations":{"location":"US"})",
                  ""},
        PlaceCase{"SecondariesOfOtherKinds",
                  R"("location":"Canada","secondaryLocations":[null,7,"US",{"location":false},)"
                  R"({"location":"Remote, Chile","address":{"postalAddress":[]}}])",
                  R"(["CA","CL"])"}),
    [](const auto& test) { return test.param.what; });

std::string salary(std::string_view interval, std::string_view currency, std::string_view min,
                   std::string_view max) {
  return R"({"compensationType":"Salary","interval":)" + std::string(interval) +
         R"(,"currencyCode":)" + std::string(currency) + R"(,"minValue":)" + std::string(min) +
         R"(,"maxValue":)" + std::string(max) + "}";
}

std::string tiers(std::initializer_list<std::string> components) {
  std::string all;
  for (const std::string& one : components) {
    all.append(all.empty() ? "" : ",").append(R"({"components":[)").append(one).append("]}");
  }
  return R"("workplaceType":"Remote","compensation":{"compensationTiers":[)" + all + "]}";
}

TEST(Ashby, TakesTheSpanOfTiersInOneCurrencyAndPeriod) {
  const std::string_view year = R"("1 YEAR")";
  const std::string_view usd = R"("USD")";
  const std::string first = salary(year, usd, "151000", "207000");
  EXPECT_EQ(job_of(tiers({first, salary(year, usd, "168000", "231000")})).pay_range,
            "$151,000–$231,000 a year");
  EXPECT_EQ(job_of(tiers({first, salary(year, R"("CAD")", "90000", "99000")})).pay_range,
            "$151,000–$207,000 a year");
  EXPECT_EQ(job_of(tiers({first, salary(R"("1 HOUR")", usd, "70", "90")})).pay_range,
            "$151,000–$207,000 a year");
}

TEST(Ashby, TakesSalariesAlone) {
  const std::string bonus =
      R"({"compensationType":"Bonus","interval":"1 YEAR","currencyCode":"USD","minValue":9000,)"
      R"("maxValue":9000})";
  EXPECT_EQ(job_of(tiers({bonus})).pay_range, "");
  EXPECT_EQ(
      job_of(tiers({bonus + "," + salary(R"("1 HOUR")", R"("USD")", "60.25", "71")})).pay_range,
      "$60.25–$71 an hour");
  EXPECT_EQ(job_of(tiers({salary(R"("1 MONTH")", R"("EUR")", "null", "5000")})).pay_range,
            "up to €5,000 a month");
}

TEST(Ashby, PublishesNoPayThatIsNotToBeShown) {
  EXPECT_EQ(job_of(tiers({salary(R"("1 YEAR")", R"("USD")", "60000", "70000")}) +
                   R"(,"shouldDisplayCompensationOnJobPostings":false)")
                .pay_range,
            "");
}

TEST(Ashby, TakesPayOfAnotherKindForNone) {
  for (const char* compensation :
       {"null", "7", R"("$5")", "[]", R"({"compensationTiers":{}})",
        R"({"compensationTiers":[null,7,{"components":"x"},{"components":[null,[],"Salary"]}]})",
        R"({"compensationTiers":[{"components":[{"compensationType":"Salary","minValue":{},)"
        R"("maxValue":[1]}]}]})"}) {
    EXPECT_EQ(
        job_of(R"("workplaceType":"Remote","compensation":)" + std::string(compensation)).pay_range,
        "")
        << compensation;
  }
}

class AshbyPosting : public ::testing::TestWithParam<PostingCase> {};

TEST_P(AshbyPosting, IsRejectedAlone) {
  expect_rejected_alone(read(std::string(GetParam().json) + "," + kFull), GetParam(),
                        R"("id":"b")");
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AshbyPosting,
    ::testing::Values(
        PostingCase{"Null", "null", "posting is malformed"},
        PostingCase{"Text", R"("Gardener")", "posting is malformed"},
        PostingCase{"NoId", R"({"title":"A","workplaceType":"Remote"})", "id is missing"},
        PostingCase{"IdIsAList", R"({"id":["b"]})", "id is missing"},
        PostingCase{"NoTitle", R"({"id":"b","workplaceType":"Remote"})", "title is missing"},
        PostingCase{"TitleIsAnObject", R"({"id":"b","workplaceType":"Remote","title":{}})",
                    "title is missing"},
        PostingCase{"NoLink", R"({"id":"b","workplaceType":"Remote","title":"A","jobUrl":"b"})",
                    "link is missing"}),
    [](const auto& test) { return test.param.what; });

TEST(Ashby, CountsAPostingThatIsListedTwice) {
  const Listing listing = read(std::string(kFull) + "," + kFull);
  EXPECT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.counts().duplicate, 1);
}

TEST(Ashby, RefusesWhatIsNoBoard) {
  for (const char* body : {"[]", "Not Found", R"({"apiVersion":"1"})", R"({"jobs":null})", "<html>",
                           R"({"jobs":[]} and more)", ""}) {
    Listing listing;
    EXPECT_FALSE(read_page(body, {}, listing)) << body;
  }
}

TEST(Ashby, TakesABoardWithoutPostings) {
  Listing listing;
  EXPECT_EQ(read_page(R"({"jobs":[],"apiVersion":"1"})", {}, listing), 0);
}

}  // namespace
}  // namespace spearyx::ashby
