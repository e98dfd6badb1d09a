#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"
#include "unit/sources/listings.h"

namespace spearyx::recruitee {
namespace {

const auto page_path = board_reader(Source::kRecruitee).page_path;
const auto probe_path = board_reader(Source::kRecruitee).probe_path;
const auto read_page = board_reader(Source::kRecruitee).read_page;

Listing read(const std::string& postings) {
  Listing listing;
  Company company;
  company.slug = "blueheron";
  EXPECT_TRUE(read_page(R"({"offers":[)" + postings + "]}", company, listing)) << postings;
  return listing;
}

/// A posting with these members in addition to the hard ones.
std::string posting_with(std::string_view members) {
  return R"({"id":8,"title":"A","careers_url":"https://jobs.example/o/a",)" + std::string(members) +
         "}";
}

Job job_of(std::string_view members) {
  SCOPED_TRACE(members);
  return only_job(read(posting_with(R"("remote":true,)" + std::string(members))));
}

/// A posting in full, with what nobody asks for between the rest.
constexpr const char* kFull =
    R"({"id":2700001,"guid":"e4u00","slug":"gardener","title":"Gardener","status":"published",)"
    R"("remote":true,"hybrid":false,"on_site":false,"location":"Remote job","locations":[)"
    R"({"id":1,"name":"Lisbon office","city":"Lisbon","state":"Lisbon","country":"Portugal",)"
    R"("country_code":"PT","note":null},{"city":null,"country":"Chile","country_code":"CL"}],)"
    R"("department":"Plants","tags":["outdoors"],"description":"<p>We \"grow\".</p>",)"
    R"("requirements":"<ul><li>dig</li></ul>","translations":{"en":{"title":"Gardener"}},)"
    R"("careers_url":"https://careers.blueheron.example/o/gardener",)"
    R"("careers_apply_url":"https://careers.blueheron.example/o/gardener/c/new",)"
    R"("company_name":"Blue Heron B.V.","mailbox_email":"job.e4u00@blueheron.recruitee.com",)"
    R"("salary":{"min":"4800","max":"5600","period":"month","currency":"EUR"},)"
    R"("published_at":"2026-07-01 09:30:00 UTC","created_at":"2026-06-01 09:30:00 UTC",)"
    R"("close_at":"2026-12-01 00:00:00 UTC"})";

TEST(Recruitee, AsksTheHostOfTheCompany) {
  EXPECT_EQ(page_path("blueheron", 0), "/api/offers/");
  EXPECT_EQ(probe_path("blueheron"), "/api/offers/");
}

TEST(Recruitee, ReadsAPostingInFull) {
  const Listing listing = read(kFull);
  EXPECT_EQ(listing.company_name, "Blue Heron B.V.");
  ASSERT_EQ(listing.postings().size(), 1);
  const Posting& posting = listing.postings().front();
  EXPECT_EQ(posting.external_id, "2700001");
  EXPECT_EQ(posting.title, "Gardener");
  EXPECT_EQ(posting.company, "Blue Heron B.V.");
  EXPECT_EQ(posting.url, "https://careers.blueheron.example/o/gardener");
  EXPECT_EQ(posting.location, "Remote job");
  EXPECT_EQ(posting.places, (std::vector<std::string>{"Lisbon, Lisbon, Portugal", "Chile"}));
  EXPECT_EQ(posting.tags, (std::vector<std::string>{"outdoors", "Plants"}));
  EXPECT_EQ(posting.post_date, 1'782'898'200);
  EXPECT_EQ(posting.expires_at, 1'796'083'200);
  EXPECT_EQ(posting.remote_reason, "flag says remote");
  const Job job = only_job(listing);
  EXPECT_EQ(job.description_raw, R"(<p>We "grow".</p><ul><li>dig</li></ul>)");
  EXPECT_EQ(job.pay_range, "€4,800–€5,600 a month");
}

/// The address and the questions are personal or of no use, and change by themselves.
TEST(Recruitee, LeavesMailboxQuestionsAndTranslations) {
  const std::string other = posting_with(
      R"("remote":true,"mailbox_email":"job.1@blueheron.recruitee.com","open_questions":[{"id":1}],)"
      R"("options_cv":"off","dynamic_fields":[1],"translations":{"de":{"title":"B"}})");
  const Listing with = read(other);
  const Listing without = read(posting_with(R"("remote":true)"));
  ASSERT_EQ(with.postings().size(), 1);
  EXPECT_EQ(normalize::content_hash(with.postings().front()),
            normalize::content_hash(without.postings().at(0)));
}

struct RemoteCase {
  const char* what;
  const char* members;
  std::string_view reason;
};

class RecruiteeRemote : public ::testing::TestWithParam<RemoteCase> {};

TEST_P(RecruiteeRemote, IsDecidedByTheFlags) {
  const Listing listing = read(posting_with(GetParam().members));
  if (GetParam().reason.ends_with("says remote") && !GetParam().reason.starts_with("nothing")) {
    ASSERT_EQ(listing.postings().size(), 1);
    EXPECT_EQ(listing.postings().front().remote_reason, GetParam().reason);
  } else {
    ASSERT_EQ(listing.counts().filtered.total(), 1);
    EXPECT_EQ(listing.counts().filtered.entries().front().reason, GetParam().reason);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RecruiteeRemote,
    ::testing::Values(
        RemoteCase{"Remote", R"("remote":true,"hybrid":false,"on_site":false,"location":"Lisbon")",
                   "flag says remote"},
        RemoteCase{"Hybrid", R"("remote":false,"hybrid":true,"on_site":false)", "flag says hybrid"},
        RemoteCase{"OnSite", R"("remote":false,"hybrid":false,"on_site":true)",
                   "flag says on-site"},
        RemoteCase{"RemoteAndHybrid", R"("remote":true,"hybrid":true)", "flag says hybrid"},
        RemoteCase{"NoneIsSet",
                   R"("remote":false,"hybrid":false,"on_site":false,"location":"Remote job")",
                   "flag says not remote"},
        RemoteCase{"NoFlags", R"("location":"Remote job")", "location says remote"},
        RemoteCase{"NoFlagsAndACity", R"("location":"Lisbon, Portugal")", "nothing says remote"},
        RemoteCase{"FlagsOfAnotherKind", R"("remote":"true","hybrid":[],"on_site":{})",
                   "nothing says remote"}),
    [](const auto& test) { return test.param.what; });

struct PayCase {
  const char* what;
  const char* salary;
  const char* pay;
};

class RecruiteePay : public ::testing::TestWithParam<PayCase> {};

TEST_P(RecruiteePay, ComesAsTexts) {
  EXPECT_EQ(job_of(R"("salary":)" + std::string(GetParam().salary)).pay_range, GetParam().pay);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RecruiteePay,
    ::testing::Values(
        PayCase{"Year", R"({"min":"60000","max":"75000","period":"year","currency":"EUR"})",
                "€60,000–€75,000 a year"},
        PayCase{"OneEnd", R"({"min":"60000","max":null,"period":"year","currency":"EUR"})",
                "from €60,000 a year"},
        PayCase{"Hour", R"({"min":"31","max":"45.00","period":"hour","currency":"USD"})",
                "$31–$45 an hour"},
        PayCase{"ThousandsInAYear",
                R"({"min":"75.00","max":"95.00","period":"year","currency":"USD"})", ""},
        PayCase{"CurrencyAlone", R"({"min":null,"max":null,"period":"year","currency":"EUR"})", ""},
        PayCase{"Null", "null", ""}, PayCase{"Text", R"("60000")", ""},
        PayCase{"List", R"([60000,75000])", ""},
        PayCase{"Kinds", R"({"min":{},"max":[],"period":7,"currency":true})", ""}),
    [](const auto& test) { return test.param.what; });

TEST(Recruitee, ReadsTheScopeOffAllItsLocations) {
  EXPECT_EQ(job_of(R"("location":"Remote job","locations":[{"country":"Portugal"},)"
                   R"({"city":"Santiago","country":"Chile"}])")
                .remote_scope,
            R"(["CL","PT"])");
  EXPECT_EQ(job_of(R"("location":"Remote job","locations":[null,"Chile",{"country":7},)"
                   R"({"city":[],"country":"Peru"}])")
                .remote_scope,
            R"(["PE"])");
}

TEST(Recruitee, TakesDatesOfAnotherKindForNone) {
  for (const char* date : {"null", "1788000000000000", R"("soon")", R"("2026-13-01 00:00:00 UTC")",
                           "[]", "{}", R"("0000-00-00 00:00:00 UTC")"}) {
    const Job job = job_of(R"("published_at":)" + std::string(date));
    EXPECT_EQ(job.post_date, std::nullopt) << date;
  }
}

TEST(Recruitee, NamesTheCompanyByItsSlugWhereTheOfferDoesNot) {
  EXPECT_EQ(job_of(R"("company_name":null)").company, "Blueheron");
}

TEST(Recruitee, RejectsABadPostingAlone) {
  const Listing listing = read(
      std::string("null,") + R"({"title":"A","remote":true},)" +
      R"({"id":1,"remote":true},{"id":2,"remote":true,"title":"A","careers_url":"o/a"},)" + kFull);
  EXPECT_EQ(listing.postings().size(), 1);
  std::vector<std::string> reasons;
  for (const auto& entry : listing.counts().rejected.entries()) reasons.push_back(entry.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{"posting is malformed", "id is missing",
                                               "title is missing", "link is missing"}));
}

TEST(Recruitee, RefusesWhatIsNoBoard) {
  for (const char* body : {"[]", R"({"error":"Not Found"})", R"({"offers":null})", "<html>", ""}) {
    Listing listing;
    EXPECT_FALSE(read_page(body, {}, listing)) << body;
  }
}

}  // namespace
}  // namespace spearyx::recruitee
