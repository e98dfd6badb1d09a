#include <array>

#include "ats_fixture.h"
#include "good_order.h"
#include "store/batch.h"
#include "store/companies.h"

namespace spearyx::testing {

/// Reflection needs types with linkage.
struct LoneNumber {
  std::int64_t number = 0;
};

namespace {

using Fate = SqliteHost::Fate;

std::string header_of(const Request& request, const std::string& name) {
  for (const Header& header : request.headers) {
    if (header.name == name) return header.value;
  }
  return {};
}

/// Boards that are known and answer "not modified", and what a tick over them costs.
class UnchangedBoards : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    host.query_ms = 1;
    greenhouse = [](const Request& request) -> Result<Response> {
      if (header_of(request, "If-None-Match") == "W/\"v1\"") return status_answer(304);
      return json_answer(greenhouse_body(postings(2)), "W/\"v1\"");
    };
  }

  void know(int boards) {
    event.variables["SYNC_BUDGET"] = std::to_string(boards);
    for (int i = 0; i < boards; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
    while (count("discovered_companies WHERE last_synced_at IS NULL") > 0) {
      tick();
      host.clock_ms += 120'000;
    }
    make_due();
    host.queries = 0;
    host.statements = 0;
  }
};

struct Figures {
  int boards;
  int statements;
  int round_trips;
};

void PrintTo(const Figures& figures, std::ostream* out) { *out << figures.boards; }

class FiguresOfATick : public UnchangedBoards, public ::testing::WithParamInterface<Figures> {};

// The table of docs/architecture.md; rows are counted by D1 itself, in tests/worker/budget.
TEST_P(FiguresOfATick, AreThoseOfTheTable) {
  know(GetParam().boards);
  EXPECT_EQ(tick()["runs"].size(), static_cast<std::size_t>(GetParam().boards));
  EXPECT_LE(host.statements, GetParam().statements);
  EXPECT_LE(host.queries, GetParam().round_trips);
  EXPECT_EQ(count("sync_history WHERE stats ->> 'notModified' = 1"), GetParam().boards);
  EXPECT_EQ(count("sync_history WHERE status <> 'success'"), 0);
}

INSTANTIATE_TEST_SUITE_P(Boards, FiguresOfATick,
                         ::testing::Values(Figures{1, 10, 2}, Figures{10, 12, 2},
                                           Figures{50, 12, 4}),
                         [](const auto& info) { return std::to_string(info.param.boards); });

TEST_F(UnchangedBoards, AnyBudgetFitsTheFreePlan) {
  for (const char* budget : {"0", "1", "10", "72", "1000", "x"}) {
    SCOPED_TRACE(budget);
    know(72);
    event.variables["SYNC_BUDGET"] = budget;
    event.variables["D1_QUERY_LIMIT"] = "50";
    const auto report = tick();
    EXPECT_EQ(report["outcome"], "worked");
    EXPECT_LE(host.statements, 50);
    event.variables.erase("D1_QUERY_LIMIT");
    host.sql("DELETE FROM discovered_companies");
  }
}

TEST_F(UnchangedBoards, ATickThatOutlastsAMinuteCommitsWhatItHas) {
  know(10);
  host.fetch_ms = 8'000;
  bool saw_commit = false;
  greenhouse = [&](const Request&) -> Result<Response> {
    saw_commit =
        saw_commit || count("sync_history WHERE status = 'success' AND id > '" + event.invocation +
                            "-' AND id < '" + event.invocation + ".'") > 0;
    return status_answer(304);
  };
  tick();
  EXPECT_TRUE(saw_commit);
  EXPECT_EQ(count("sync_history WHERE status = 'running'"), 0);
}

TEST_F(UnchangedBoards, WhatATickDoesNotReachNeverBegan) {
  know(10);
  host.fetch_ms = 25'000;
  const auto reached = tick()["runs"].size();
  EXPECT_LT(reached, 10U);
  EXPECT_EQ(count("sync_history WHERE id > '" + event.invocation + "-'"),
            static_cast<int>(reached));
  EXPECT_EQ(count("discovered_companies WHERE next_sync_at = 0"), 10 - static_cast<int>(reached));
}

// Of so many companies those that are due first are found along the index.
TEST_F(UnchangedBoards, TheClaimTakesTheSameStepsHoweverManyAreDue) {
  std::vector<std::int64_t> steps;
  for (const int companies : {100, 50'000}) {
    host.sql("DELETE FROM discovered_companies");
    host.sql("UPDATE batch_state SET lease_until = 0");
    host.sql(
        "INSERT INTO discovered_companies (source, slug) WITH RECURSIVE n (i) AS (SELECT 1 UNION "
        "ALL SELECT i + 1 FROM n WHERE i < " +
        std::to_string(companies) + ") SELECT 'greenhouse', 'c' || i FROM n");
    host.steps = 0;
    host.fates = [first = host.calls](int call) {
      return call == first + 2 ? Fate::kDiesBefore : Fate::kWorks;
    };
    tick();
    host.is_dead = false;
    steps.push_back(host.steps);
  }
  EXPECT_NEAR(static_cast<double>(steps[1]), static_cast<double>(steps[0]),
              0.02 * static_cast<double>(steps[0]));
}

using Validators = AtsFixture;

// A board that answers the same body, each time with another ETag.
TEST_F(Validators, ARenewedEtagIsKeptThoughTheBodyIsTheKnownOne) {
  add_company("greenhouse", "bridge", "");
  std::vector<std::string> asked;
  greenhouse = [&](const Request& request) {
    asked.push_back(header_of(request, "If-None-Match"));
    return json_answer(greenhouse_body(postings(3)), "W/\"v" + std::to_string(asked.size()) + "\"");
  };
  for (int i = 0; i < 3; ++i) {
    tick();
    make_due();
  }
  EXPECT_EQ(asked, (std::vector<std::string>{"", "W/\"v1\"", "W/\"v2\""}));
  EXPECT_EQ(last_stats()["notModified"], 1);
}

// A server that answers 304 to whatever has the header, though its board changes.
TEST_F(Validators, NotModifiedIsNotBelievedForMoreThanThreeDays) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(3);
  greenhouse = [&](const Request& request) -> Result<Response> {
    if (!header_of(request, "If-None-Match").empty()) return status_answer(304);
    return json_answer(greenhouse_body(board), "\"fixed\"");
  };
  tick();
  board = postings(5);
  for (int day = 0; day < 4; ++day) {
    host.clock_ms += 86'400'000;
    make_due();
    tick();
  }
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 5);
}

TEST_F(Validators, A304ThatNobodyAskedForIsAFailure) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) { return status_answer(304); };
  tick();
  EXPECT_EQ(last("status"), "failed");
  EXPECT_TRUE(last("error").starts_with("unexpected_status: ")) << last("error");
}

TEST_F(Validators, ABoardInTroubleThatSaysWhenToComeBackSpeaksForItself) {
  for (const char* slug : {"ca", "cb", "cc"}) add_company("greenhouse", slug, "");
  greenhouse = [](const Request& request) -> Result<Response> {
    if (request.url.contains("/cb/")) return status_answer(503, "86400");
    return json_answer(greenhouse_body(postings(1)));
  };
  const std::int64_t began_s = to_seconds(host.clock_ms);
  tick();
  EXPECT_EQ(host.sent.size(), 2) << "once, without a retry";
  EXPECT_GE(std::stoll(host.sql("SELECT next_sync_at FROM discovered_companies "
                                "WHERE slug = 'cb'")),
            began_s + 86'400);
  host.clock_ms += 5 * 60'000;
  EXPECT_EQ(tick()["runs"][0]["company"], "cc");
  EXPECT_EQ(last("status"), "success");
}

TEST_F(Validators, FurtherBoardsInTroubleRestTheSourceLonger) {
  for (int i = 0; i < 5; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
  greenhouse = [](const Request&) { return status_answer(503, "86400"); };
  std::int64_t rest_s = 0;
  for (int i = 0; i < 5; ++i) {
    ASSERT_EQ(tick()["outcome"], "worked");
    const std::int64_t until_s =
        std::stoll(host.sql("SELECT cooldown_until FROM source_state WHERE source = 'greenhouse'"));
    EXPECT_GT(until_s - to_seconds(host.clock_ms), rest_s);
    rest_s = until_s - to_seconds(host.clock_ms);
    host.clock_ms = (until_s + 1) * 1'000;
  }
}

/// A site of Lever in pages whose postings leave while it is read.
class ShiftingPages : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    add_company("lever", "bridge", "");
    lever = [this](const Request& request) -> Result<Response> {
      const auto at = std::stoul(request.url.substr(request.url.find("skip=") + 5));
      const auto begin = std::min(at, site.size());
      const auto end = std::min(begin + 1'000, site.size());
      const Response page =
          json_answer(lever_body({site.begin() + static_cast<std::ptrdiff_t>(begin),
                                  site.begin() + static_cast<std::ptrdiff_t>(end)}));
      after_page(at);
      return page;
    };
    tick();
    make_due();
  }

  std::vector<FakePosting> site = postings(2'300);
  std::function<void(std::size_t skip)> after_page = [](std::size_t) {};
};

TEST_F(ShiftingPages, WhatFallsBetweenTwoPagesIsNotClosed) {
  after_page = [this, has_left = false](std::size_t skip) mutable {
    if (skip == 0 && !std::exchange(has_left, true)) site.erase(site.begin() + 10);
  };
  tick();
  EXPECT_EQ(last("status"), "success") << last("error");
  EXPECT_EQ(last_stats()["closed"], 0) << "the one that left was on the first page still";
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2'300);
  after_page = [](std::size_t) {};
  make_due();
  tick();
  EXPECT_EQ(last_stats()["closed"], 1);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2'299);
}

TEST_F(ShiftingPages, WhatHasReallyLeftIsClosed) {
  site.erase(site.begin() + 1'500);
  tick();
  EXPECT_EQ(last_stats()["closed"], 1);
  EXPECT_EQ(host.sql("SELECT external_id FROM jobs WHERE closed_at IS NOT NULL"),
            lever_id_of(1'501));
}

TEST_F(AtsFixture, TheDaysBudgetOfWrittenRowsStopsCronsThatSaySo) {
  for (int i = 0; i < 30; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
  event.variables["D1_DAILY_WRITES"] = "500";
  nlohmann::json report;
  for (int i = 0; i < 10; ++i) {
    report = tick();
    host.clock_ms += 120'000;
  }
  EXPECT_EQ(report["outcome"], "resting");
  EXPECT_TRUE(report["reason"].get<std::string>().contains("D1_DAILY_WRITES")) << report;
  const int written = std::stoi(host.sql("SELECT rows_written FROM daily_writes"));
  EXPECT_GT(written, 400);
  EXPECT_LT(written, 600);
  EXPECT_GT(count("discovered_companies WHERE next_sync_at = 0"), 0) << "left for tomorrow";
  host.clock_ms += 86'400'000;
  EXPECT_EQ(tick()["outcome"], "worked");
}

TEST_F(AtsFixture, WithoutABudgetNothingIsCounted) {
  add_company("greenhouse", "bridge", "");
  tick();
  EXPECT_EQ(count("daily_writes"), 0);
}

TEST_F(AtsFixture, ATickIsOneLineOfTheLog) {
  for (const char* slug : {"a", "b"}) add_company("greenhouse", slug, "");
  tick();
  ASSERT_EQ(host.logged.size(), 1U);
  const auto line = nlohmann::json::parse(host.logged.front());
  EXPECT_EQ(line["event"], "tick");
  EXPECT_EQ(line["runs"].size(), 2U);
}

TEST(Batches, NameTheStatementWhoseRowsHaveAnotherShape) {
  SqliteHost host;
  store::Batch batch;
  const auto one = batch.ask(store::Query<LoneNumber>{"first", "SELECT 7 AS number", {}});
  const auto other = batch.ask(store::Query<LoneNumber>{"second", "SELECT 'x' AS number", {}});
  const auto answers = batch.send(host);
  ASSERT_TRUE(answers);
  EXPECT_EQ(answers->first(one).value()->number, 7);
  const auto wrong = answers->rows(other);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kDatabase);
  EXPECT_TRUE(wrong.error().detail.contains("second")) << wrong.error().detail;
}

}  // namespace
}  // namespace spearyx::testing
