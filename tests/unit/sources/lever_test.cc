#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "normalize/cleansing.h"
#include "normalize/posting.h"
#include "sources/reader.h"
#include "unit/sources/listings.h"

namespace spearyx::lever {
namespace {

const auto page_path = board_reader(Source::kLever).page_path;
const auto probe_path = board_reader(Source::kLever).probe_path;
const auto read_page = board_reader(Source::kLever).read_page;

Listing read(const std::string& postings) {
  Listing listing;
  Company company;
  company.slug = "green-stem";
  EXPECT_TRUE(read_page("[" + postings + "]", company, listing)) << postings;
  return listing;
}

/// A posting in full, with fields that nobody asks for between the others.
constexpr const char* kFull =
    R"({"id":"a-7","text":"Gardener","hostedUrl":"https://jobs.example/green-stem/a-7",)"
    R"("descriptionPlain":"We grow.","workplaceType":"remote","createdAt":1782898200123,)"
    R"("categories":{"location":"Canada","allLocations":["Canada","Chile"],"team":"Outdoors",)"
    R"("department":"Plants"},"description":"<p>We \u003cb\u003egrow\u003c/b\u003e.</p>",)"
    R"("lists":[{"text":"You","content":"<li>dig</li>"}],"additional":"<p>Bye.</p>",)"
    R"("salaryRange":{"min":50000,"max":60000.5,"currency":"CAD","interval":"per-year-salary"},)"
    R"("salaryDescription":"<p>Plus plants.</p>"})";

TEST(Lever, AsksForPages) {
  EXPECT_EQ(page_path("acme", 1000), "/v0/postings/acme?mode=json&skip=1000&limit=1000");
  EXPECT_EQ(probe_path("acme"), "/v0/postings/acme?mode=json&limit=1");
}

TEST(Lever, ReadsAPostingInFull) {
  const Listing listing = read(kFull);
  ASSERT_EQ(listing.postings().size(), 1);
  const Posting& posting = listing.postings().front();
  EXPECT_EQ(posting.external_id, "a-7");
  EXPECT_EQ(posting.title, "Gardener");
  EXPECT_EQ(posting.company, "Green Stem");
  EXPECT_EQ(posting.url, "https://jobs.example/green-stem/a-7");
  EXPECT_EQ(posting.location, "Canada");
  EXPECT_EQ(posting.places, (std::vector<std::string>{"Canada", "Chile"}));
  EXPECT_EQ(posting.tags, (std::vector<std::string>{"Outdoors", "Plants"}));
  EXPECT_EQ(posting.post_date, 1'782'898'200);
  EXPECT_EQ(posting.salary_min, 50'000);
  EXPECT_EQ(posting.salary_max, 60'000.5);
  EXPECT_EQ(posting.salary_currency, "CAD");
  EXPECT_EQ(posting.salary_period, "per-year-salary");
  EXPECT_EQ(posting.remote_reason, "workplace type remote");
  EXPECT_EQ(normalize::description_html(posting),
            "<p>We <b>grow</b>.</p><h3>You</h3><ul><li>dig</li></ul><p>Bye.</p>"
            "<p>Plus plants.</p>");
}

TEST(Lever, ReadsTheScopeOffAllItsLocations) {
  const Listing listing = read(kFull);
  const Job job = normalize::to_job(listing.postings().at(0), "", normalize::Categoriser()).job;
  EXPECT_EQ(job.location, "Canada");
  EXPECT_EQ(job.remote_scope, R"(["CA","CL"])");
}

TEST(Lever, SaysThatADescriptionWasCutEvenWithinATag) {
  Posting posting;
  posting.description = "<p>" + std::string(256 * 1024 - 30, 'a') +
                        R"(</p><a href="https://jobs.example/green-stem/a-7">more</a>)";
  const auto normalized = normalize::to_job(posting, "", normalize::Categoriser());
  EXPECT_TRUE(normalized.is_truncated);
  EXPECT_TRUE(
      normalized.job.description_raw.ends_with(std::string("a</p>").append(normalize::kCutMark)));
}

class LeverPosting : public ::testing::TestWithParam<PostingCase> {};

TEST_P(LeverPosting, IsRejectedAlone) {
  expect_rejected_alone(read(std::string(GetParam().json) + "," + kFull), GetParam(),
                        R"("id":"b")");
}

INSTANTIATE_TEST_SUITE_P(
    Cases, LeverPosting,
    ::testing::Values(PostingCase{"Null", "null", "posting is malformed"},
                      PostingCase{"NoId", R"({"text":"A"})", "id is missing"},
                      PostingCase{"IdIsNumber", R"({"id":8})", "id is missing"},
                      PostingCase{"NoTitle", R"({"id":"b","workplaceType":"remote"})",
                                  "title is missing"},
                      PostingCase{"NoLink", R"({"id":"b","workplaceType":"remote","text":"A"})",
                                  "link is missing"}),
    [](const auto& test) { return test.param.what; });

TEST(Lever, KeepsADescriptionThatComesAsPlainTextAlone) {
  const Listing listing = read(
      R"({"id":"b","text":"A","hostedUrl":"https://jobs.example/b","workplaceType":"remote",)"
      R"("description":"","descriptionPlain":"R&D\n\"a <b\" \u2022","lists":[{"text":"You","content":)"
      R"("<li>dig</li>"}],"additionalPlain":"Bye.\n","salaryDescriptionPlain":"Plus plants."})");
  EXPECT_EQ(normalize::description_html(listing.postings().at(0)),
            "R&amp;D<br>\"a &lt;b\" •<h3>You</h3><ul><li>dig</li></ul>Bye.<br>Plus plants.");
}

TEST(Lever, TakesWhatIsNullForAbsent) {
  const Listing listing = read(
      R"({"id":"b","text":"A","hostedUrl":"https://jobs.example/b","workplaceType":"remote",)"
      R"("categories":null,"createdAt":null,"lists":null,"salaryRange":null,"description":null})");
  ASSERT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.postings().front().post_date, std::nullopt);
  EXPECT_EQ(normalize::description_html(listing.postings().front()), "");
}

TEST(Lever, TakesWhatCannotBeReadForUnknown) {
  const Listing listing = read(
      R"({"id":"b","categories":"all"},{"lists":"x","id":"c","text":"A","workplaceType":"remote",)"
      R"("hostedUrl":"https://jobs.example/c"})");
  EXPECT_EQ(listing.counts().rejected.total(), 0);
  EXPECT_EQ(listing.counts().filtered.total(), 1);
  EXPECT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.counts().unknown.total(), 2);
}

TEST(Lever, TakesAnAmountWithoutCurrencyAndInterval) {
  const Listing listing =
      read(R"({"id":"b","text":"A","hostedUrl":"https://jobs.example/b","workplaceType":"remote",)"
           R"("salaryRange":{"min":50000,"max":null,"currency":null,"interval":null}})");
  ASSERT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.postings().front().salary_min, 50'000);
  EXPECT_EQ(listing.postings().front().salary_max, 0);
  EXPECT_EQ(listing.postings().front().salary_currency, "");
  EXPECT_EQ(listing.postings().front().salary_period, "");
}

TEST(Lever, RefusesWhatIsNoSite) {
  for (const char* body : {"{}", R"({"ok":false})", "[] and more", "[", "<html>", ""}) {
    Listing listing;
    EXPECT_FALSE(read_page(body, {}, listing)) << body;
  }
}

}  // namespace
}  // namespace spearyx::lever
