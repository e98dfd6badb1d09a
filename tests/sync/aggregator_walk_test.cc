// The walk through a feed's pages over several turns.
#include "aggregator_fixture.h"

namespace spearyx::testing {
namespace {

using AggregatorSync = AggregatorFixture;

// Defect 7 of the original: Himalayas was always asked for its first page.
TEST_F(AggregatorSync, Defect7WalksNewestFirstThenGoesOnWhereTheBackfillStopped) {
  himalayas_jobs = himalayas_postings(300, 1);
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 60);
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 100) << "the newest page brought nothing new";
  himalayas_jobs.insert(himalayas_jobs.begin(), himalayas_job(301));
  host.sent.clear();
  tick(Source::kHimalayas);
  std::vector<std::string> cursors;
  for (const std::string& url : urls()) cursors.push_back(parameter(url, "cursor"));
  EXPECT_EQ(cursors, (std::vector<std::string>{"", "282", "201"}));
  EXPECT_EQ(count("jobs"), 121);
  for (int turn = 0; turn < 10; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 301);
  EXPECT_EQ(cursor()["himalayas"]["complete"], true);
  host.sent.clear();
  tick(Source::kHimalayas);
  EXPECT_EQ(host.sent.size(), 1) << "all is known: one look at the newest page";
}

// The pages come newest first, each known posting by the order of its id.
TEST_F(AggregatorSync, KnowsAgainWhatItStoredAcrossPages) {
  himalayas_jobs = himalayas_postings(60, 1);
  tick(Source::kHimalayas);
  himalayas_jobs = himalayas_postings(65, 1);
  himalayas_jobs[30]["title"] = "Changed";
  tick(Source::kHimalayas);
  EXPECT_EQ(last_stats()["added"], 5);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(last_stats()["unchanged"], 34);
}

TEST_F(AggregatorSync, AnOutageLeavesNoGap) {
  himalayas_jobs = himalayas_postings(100, 1);
  for (int turn = 0; turn < 4; ++turn) tick(Source::kHimalayas);
  ASSERT_EQ(cursor()["himalayas"]["complete"], true);
  himalayas_jobs = himalayas_postings(400, 1);
  tick(Source::kHimalayas);
  himalayas_jobs = himalayas_postings(500, 1);
  for (int turn = 0; turn < 15; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 500);
  EXPECT_EQ(cursor()["himalayas"]["unread"], json::array());
}

TEST_F(AggregatorSync, ReadsMorePagesIfToldTo) {
  himalayas_jobs = himalayas_postings(300, 1);
  event.variables["HIMALAYAS_PAGES"] = "7";
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 140);
  event.variables["HIMALAYAS_PAGES"] = "1";
  tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 160) << "the backfill goes on beside the newest page";
}

TEST_F(AggregatorSync, FollowsOffsetsWhereNoCursorIsOffered) {
  himalayas_jobs = himalayas_postings(90, 1);
  himalayas = [this](const Request& request) -> Result<Response> {
    const std::string offset = parameter(request.url, "offset");
    const std::ptrdiff_t begin = offset.empty() ? 0 : std::stol(offset);
    const auto end = std::min<std::ptrdiff_t>(begin + 20, 90);
    const std::vector<json> jobs(himalayas_jobs.begin() + begin, himalayas_jobs.begin() + end);
    return json_answer(
        json{{"offset", begin}, {"limit", 20}, {"totalCount", 90}, {"jobs", jobs}}.dump());
  };
  for (int turn = 0; turn < 3; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 90);
  EXPECT_EQ(host.sent[1].request.url, "https://himalayas.app/jobs/api?limit=20&offset=20");
  EXPECT_EQ(cursor()["himalayas"]["complete"], true);
}

TEST_F(AggregatorSync, AnInvalidCursorResetsTheBackfill) {
  himalayas_jobs = himalayas_postings(300, 1);
  for (int turn = 0; turn < 3; ++turn) tick(Source::kHimalayas);
  himalayas = [this](const Request& request) -> Result<Response> {
    if (parameter(request.url, "cursor") != "161") return himalayas_answer(request);
    return page(400, "application/json", R"({"ok":false,"errors":"Invalid cursor."})");
  };
  ASSERT_EQ(cursor()["himalayas"]["unread"], json::array({"cursor=161"}));
  tick(Source::kHimalayas);
  EXPECT_EQ(last("status"), "success");
  EXPECT_NE(last("logs").find("no longer valid"), std::string::npos);
  EXPECT_EQ(cursor()["himalayas"]["unread"], json::array());
  himalayas = [this](const Request& request) { return himalayas_answer(request); };
  for (int turn = 0; turn < 9; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 300);
}

TEST_F(AggregatorSync, ACursorThatLoopsIsLeft) {
  himalayas_jobs = himalayas_postings(20, 1);
  himalayas = [this](const Request&) {
    json body{{"jobs", himalayas_jobs}, {"nextCursor", "again"}};
    return json_answer(body.dump());
  };
  for (int turn = 0; turn < 3; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(host.sent.size(), 6) << "two requests a turn";
  EXPECT_EQ(count("jobs"), 20);
  EXPECT_EQ(last_stats()["duplicate"], 20);
}

TEST_F(AggregatorSync, AFailureOnALaterPageKeepsTheEarlierOnes) {
  himalayas_jobs = himalayas_postings(100, 1);
  int requests = 0;
  himalayas = [&](const Request& request) -> Result<Response> {
    return ++requests == 2 ? status_answer(429) : himalayas_answer(request);
  };
  tick(Source::kHimalayas);
  EXPECT_EQ(last("status"), "failed");
  EXPECT_EQ(last_stats()["added"], 20);
  EXPECT_EQ(count("jobs"), 20);
  host.clock_ms += 600'000;
  for (int turn = 0; turn < 4; ++turn) tick(Source::kHimalayas);
  EXPECT_EQ(count("jobs"), 100);
}

TEST_F(AggregatorSync, LogsTheProvidersCommentsWhenTheyChange) {
  const auto said = [this] { return last("logs").find("Himalayas says: ") != std::string::npos; };
  tick(Source::kHimalayas);
  EXPECT_TRUE(said());
  tick(Source::kHimalayas);
  EXPECT_FALSE(said());
  comments = "01/09/2026: Offsets are gone.";
  tick(Source::kHimalayas);
  EXPECT_TRUE(said());
  EXPECT_NE(last("logs").find("Offsets are gone."), std::string::npos);
}

}  // namespace
}  // namespace spearyx::testing
