#include "ats_fixture.h"

namespace spearyx::testing {
namespace {

using AtsSync = AtsFixture;

TEST_F(AtsSync, StoresTheRemotePostingsOfADueBoard) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(3, 98'445'720'002);
  board[1].location = "Boston, MA";
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };

  const auto report = tick();

  ASSERT_EQ(report["outcome"], "worked") << report;
  ASSERT_EQ(count("jobs"), 2);
  EXPECT_EQ(host.rows("SELECT board, title, company, source_url, location, post_date, "
                      "description_raw, description FROM jobs WHERE external_id = '98445720002'")
                .front(),
            "bridge|Engineer 98445720002|Bridge Builders|https://example.com/jobs/98445720002|"
            "Remote|1782912600|<p>We build bridges.</p>|We build bridges.");
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(last("error"), "");
  EXPECT_EQ(last_stats()["fetched"], 3);
  EXPECT_EQ(last_stats()["added"], 2);
  EXPECT_EQ(last_stats()["filtered"], 1);
  EXPECT_EQ(host.rows("SELECT name, status, job_count, remote_job_count, failures "
                      "FROM discovered_companies")
                .front(),
            "Bridge Builders|active|3|2|0");
}

TEST_F(AtsSync, AsksAsAWellBehavedClient) {
  add_company("greenhouse", "bridge", "");
  tick();
  ASSERT_EQ(host.sent.size(), 1);
  const Request& request = host.sent.front().request;
  EXPECT_EQ(request.url, "https://boards-api.greenhouse.io/v1/boards/bridge/jobs?content=true");
  ASSERT_EQ(request.headers.size(), 2);
  EXPECT_EQ(request.headers[0].value, "SpearyxJobBot/1.0 (https://jobs.spearyx.com)");
  EXPECT_EQ(request.headers[1].value, "application/json");
}

TEST_F(AtsSync, TakesTheBaseUrlFromItsVariable) {
  add_company("greenhouse", "bridge", "");
  event.variables["GREENHOUSE_API"] = "http://127.0.0.1:9/gh/";
  tick();
  EXPECT_EQ(host.sent.front().request.url,
            "http://127.0.0.1:9/gh/v1/boards/bridge/jobs?content=true");
}

TEST_F(AtsSync, AddsUpdatesClosesAndReopens) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(4);
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();

  board[0].content = "<p>We build better bridges.</p>";
  const FakePosting leaver = board[1];
  board.erase(board.begin() + 1);
  board.push_back(postings(1, 50).front());
  make_due();
  tick();
  EXPECT_EQ(last_stats()["added"], 1);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(last_stats()["unchanged"], 2);
  EXPECT_EQ(last_stats()["closed"], 1);
  EXPECT_EQ(host.sql("SELECT external_id FROM jobs WHERE closed_at IS NOT NULL"), "2");

  board.push_back(leaver);
  make_due();
  tick();
  EXPECT_EQ(last_stats()["reopened"], 1);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(count("jobs WHERE closed_at IS NOT NULL"), 0);
  EXPECT_EQ(count("jobs"), 5);
}

// Defect 3 of the original: an unchanged board was rewritten.
TEST_F(AtsSync, Defect3AnUnchangedBoardWritesNoJob) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(3);
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  const auto before = host.rows("SELECT * FROM jobs");

  make_due();
  tick();
  EXPECT_EQ(host.rows("SELECT * FROM jobs"), before);
  EXPECT_EQ(last_stats()["notModified"], 1);

  // The same postings in a body of other bytes: decoded, compared, and nothing written.
  for (FakePosting& posting : board) posting.updated_at = "2026-08-02T10:00:00-04:00";
  make_due();
  tick();
  EXPECT_EQ(host.rows("SELECT * FROM jobs"), before);
  EXPECT_EQ(last_stats()["unchanged"], 3);
}

TEST_F(AtsSync, SendsTheStoredEtagAndDecodesNothingOn304) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request& request) -> Result<Response> {
    for (const Header& header : request.headers) {
      if (header.name == "If-None-Match" && header.value == "W/\"v1\"") return status_answer(304);
    }
    return json_answer(greenhouse_body(postings(3)), "W/\"v1\"");
  };
  tick();
  make_due();
  tick();
  EXPECT_EQ(last_stats()["notModified"], 1);
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 3);
}

TEST_F(AtsSync, PagesThroughLever) {
  add_company("lever", "Bridge", "Bridge Builders");
  const auto all = postings(2'300);
  lever = [&](const Request& request) -> Result<Response> {
    const auto skip =
        static_cast<std::ptrdiff_t>(std::stol(request.url.substr(request.url.find("skip=") + 5)));
    const auto end = std::min<std::ptrdiff_t>(skip + 1'000, 2'300);
    return json_answer(lever_body({all.begin() + skip, all.begin() + end}));
  };
  tick();
  EXPECT_EQ(host.sent.size(), 3);
  EXPECT_EQ(host.sent[1].request.url,
            "https://api.lever.co/v0/postings/Bridge?mode=json&skip=1000&limit=1000");
  EXPECT_EQ(count("jobs"), 2'300);
  EXPECT_EQ(host.sql("SELECT company FROM jobs"), "Bridge Builders");
}

TEST_F(AtsSync, StopsWhenLeverIgnoresSkip) {
  add_company("lever", "bridge", "");
  lever = [](const Request&) { return json_answer(lever_body(postings(1'000))); };
  tick();
  EXPECT_EQ(host.sent.size(), 2);
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(last_stats()["added"], 1'000);
  EXPECT_EQ(last_stats()["duplicate"], 1'000);
}

TEST_F(AtsSync, LeverDescriptionHasListsAndClosing) {
  add_company("lever", "bridge", "");
  tick();
  EXPECT_EQ(host.sql("SELECT description_raw FROM jobs"),
            "<p>We build bridges.</p><h3>Tasks</h3><ul><li>Build</li></ul><p>Apply today.</p>");
}

// A change of the derivation reaches boards that do not change.
TEST_F(AtsSync, AListingThatWasDerivedInAnotherWayIsReadAgain) {
  add_company("greenhouse", "bridge", "");
  tick();
  host.sql("UPDATE discovered_companies SET body_hash = '0' || substr(body_hash, 2)");
  host.sql("UPDATE jobs SET content_hash = 'of another derivation'");
  make_due();
  tick();
  EXPECT_EQ(host.sent.back().request.headers.size(), 2) << "no If-None-Match";
  EXPECT_EQ(last_stats()["updated"], 3);
}

TEST_F(AtsSync, APayloadThatNamesTheCompanyBlanksKeepsItsName) {
  add_company("greenhouse", "bridge", "Bridge Builders");
  greenhouse = [](const Request&) {
    std::string body = greenhouse_body(postings(1));
    const std::string name = R"("company_name":")";
    if (const std::size_t at = body.find(name); at != std::string::npos) {
      const std::size_t begin = at + name.size();
      body.replace(begin, body.find('"', begin) - begin, " ");
    }
    return json_answer(body);
  };
  tick();
  EXPECT_EQ(host.sql("SELECT name FROM discovered_companies"), "Bridge Builders");
}

TEST_F(AtsSync, RetryAfterRestsTheWholeSourceAndEndsTheTick) {
  add_company("greenhouse", "a", "");
  add_company("greenhouse", "b", "");
  greenhouse = [](const Request&) { return status_answer(429, "600"); };
  tick();
  EXPECT_EQ(host.sent.size(), 1);
  const std::int64_t now = host.clock_ms / 1'000;
  EXPECT_NEAR(static_cast<double>(std::stoll(
                  host.sql("SELECT cooldown_until FROM source_state WHERE source = 'greenhouse'"))),
              static_cast<double>(now + 600), 2);
  EXPECT_EQ(tick()["outcome"], "idle");
  host.clock_ms += 601'000;
  greenhouse = [](const Request&) { return json_answer(greenhouse_body(postings(1))); };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(host.sql("SELECT failures FROM source_state WHERE source = 'greenhouse'"), "0");
}

// Discovery was refused while this tick asked; the tick learns of it when it needs another window.
TEST_F(AtsSync, ARestThatAnotherWorkerWasToldIsKeptAndNotCutShort) {
  add_company("greenhouse", "a", "");
  add_company("greenhouse", "b", "");
  const std::int64_t until = host.clock_ms / 1'000 + 3'600;
  greenhouse = [this, until, answer = greenhouse](const Request& request) {
    host.sql("UPDATE source_state SET failures = 1, cooldown_until = " + std::to_string(until) +
             " WHERE source = 'greenhouse'");
    host.clock_ms += 5'000;
    return answer(request);
  };
  tick();
  EXPECT_EQ(host.sent.size(), 1);
  EXPECT_EQ(last("company"), "b");
  EXPECT_TRUE(last("error").starts_with("rate_limited: ")) << last("error");
  EXPECT_EQ(host.sql("SELECT cooldown_until FROM source_state WHERE source = 'greenhouse'"),
            std::to_string(until));
  EXPECT_EQ(tick()["outcome"], "idle");
}

TEST_F(AtsSync, RetriesWhatMayPassAtMostTwiceEachInASlotOfItsOwn) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) { return status_answer(500); };
  tick();
  ASSERT_EQ(host.sent.size(), 3);
  for (std::size_t i = 1; i < host.sent.size(); ++i) {
    EXPECT_GE(host.sent[i].at_ms - host.sent[i - 1].at_ms, 1'000);
  }
  EXPECT_EQ(last("status"), "failed");
  EXPECT_TRUE(last("error").starts_with("server_error: "));
  EXPECT_EQ(last_stats()["requests"], 3);
}

TEST_F(AtsSync, AlternatesSourcesByTickAndYieldsWhenNothingIsDue) {
  for (const char* slug : {"a", "b"}) {
    add_company("greenhouse", slug, "");
    add_company("lever", slug, "");
  }
  event.variables["SYNC_BUDGET"] = "1";
  std::vector<std::string> order;
  for (int i = 0; i < 5; ++i) {
    const auto report = tick();
    order.push_back(report["outcome"] == "worked" ? report["runs"][0]["source"]
                                                  : report["outcome"]);
    if (i == 2)
      host.sql("UPDATE discovered_companies SET next_sync_at = " + tomorrow() +
               " WHERE source = 'lever'");
  }
  EXPECT_EQ(order, (std::vector<std::string>{"greenhouse", "lever", "greenhouse", "idle", "idle"}));
}

TEST_F(AtsSync, StaysWithinItsBudgetAndLeavesTheRestDue) {
  for (int i = 0; i < 15; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
  const auto report = tick();
  EXPECT_EQ(report["runs"].size(), 10);
  EXPECT_EQ(count("discovered_companies WHERE next_sync_at = 0"), 5);
  EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'ats'"), "0");
}

TEST_F(AtsSync, StopsEarlyWhenQueriesRunShort) {
  for (int i = 0; i < 10; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
  event.variables["D1_QUERY_LIMIT"] = "50";
  const auto report = tick();
  EXPECT_EQ(report["runs"].size(), 6) << "bench/report/free-plan.md says so";
  EXPECT_LE(host.statements, 50);
  EXPECT_EQ(count("sync_history WHERE status = 'running'"), 0);
}

TEST_F(AtsSync, StopsEarlyWhenTimeRunsShort) {
  for (int i = 0; i < 10; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
  host.fetch_ms = 25'000;
  EXPECT_EQ(tick()["runs"].size(), 4);
}

TEST_F(AtsSync, CostsTwoRoundTripsACompanyAndOneATick) {
  for (int i = 0; i < 10; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
  tick();
  EXPECT_LE(host.queries, 21);
  host.queries = 0;
  make_due();
  tick();
  EXPECT_LE(host.queries, 11);
}

TEST_F(AtsSync, SyncsOneCompanyOnRequestDueOrNot) {
  add_company("greenhouse", "a", "");
  add_company("lever", "b", "");
  host.sql("UPDATE discovered_companies SET next_sync_at = " + tomorrow());
  event.trigger = store::Trigger::kManual;
  event.company = sync::CompanyKey{Source::kLever, "b"};
  const auto report = tick();
  ASSERT_EQ(report["runs"].size(), 1);
  EXPECT_EQ(report["runs"][0]["company"], "b");
  EXPECT_EQ(last("trigger"), "manual");
}

TEST_F(AtsSync, ASlugThatNoBoardCanHaveIsRefusedAndPaused) {
  add_company("greenhouse", "../../etc", "");
  tick();
  EXPECT_TRUE(host.sent.empty());
  EXPECT_TRUE(last("error").starts_with("invalid_slug"));
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "paused");
}

TEST_F(AtsSync, TwoTicksAtOnceOneWorks) {
  add_company("greenhouse", "bridge", "");
  nlohmann::json inner;
  greenhouse = [&](const Request&) {
    if (inner.is_null()) inner = tick_meanwhile();
    return json_answer(greenhouse_body(postings(3)));
  };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(inner["outcome"], "busy");
  EXPECT_EQ(count("sync_history"), 1);
}

TEST_F(AtsSync, WhoLosesTheLeaseWritesNothing) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [&](const Request&) {
    host.sql("UPDATE batch_state SET lease_owner = 'somebody else'");
    return json_answer(greenhouse_body(postings(3)));
  };
  const auto report = tick();
  EXPECT_EQ(report["outcome"], "failed");
  EXPECT_EQ(count("jobs"), 0);
}

TEST_F(AtsSync, PrunesOldRunsAndOldClosedJobs) {
  add_company("greenhouse", "bridge", "");
  tick();
  host.sql("UPDATE jobs SET closed_at = 1 WHERE external_id = '1'");
  const std::string old_run = last("id");
  host.clock_ms += 31LL * 86'400'000;
  make_due();
  greenhouse = [](const Request&) { return status_answer(304); };
  host.sql("UPDATE discovered_companies SET etag = 'W/\"x\"'");
  // Rows and texts of closed postings have their turns.
  for (int i = 0; i < 2; ++i) {
    tick();
    host.clock_ms += 180'000;
    make_due();
  }
  EXPECT_EQ(count("sync_history WHERE id = '" + old_run + "'"), 0);
  EXPECT_EQ(count("jobs"), 2);
}

}  // namespace
}  // namespace spearyx::testing
