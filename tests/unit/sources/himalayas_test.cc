#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sources/reader.h"

namespace spearyx::himalayas {
namespace {

const auto page_path = feed_reader(Source::kHimalayas).page_path;
const auto read_page = feed_reader(Source::kHimalayas).read_page;

const std::string kGuid = "https://himalayas.app/companies/heron/jobs/engineer";

std::string posting(const std::string& members) {
  return R"({"guid":")" + kGuid + R"(","applicationLink":")" + kGuid + R"(","title":"Engineer")" +
         (members.empty() ? "" : "," + members) + "}";
}

struct Read {
  FeedPage page;
  Listing listing;
};

Read read(const std::string& body, std::string_view position = "") {
  Read result;
  auto page = read_page(body, {.tag = "", .position = position}, result.listing);
  EXPECT_TRUE(page) << body;
  if (page) result.page = *std::move(page);
  return result;
}

Posting read_posting(const std::string& members) {
  const Read result = read(R"({"jobs":[)" + posting(members) + "]}");
  return result.listing.postings().empty() ? Posting() : result.listing.postings().front();
}

TEST(Himalayas, AsksForTwentyFromAPosition) {
  EXPECT_EQ(page_path({}), "/jobs/api?limit=20");
  EXPECT_EQ(page_path({.tag = "", .position = "cursor=abc"}), "/jobs/api?limit=20&cursor=abc");
}

struct NextCase {
  const char* name;
  const char* position;
  const char* envelope;
  std::string next;
};

class HimalayasNext : public ::testing::TestWithParam<NextCase> {};

TEST_P(HimalayasNext, IsWhereOlderPostingsFollow) {
  const std::string body =
      "{" + std::string(GetParam().envelope) + R"("jobs":[)" + posting("") + "]}";
  EXPECT_EQ(read(body, GetParam().position).page.next, GetParam().next);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, HimalayasNext,
    ::testing::Values(
        NextCase{"cursor", "", R"("nextCursor":"MjAy","totalCount":90,)", "cursor=MjAy"},
        NextCase{"cursor_is_encoded", "", R"("nextCursor":"a+/=&b",)", "cursor=a%2B%2F%3D%26b"},
        NextCase{"cursor_as_number", "", R"("nextCursor":17,)", "cursor=17"},
        NextCase{"last_page_behind_a_cursor", "cursor=MjAy", R"("totalCount":90,)", ""},
        NextCase{"offset_where_no_cursor_is_offered", "", R"("offset":0,"totalCount":90,)",
                 "offset=1"},
        NextCase{"offset_goes_on", "offset=40", R"("totalCount":90,)", "offset=41"},
        NextCase{"offset_ends", "offset=89", R"("totalCount":90,)", ""},
        NextCase{"cursor_is_better_than_offset", "offset=40",
                 R"("nextCursor":"MjAy","totalCount":90,)", "cursor=MjAy"},
        NextCase{"null", "", R"("nextCursor":null,)", ""},
        NextCase{"empty", "", R"("nextCursor":"",)", ""}, NextCase{"neither", "", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Himalayas, ACursorLongerThanAnyIsNone) {
  const std::string body = R"({"nextCursor":")" + std::string(5'000, 'x') + R"(","jobs":[]})";
  EXPECT_EQ(read(body).page.next, "");
}

TEST(Himalayas, CarriesTheProvidersComments) {
  EXPECT_EQ(read(R"({"comments":"21/08/2026:\n Cursors.","jobs":[]})").page.notice,
            "21/08/2026: Cursors.");
  EXPECT_EQ(read(R"({"comments":null,"jobs":[]})").page.notice, "");
}

struct CompanyCase {
  const char* name;
  const char* members;
  const char* company;
};

class HimalayasCompany : public ::testing::TestWithParam<CompanyCase> {};

TEST_P(HimalayasCompany, IsReadable) {
  EXPECT_EQ(read_posting(GetParam().members).company, GetParam().company);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, HimalayasCompany,
    ::testing::Values(
        CompanyCase{"stated", R"("companyName":"SIXT","companySlug":"sixt")", "SIXT"},
        CompanyCase{"bug", R"("companyName":"name","companySlug":"alignment-health")",
                    "Alignment Health"},
        CompanyCase{"empty", R"("companyName":"","companySlug":"blue-heron")", "Blue Heron"},
        CompanyCase{"null", R"("companyName":null,"companySlug":"blue-heron")", "Blue Heron"},
        CompanyCase{"a_company_with_that_word", R"("companyName":"Name.com")", "Name.com"},
        CompanyCase{"nothing", R"("companyLogo":"")", ""}),
    [](const auto& test) { return test.param.name; });

struct PlacesCase {
  const char* name;
  const char* members;
  std::optional<std::vector<std::string>> countries;
};

class HimalayasPlaces : public ::testing::TestWithParam<PlacesCase> {};

TEST_P(HimalayasPlaces, BecomeAllowedCountries) {
  EXPECT_EQ(read_posting(GetParam().members).allowed_countries, GetParam().countries);
}

using Names = std::vector<std::string>;

INSTANTIATE_TEST_SUITE_P(
    Cases, HimalayasPlaces,
    ::testing::Values(
        PlacesCase{"names", R"("locationRestrictions":["Austria","Germany"])",
                   Names{"Austria", "Germany"}},
        PlacesCase{"with_comma",
                   R"("locationRestrictions":["Congo, The Democratic Republic of the"])",
                   Names{"Congo, The Democratic Republic of the"}},
        PlacesCase{"worldwide", R"("locationRestrictions":[])", Names{}},
        PlacesCase{"objects", R"("locationRestrictions":[{"alpha2":"PL","name":"Poland"}])",
                   Names{"Poland"}},
        PlacesCase{"unreadable", R"("locationRestrictions":[{"alpha2":"PL"}])", std::nullopt},
        PlacesCase{"nulls", R"("locationRestrictions":[null])", std::nullopt},
        PlacesCase{"not_stated", R"("locationRestrictions":null)", std::nullopt}),
    [](const auto& test) { return test.param.name; });

TEST(Himalayas, DatesAreSeconds) {
  const Posting read = read_posting(R"("pubDate":1778990421,"expiryDate":1784174421)");
  EXPECT_EQ(read.post_date, 1'778'990'421);
  EXPECT_EQ(read.expires_at, 1'784'174'421);
  EXPECT_FALSE(read_posting(R"("pubDate":0,"expiryDate":null)").post_date);
}

TEST(Himalayas, ASalaryHasItsPeriodAndNoSalaryHasNeither) {
  const Posting hourly =
      read_posting(R"("minSalary":80,"maxSalary":135.0,"salaryPeriod":"hourly","currency":"USD")");
  EXPECT_EQ(hourly.salary_min, 80);
  EXPECT_EQ(hourly.salary_max, 135);
  EXPECT_EQ(hourly.salary_period, "hourly");
  EXPECT_EQ(hourly.salary_currency, "USD");
  const Posting none =
      read_posting(R"("minSalary":null,"maxSalary":null,"salaryPeriod":"annual","currency":"USD")");
  EXPECT_EQ(none.salary_period, "");
  EXPECT_EQ(none.salary_currency, "");
}

TEST(Himalayas, OnePostingIsRejectedAndTheRestGoesOn) {
  const Read result = read(R"({"jobs":[null,{"title":"No id"},{"guid":"x","title":"No link"},)"
                           R"({"guid":")" +
                           kGuid + R"(/2","title":" "},)" + posting("") + "," + posting("") + "]}");
  EXPECT_EQ(result.listing.counts().fetched, 6);
  EXPECT_EQ(result.listing.counts().rejected.total(), 4);
  EXPECT_EQ(result.listing.counts().duplicate, 1);
  ASSERT_EQ(result.listing.postings().size(), 1);
  EXPECT_EQ(result.listing.postings().front().url, kGuid);
}

// No database takes it, and with it the whole turn would be refused, again and again.
TEST(Himalayas, AnIdWithoutEndIsRejected) {
  const Read result =
      read(R"({"jobs":[{"guid":")" + kGuid + std::string(600, 'x') + R"("},)" + posting("") + "]}");
  EXPECT_EQ(result.listing.counts().rejected.total(), 1);
  EXPECT_FALSE(result.listing.is_complete());
  EXPECT_EQ(result.listing.postings().size(), 1);
}

TEST(Himalayas, APageOfAnotherShapeIsAFailure) {
  for (const auto& [body, code] :
       {std::pair{"{", ErrorCode::kMalformedJson}, std::pair{"<html>", ErrorCode::kMalformedJson},
        std::pair{"[]", ErrorCode::kUnexpectedShape}, std::pair{"{}", ErrorCode::kUnexpectedShape},
        std::pair{R"({"jobs":{}})", ErrorCode::kUnexpectedShape}}) {
    Listing listing;
    const auto page = read_page(body, {}, listing);
    ASSERT_FALSE(page) << body;
    EXPECT_EQ(page.error().code, code) << body;
  }
}

}  // namespace
}  // namespace spearyx::himalayas
