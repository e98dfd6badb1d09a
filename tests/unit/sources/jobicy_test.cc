#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"
#include "unit/sources/listings.h"

namespace spearyx::jobicy {
namespace {

const auto page_path = feed_reader(Source::kJobicy).page_path;
const auto read_page = feed_reader(Source::kJobicy).read_page;

Listing read(const std::string& postings) {
  Listing listing;
  EXPECT_TRUE(read_page(R"({"apiVersion":"2.2.15","clientKey":"c0ffee","jobs":[)" + postings + "]}",
                        {}, listing))
      << postings;
  return listing;
}

/// A posting with these members in addition to the hard ones.
std::string posting_with(std::string_view members) {
  return R"({"id":8,"url":"https://jobicy.com/jobs/8-a","jobTitle":"A","companyName":"Acme",)" +
         std::string(members) + "}";
}

Job job_of(std::string_view members) {
  SCOPED_TRACE(members);
  return only_job(read(posting_with(members)));
}

/// A posting in full, with what nobody asks for between the rest.
constexpr const char* kFull =
    R"({"id":150001,"url":"https://jobicy.com/jobs/150001-gardener","jobSlug":"150001-gardener",)"
    R"("jobTitle":"Gardener &#8211; Roses &amp; Herbs","companyName":"Heron &amp; Sons",)"
    R"("companyLogo":"https://jobicy.com/logo.png","jobIndustry":["Plants &amp; Gardens"],)"
    R"("jobType":["Full-Time"],"jobGeo":"LATAM,  Hong Kong,  Mexico","jobLevel":"Any",)"
    R"("jobExcerpt":"We growPlants","jobDescription":"<p>We \"grow\".</p>\n",)"
    R"("pubDate":"2026-07-01T09:30:00+00:00","salaryMin":60000,"salaryMax":60000,)"
    R"("salaryCurrency":"USD","salaryPeriod":"yearly"})";

TEST(Jobicy, AsksForTheWholeWindowWithKnownParameters) {
  EXPECT_EQ(page_path({}), "/api/v2/remote-jobs?count=100");
}

TEST(Jobicy, ReadsAPostingInFull) {
  const Listing listing = read(kFull);
  ASSERT_EQ(listing.postings().size(), 1);
  const Posting& posting = listing.postings().front();
  EXPECT_EQ(posting.external_id, "150001");
  EXPECT_EQ(posting.title, "Gardener – Roses & Herbs");
  EXPECT_EQ(posting.company, "Heron & Sons");
  EXPECT_EQ(posting.url, "https://jobicy.com/jobs/150001-gardener");
  EXPECT_EQ(posting.location, "LATAM, Hong Kong, Mexico");
  EXPECT_EQ(posting.tags, std::vector<std::string>{"Plants & Gardens"});
  EXPECT_EQ(posting.post_date, 1'782'898'200);
  const Job job = only_job(listing);
  EXPECT_EQ(job.description_raw, "<p>We \"grow\".</p>\n");
  EXPECT_EQ(job.description, R"(We "grow".)");
  EXPECT_EQ(job.pay_range, "$60,000 a year");
}

struct GeoCase {
  const char* what;
  const char* geo;
  const char* scope;
};

class JobicyGeo : public ::testing::TestWithParam<GeoCase> {};

TEST_P(JobicyGeo, IsWhereOneMayLive) {
  EXPECT_EQ(job_of(R"("jobGeo":)" + std::string(GetParam().geo)).remote_scope, GetParam().scope);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, JobicyGeo,
    ::testing::Values(GeoCase{"Country", R"("UK")", R"(["GB"])"},
                      GeoCase{"Region", R"("EMEA")", R"(["EMEA"])"},
                      GeoCase{"List", R"("LATAM,  Hong Kong,  Mexico")", R"(["HK","LATAM","MX"])"},
                      GeoCase{"NameWithAComma", R"("Korea, South,  Japan")", R"(["JP","KR"])"},
                      GeoCase{"Entity", R"("Bosnia &amp; Herzegovina")", R"(["BA"])"},
                      GeoCase{"Anywhere", R"("Anywhere")", R"(["WORLD"])"},
                      GeoCase{"Unknown", R"("Atlantis")", ""}, GeoCase{"Empty", R"("")", ""},
                      GeoCase{"Null", "null", ""}, GeoCase{"TextList", R"(["UK"])", ""},
                      GeoCase{"Object", R"({"name":"UK"})", ""}),
    [](const auto& test) { return test.param.what; });

TEST(Jobicy, ReadsDatesOfBothKinds) {
  const auto date_of = [](std::string_view date) {
    return job_of(R"("pubDate":)" + std::string(date)).post_date;
  };
  EXPECT_EQ(date_of(R"("2026-07-01T11:30:00+02:00")"), 1'782'898'200);
  EXPECT_EQ(date_of(R"("2026-07-01 09:30:00")"), 1'782'898'200);
  for (const char* other : {"null", R"("yesterday")", "[]", "{}", "true"}) {
    EXPECT_EQ(date_of(other), std::nullopt) << other;
  }
}

TEST(Jobicy, ReadsPayOfAllPeriodsAndTakesOtherKindsForNone) {
  EXPECT_EQ(
      job_of(R"("salaryMin":31,"salaryMax":45,"salaryCurrency":"USD","salaryPeriod":"hourly")")
          .pay_range,
      "$31–$45 an hour");
  EXPECT_EQ(
      job_of(R"("salaryMin":"60000","salaryCurrency":"GBP","salaryPeriod":"yearly")").pay_range,
      "from £60,000 a year");
  EXPECT_EQ(
      job_of(R"("salaryMin":[1],"salaryMax":{},"salaryCurrency":7,"salaryPeriod":null)").pay_range,
      "");
}

TEST(Jobicy, TakesTagsOfAnotherKindForNone) {
  for (const char* industry : {"null", "true", "{}", "[{}]"}) {
    const Listing listing = read(posting_with(R"("jobIndustry":)" + std::string(industry)));
    ASSERT_EQ(listing.postings().size(), 1) << industry;
    EXPECT_TRUE(listing.postings().front().tags.empty()) << industry;
  }
}

TEST(Jobicy, RejectsABadPostingAlone) {
  const Listing listing = read(std::string("null,") + R"({"jobTitle":"A"},{"id":1,"url":"x"},)" +
                               R"({"id":2,"jobTitle":"A","url":"jobs/2"},)" + kFull + "," + kFull);
  EXPECT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.counts().duplicate, 1);
  std::vector<std::string> reasons;
  for (const auto& entry : listing.counts().rejected.entries()) reasons.push_back(entry.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{"posting is malformed", "id is missing",
                                               "title is missing", "link is missing"}));
}

TEST(Jobicy, SaysWhatTheProviderAsksFor) {
  Listing listing;
  const auto page = read_page(R"({"friendlyNotice":"Credit us.","jobs":[]})", {}, listing);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->notice, "Credit us.");
  EXPECT_EQ(page->next, "");
}

TEST(Jobicy, RefusesWhatIsNoFeedWithoutQuotingIt) {
  for (const char* body : {R"([{"clientKey":"c0ffee"}])", R"({"clientKey":"c0ffee"})",
                           R"({"clientKey":"c0ffee")", "<html>", ""}) {
    Listing listing;
    const auto page = read_page(body, {}, listing);
    ASSERT_FALSE(page) << body;
    EXPECT_FALSE(describe(page.error()).contains("c0ffee")) << body;
  }
}

}  // namespace
}  // namespace spearyx::jobicy
