// The particulars of single sources with boards, through whole ticks.
#include <gmock/gmock.h>

#include "ats_fixture.h"

namespace spearyx::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Strings = std::vector<std::string>;

class BoardSources : public AtsFixture {
 public:
  void SetUp() override {
    host.sql("DELETE FROM potential_companies");
    host.web = [this](const Request& request) { return answer(request); };
  }

  using AtsFixture::make_due;
  void make_due(const std::string& slug) {
    host.clock_ms += 60'000;
    host.sql("UPDATE discovered_companies SET next_sync_at = 0 WHERE slug = '" + slug + "'");
  }

  std::string url(std::size_t place) const { return host.sent.at(place).request.url; }

  std::function<Result<Response>(const Request&)> answer = [](const Request&) {
    return json_answer(greenhouse_body(postings(1)));
  };
};

/// A posting that links to boards, a known one and its own among them.
FakePosting linking_posting(int links) {
  FakePosting posting;
  posting.content =
      "<p>We moved: <a href=\"https://jobs.ashbyhq.com/Blue%20Heron/1?a=1&amp;b=2\">here</a>, "
      "<a href=\"https://boards.greenhouse.io/bridge/jobs/2\">here</a>, "
      "https://jobs.lever.co/known and https://apply.workable.com/otter/.</p>";
  for (int i = 0; i < links; ++i) {
    posting.content += " https://many-" + std::to_string(i) + ".recruitee.com/o/1";
  }
  return posting;
}

TEST_F(BoardSources, LinksOfPostingsBecomeCandidatesInTheCommitOfTheRun) {
  add_company("greenhouse", "bridge", "");
  add_company("lever", "known", "");
  host.sql("UPDATE discovered_companies SET next_sync_at = 9e12 WHERE slug = 'known'");
  std::vector<FakePosting> board = postings(1);
  answer = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  host.queries = 0;
  tick();
  const int round_trips = host.queries;
  board = {linking_posting(0)};
  make_due("bridge");
  host.queries = 0;
  tick();
  EXPECT_EQ(host.queries, round_trips);
  EXPECT_EQ(host.rows("SELECT slug, source, status FROM potential_companies ORDER BY slug"),
            (Strings{"Blue Heron|ashby|pending", "otter|workable|pending"}));
  host.sql("DELETE FROM potential_companies");
  make_due("bridge");
  tick();
  EXPECT_EQ(count("potential_companies"), 0) << "the posting has not changed";
}

TEST_F(BoardSources, APostingThatLinksToHundredsFillsNoTable) {
  add_company("greenhouse", "bridge", "");
  answer = [](const Request&) { return json_answer(greenhouse_body({linking_posting(300)})); };
  tick();
  EXPECT_EQ(count("potential_companies"), 20);
}

TEST_F(BoardSources, AshbyIsAskedForANameWithSpaces) {
  add_company("ashby", "Blue Heron Labs", "");
  answer = [](const Request&) { return json_answer(ashby_body(postings(3))); };
  tick();
  EXPECT_EQ(url(0),
            "https://api.ashbyhq.com/posting-api/job-board/Blue%20Heron%20Labs"
            "?includeCompensation=true");
  EXPECT_EQ(host.sql("SELECT count(*) || company FROM jobs"), "3Blue Heron Labs");
}

TEST_F(BoardSources, NoRequestLeavesForWhatIsNoSlug) {
  const Strings bad{"a/b", "a%2Fb", "\U0001F331", std::string(300, 'a'), "evil.example/x", "a@b.c",
                    "..",  "a#b",   "a b?c"};
  for (const std::string& slug : bad) add_company("recruitee", slug, "");
  for (const std::string& slug : bad) add_company("ashby", slug, "");
  for (int i = 0; i < 6; ++i) {
    tick();
    host.clock_ms += 60'000;
  }
  EXPECT_TRUE(host.sent.empty());
  EXPECT_EQ(
      count("discovered_companies WHERE status = 'paused' AND last_error LIKE 'invalid_slug%'"),
      static_cast<int>(2 * bad.size()));
}

TEST_F(BoardSources, RecruiteeIsAskedAtTheHostOfTheCompanyAndNowhereElse) {
  add_company("recruitee", "bridge", "");
  answer = [](const Request&) { return json_answer(recruitee_body(postings(2))); };
  tick();
  EXPECT_EQ(url(0), "https://bridge.recruitee.com/api/offers/");
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2);
  make_due();
  answer = [](const Request&) { return status_answer(302); };
  tick();
  EXPECT_EQ(host.sent.size(), 2);
  EXPECT_THAT(last("error"), HasSubstr("redirected"));
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2);
}

TEST_F(BoardSources, WorkableRestsForHoursWhereItAsksForThem) {
  for (const char* slug : {"a1", "b2", "c3"}) add_company("workable", slug, "");
  answer = [this](const Request&) {
    return host.sent.size() < 2 ? json_answer(workable_body(postings(2)))
                                : status_answer(429, "10800");
  };
  tick();
  ASSERT_EQ(host.sent.size(), 2);
  EXPECT_GE(host.sent[1].at_ms - host.sent[0].at_ms, 2'000);
  const std::int64_t until =
      std::stoll(host.sql("SELECT cooldown_until FROM source_state WHERE source = 'workable'"));
  EXPECT_NEAR(static_cast<double>(until), static_cast<double>(host.clock_ms / 1'000 + 10'800), 5);
  host.clock_ms += 10'000'000;
  EXPECT_EQ(tick()["outcome"], "idle");
  host.clock_ms += 1'000'000;
  tick();
  EXPECT_EQ(host.sent.size(), 3);
}

TEST_F(BoardSources, ABoardThatIsTooLargeIsNotReadAgainBeforeTheNextDay) {
  add_company("ashby", "bridge", "");
  answer = [](const Request&) -> Result<Response> { return fail(ErrorCode::kBodyTooLarge, ""); };
  tick();
  EXPECT_THAT(last("error"), HasSubstr("body_too_large"));
  host.clock_ms += 23LL * 3'600'000;
  EXPECT_EQ(tick()["outcome"], "idle");
  host.clock_ms += 3'700'000;
  EXPECT_EQ(tick()["outcome"], "worked");
}

TEST_F(BoardSources, AnotherAnswerClosesNothing) {
  const struct {
    const char* source;
    std::function<Response()> board;
  } sources[] = {{"ashby", [] { return json_answer(ashby_body(postings(2))); }},
                 {"recruitee", [] { return json_answer(recruitee_body(postings(2))); }},
                 {"workable", [] { return json_answer(workable_body(postings(2))); }}};
  Response html = json_answer("<!DOCTYPE html><title>Just a moment...</title>");
  html.content_type = "text/html";
  Response plain = status_answer(404);
  plain.content_type = "text/plain";
  plain.body = "Not Found";
  const std::vector<std::pair<Response, std::string>> answers{
      {html, "wrong_content_type"},
      {plain, "board_not_found"},
      {json_answer(html.body), "malformed_json"},
      {json_answer(R"({"error":"Not Found"})"), "unexpected_shape"},
      {json_answer(R"({"totalFound":0,"content":[]})"), "unexpected_shape"},
      {json_answer("[]"), "unexpected_shape"}};
  for (const auto& [source, board] : sources) {
    add_company(source, "bridge", "");
    answer = [&](const Request&) { return board(); };
    tick();
    for (const auto& [response, error] : answers) {
      make_due();
      answer = [&](const Request&) { return response; };
      tick();
      EXPECT_THAT(last("error"), HasSubstr(error)) << source;
      EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2) << source << ", " << error;
    }
    host.sql("DELETE FROM discovered_companies");
    host.sql("DELETE FROM jobs");
  }
}

TEST_F(BoardSources, ABoardOfThreeThousandIsStoredOnceEach) {
  add_company("workable", "bridge", "");
  answer = [](const Request&) {
    auto board = postings(3'000);
    board.insert(board.end(), board.begin(), board.begin() + 100);
    return json_answer(workable_body(board));
  };
  tick();
  EXPECT_EQ(count("jobs"), 3'000);
  EXPECT_EQ(last_stats()["duplicate"], 100);
  EXPECT_EQ(last("status"), "success");
}

}  // namespace
}  // namespace spearyx::testing
