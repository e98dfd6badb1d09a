#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"
#include "unit/sources/listings.h"

namespace spearyx::greenhouse {
namespace {

const auto page_path = board_reader(Source::kGreenhouse).page_path;
const auto probe_path = board_reader(Source::kGreenhouse).probe_path;
const auto read_page = board_reader(Source::kGreenhouse).read_page;

Listing read(const std::string& jobs) {
  Listing listing;
  Company company;
  company.slug = "acme";
  company.name = "Acme";
  EXPECT_TRUE(read_page("{\"jobs\":[" + jobs + "]}", company, listing)) << jobs;
  return listing;
}

/// A posting in full, with fields that nobody asks for between the others.
constexpr const char* kFull =
    R"({"id":7,"internal_job_id":3,"title":"Gardener","requisition_id":null,)"
    R"("location":{"name":"Remote, Canada"},"company_name":"Acme Gardens",)"
    R"("absolute_url":"https://boards.example/acme/7","data_compliance":[{"type":"gdpr"}],)"
    R"("offices":[{"id":1,"name":"Canada"}],"departments":[{"id":2,"name":"Outdoors"}],)"
    R"("metadata":[],"first_published":"2026-07-01T09:30:00-04:00",)"
    R"("content":"&lt;p&gt;We \u0026amp; plants, \"daily\".&lt;/p&gt;"})";

TEST(Greenhouse, AsksForABoardWithItsTexts) {
  EXPECT_EQ(page_path("acme", 0), "/v1/boards/acme/jobs?content=true");
  EXPECT_EQ(probe_path("acme"), "/v1/boards/acme/jobs");
}

TEST(Greenhouse, ReadsAPostingInFull) {
  const Listing listing = read(kFull);
  EXPECT_EQ(listing.company_name, "Acme Gardens");
  ASSERT_EQ(listing.postings().size(), 1);
  const Posting& posting = listing.postings().front();
  EXPECT_EQ(posting.external_id, "7");
  EXPECT_EQ(posting.title, "Gardener");
  EXPECT_EQ(posting.company, "Acme Gardens");
  EXPECT_EQ(posting.url, "https://boards.example/acme/7");
  EXPECT_EQ(posting.location, "Remote, Canada");
  EXPECT_EQ(posting.offices, std::vector<std::string>{"Canada"});
  EXPECT_EQ(posting.tags, std::vector<std::string>{"Outdoors"});
  EXPECT_EQ(posting.post_date, 1'782'912'600);
  EXPECT_EQ(posting.remote_reason, "location says remote");
  EXPECT_EQ(normalize::description_html(posting), "<p>We & plants, \"daily\".</p>");
}

/// The scope of a posting with this location and these offices.
std::string scope_of(const std::string& location, const std::string& offices) {
  const Listing listing =
      read(R"({"id":7,"title":"Gardener","absolute_url":"https://boards.example/acme/7",)"
           R"("metadata":[{"name":"Workplace Type","value":"Remote"}],"location":{"name":")" +
           location + R"("},"offices":[)" + offices + "]}");
  return normalize::to_job(listing.postings().at(0), "", normalize::Categoriser()).job.remote_scope;
}

TEST(Greenhouse, ReadsTheScopeOffAllOfficesOnlyWhereTheLocationStatesNone) {
  constexpr const char* kOffices = R"({"name":"Berlin, Germany"},{"name":null},{"name":"Chile"})";
  EXPECT_EQ(scope_of("Remote", kOffices), R"(["CL","DE"])");
  EXPECT_EQ(scope_of("Remote, Canada", kOffices), R"(["CA"])");
  EXPECT_EQ(scope_of("Remote", R"({"name":"London"},{"name":"Berlin"})"), "");
  EXPECT_EQ(scope_of("Remote", ""), "");
}

class GreenhousePosting : public ::testing::TestWithParam<PostingCase> {};

TEST_P(GreenhousePosting, IsRejectedAlone) {
  expect_rejected_alone(read(std::string(GetParam().json) + "," + kFull), GetParam(), R"("id":8)");
}

INSTANTIATE_TEST_SUITE_P(
    Cases, GreenhousePosting,
    ::testing::Values(
        PostingCase{"Text", R"("posting")", "posting is malformed"},
        PostingCase{"Nothing", "{}", "id is missing"},
        PostingCase{"IdIsNull", R"({"id":null})", "id is missing"},
        PostingCase{"IdIsText", R"({"id":"8"})", "id is missing"},
        PostingCase{"IdIsNoInteger", R"({"id":9.5})", "id is missing"},
        PostingCase{"TitleIsNumber", R"({"title":5,"location":{"name":"Remote"},"id":8})",
                    "title is missing"},
        PostingCase{"NoTitle", R"({"id":8,"location":{"name":"Remote"}})", "title is missing"},
        PostingCase{"NoLink", R"({"id":8,"location":{"name":"Remote"},"title":"A"})",
                    "link is missing"}),
    [](const auto& test) { return test.param.what; });

TEST(Greenhouse, TellsWhatIsNotRemote) {
  const Listing listing = read(R"({"id":1,"location":{"name":"Toronto"},"title":5})");
  EXPECT_EQ(listing.counts().filtered.total(), 1);
  EXPECT_EQ(listing.counts().rejected.total(), 0);
}

TEST(Greenhouse, TakesPlacesThatCannotBeReadForUnknown) {
  const Listing listing = read(R"({"id":8,"location":"Remote"},{"id":9,"offices":"all"})");
  EXPECT_EQ(listing.counts().rejected.total(), 0);
  EXPECT_EQ(listing.counts().filtered.total(), 2);
  ASSERT_EQ(listing.counts().unknown.entries().size(), 1);
  EXPECT_EQ(listing.counts().unknown.entries().front().reason, "place");
  EXPECT_EQ(listing.counts().unknown.total(), 2);
}

TEST(Greenhouse, RefusesWhatIsNoBoard) {
  for (const char* body : {"[]", "{}", R"({"jobs":5})", R"({"jobs":[]} and more)", "<html>", ""}) {
    Listing listing;
    EXPECT_FALSE(read_page(body, {}, listing)) << body;
  }
}

}  // namespace
}  // namespace spearyx::greenhouse
