#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"

namespace spearyx::workable {
namespace {

const auto page_path = board_reader(Source::kWorkable).page_path;
const auto probe_path = board_reader(Source::kWorkable).probe_path;
const auto read_page = board_reader(Source::kWorkable).read_page;

Listing read(const std::string& postings) {
  Listing listing;
  Company company;
  company.slug = "blueheron";
  EXPECT_TRUE(
      read_page(R"({"name":"Blue Heron Labs","description":"<p>Us</p>","jobs":[)" + postings + "]}",
                company, listing))
      << postings;
  return listing;
}

/// A remote posting with these members in addition to the hard ones.
std::string posting_with(std::string_view members) {
  return R"({"shortcode":"B","title":"A","url":"https://apply.workable.com/j/B",)"
         R"("telecommuting":true,)" +
         std::string(members) + "}";
}

/// A posting in full, with what nobody asks for between the rest.
constexpr const char* kFull =
    R"({"title":"Gardener","shortcode":"A1B2","code":"","employment_type":"Full-time",)"
    R"("telecommuting":true,"department":"Plants","url":"https://apply.workable.com/j/A1B2",)"
    R"("shortlink":"https://apply.workable.com/j/A1B2","application_url":)"
    R"("https://apply.workable.com/j/A1B2/apply","published_on":"2026-07-01",)"
    R"("created_at":"2026-06-01","country":"Portugal","city":"Lisbon","state":"Lisbon",)"
    R"("education":"","experience":"","function":"Engineering","industry":"Gardens",)"
    R"("locations":[{"country":"Portugal","countryCode":"PT","city":"Porto","region":null,)"
    R"("hidden":false}],"description":"<p>We \"grow\".</p>"})";

TEST(Workable, AsksForDescriptions) {
  EXPECT_EQ(page_path("blueheron", 0), "/api/v1/widget/accounts/blueheron?details=true");
  EXPECT_EQ(probe_path("blueheron"), "/api/v1/widget/accounts/blueheron");
}

TEST(Workable, ReadsAPostingInFull) {
  const Listing listing = read(kFull);
  EXPECT_EQ(listing.company_name, "Blue Heron Labs");
  ASSERT_EQ(listing.postings().size(), 1);
  const Posting& posting = listing.postings().front();
  EXPECT_EQ(posting.external_id, "A1B2");
  EXPECT_EQ(posting.title, "Gardener");
  EXPECT_EQ(posting.company, "Blue Heron Labs");
  EXPECT_EQ(posting.url, "https://apply.workable.com/j/A1B2");
  EXPECT_EQ(posting.location, "Porto, Portugal");
  EXPECT_EQ(posting.tags, (std::vector<std::string>{"Plants", "Engineering"}));
  EXPECT_EQ(posting.post_date, 1'782'864'000);
  EXPECT_EQ(posting.remote_reason, "flag says remote");
  EXPECT_EQ(normalize::description_html(posting), R"(<p>We "grow".</p>)");
}

struct PlaceCase {
  const char* what;
  const char* members;
  const char* location;
};

class WorkablePlaces : public ::testing::TestWithParam<PlaceCase> {};

TEST_P(WorkablePlaces, AreShownAsFarAsTheyAreNotHidden) {
  const Listing listing = read(posting_with(GetParam().members));
  ASSERT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.postings().front().location, GetParam().location);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, WorkablePlaces,
    ::testing::Values(
        PlaceCase{"Several",
                  R"("locations":[{"country":"France","city":"Paris","region":"Île-de-France"},)"
                  R"({"country":"Chile","city":"","region":null}])",
                  "Paris, Île-de-France, France; Chile"},
        PlaceCase{"Hidden",
                  R"("country":"France","city":"Paris","locations":[{"country":"France",)"
                  R"("city":"Paris","region":"Île-de-France","hidden":true}])",
                  "France"},
        PlaceCase{"NoList", R"("country":"France","city":"Paris","state":"")", "Paris, France"},
        PlaceCase{"EmptyList", R"("country":"","city":"","state":"","locations":[])", ""},
        PlaceCase{"OtherKinds", R"("country":7.5,"city":[],"locations":[null,"x",{"country":{}}])",
                  ""},
        PlaceCase{"ListOfAnotherKind", R"("country":"Chile","locations":"Chile")", "Chile"}),
    [](const auto& test) { return test.param.what; });

TEST(Workable, KeepsThePlacesOfAPostingThatIsListedForEachCountry) {
  const std::string spain = posting_with(R"("locations":[{"country":"Spain"}])");
  const std::string portugal = posting_with(R"("locations":[{"country":"Portugal"}])");
  const Listing listing = read(spain + "," + kFull + "," + portugal + "," + spain);
  ASSERT_EQ(listing.postings().size(), 2);
  EXPECT_EQ(listing.counts().fetched, 4);
  EXPECT_EQ(listing.counts().duplicate, 2);
  EXPECT_EQ(listing.postings().front().location, "Spain; Portugal");
  const Job job = normalize::to_job(listing.postings().front(), "", normalize::Categoriser()).job;
  EXPECT_EQ(job.remote_scope, R"(["ES","PT"])");
}

TEST(Workable, LeavesWhatIsNotRemote) {
  const Listing listing =
      read(R"({"shortcode":"A","telecommuting":false,"title":"Remote A"},{"shortcode":"B"},)"
           R"({"shortcode":"C","telecommuting":"yes"})");
  EXPECT_TRUE(listing.postings().empty());
  ASSERT_EQ(listing.counts().filtered.entries().size(), 2);
  EXPECT_EQ(listing.counts().filtered.entries()[0].reason, "flag says not remote");
  EXPECT_EQ(listing.counts().filtered.entries()[1].reason, "nothing says remote");
}

TEST(Workable, RejectsABadPostingAlone) {
  const Listing listing =
      read(std::string("7,") + R"({"telecommuting":true},{"shortcode":"1","telecommuting":true},)" +
           R"({"shortcode":"2","telecommuting":true,"title":"A","url":null,"shortlink":"j/2"},)" +
           kFull);
  EXPECT_EQ(listing.postings().size(), 1);
  std::vector<std::string> reasons;
  for (const auto& entry : listing.counts().rejected.entries()) reasons.push_back(entry.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{"posting is malformed", "id is missing",
                                               "title is missing", "link is missing"}));
}

TEST(Workable, TakesItsShortLinkWhereThereIsNoOther) {
  const Listing listing = read(R"({"shortcode":"2","telecommuting":true,"title":"A","url":"",)"
                               R"("shortlink":"https://apply.workable.com/j/2"})");
  ASSERT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.postings().front().url, "https://apply.workable.com/j/2");
}

TEST(Workable, RefusesWhatIsNoAccount) {
  for (const char* body : {"[]", R"({"name":"A"})", R"({"jobs":{}})", "<html>", ""}) {
    Listing listing;
    EXPECT_FALSE(read_page(body, {}, listing)) << body;
  }
}

TEST(Workable, TakesAnAccountWithoutPostings) {
  Listing listing;
  EXPECT_EQ(read_page(R"({"name":"Acme","description":null,"jobs":[]})", {}, listing), 0);
}

}  // namespace
}  // namespace spearyx::workable
