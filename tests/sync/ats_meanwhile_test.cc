// Ticks of the ATS worker while a row is changed by hand, or while the database is in trouble.
#include "ats_fixture.h"
#include "good_order.h"
#include "store/companies.h"

namespace spearyx::testing {
namespace {

/// Changes by hand, or by nobody, while a tick is at work on a company.
class Meanwhile : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    add_known_company();
    host.sql("UPDATE discovered_companies SET next_sync_at = 5");
  }

  void tick_while(const std::string& change) {
    greenhouse = [this, change](const Request&) {
      host.sql(change);
      return json_answer(greenhouse_body(postings(4)));
    };
    EXPECT_EQ(tick()["outcome"], "worked");
  }
};

TEST_F(Meanwhile, ACompanyThatIsPausedStaysPaused) {
  tick_while("UPDATE discovered_companies SET status = 'paused'");
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "paused");
  EXPECT_EQ(count("jobs"), 4);
}

TEST_F(Meanwhile, ACompanyThatIsMadeActiveAgainStaysSo) {
  host.sql("UPDATE discovered_companies SET status = 'paused'");
  event.company = sync::CompanyKey{Source::kGreenhouse, "bridge"};
  tick_while("UPDATE discovered_companies SET status = 'active'");
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies"), "active");
}

TEST_F(Meanwhile, ACompanyThatIsAskedForComesFirstInTheNextTick) {
  add_company("greenhouse", "canal", "");
  host.sql("UPDATE discovered_companies SET next_sync_at = " + tomorrow() +
           " WHERE slug = 'canal'");
  tick_while("UPDATE discovered_companies SET next_sync_at = 0 WHERE slug = 'bridge'");
  EXPECT_EQ(host.sql("SELECT next_sync_at FROM discovered_companies WHERE slug = 'bridge'"), "0");
  EXPECT_EQ(tick()["runs"][0]["company"], "bridge");
}

TEST_F(Meanwhile, ACompanyThatIsDeletedLeavesItsRun) {
  tick_while("DELETE FROM discovered_companies");
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(count("discovered_companies"), 0);
  EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'ats'"), "0");
}

TEST_F(Meanwhile, ACompanyThatIsDeletedDuringATickThatDiesLeavesAFailedRun) {
  greenhouse = [this](const Request&) -> Result<Response> {
    host.sql("DELETE FROM discovered_companies");
    host.is_dead = true;
    return status_answer(200);
  };
  tick();
  host.is_dead = false;
  host.clock_ms += 5 * 60'000;
  EXPECT_EQ(tick()["outcome"], "idle");
  EXPECT_EQ(count("sync_history WHERE status = 'running'"), 0);
}

TEST_F(Meanwhile, ATickThatIsAskedForAnswersWithWhatRuns) {
  nlohmann::json inner;
  greenhouse = [&](const Request&) {
    if (inner.is_null()) inner = tick_meanwhile();
    return json_answer(greenhouse_body(postings(3)));
  };
  tick();
  EXPECT_EQ(inner["outcome"], "busy");
  EXPECT_EQ(inner["running"][0]["company"], "bridge");
  EXPECT_EQ(inner["running"][0]["source"], "greenhouse");
}

/// A database whose quota is used up, or that is overloaded, from a call on.
class DatabaseTrouble : public AtsFixture, public ::testing::WithParamInterface<int> {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    for (const char* slug : {"a", "b", "c"}) add_company("greenhouse", slug, "");
    tick();
    make_due();
    greenhouse = [](const Request&) { return json_answer(greenhouse_body(postings(5))); };
    host.calls = 0;
  }

  void expect_nobody_blamed() {
    EXPECT_EQ(count("discovered_companies WHERE failures + cut_offs > 0"), 0);
    EXPECT_EQ(count("discovered_companies WHERE last_error IS NOT NULL"), 0);
    EXPECT_EQ(count("source_state WHERE failures > 0 OR cooldown_until > 0"), 0);
  }
};

TEST_P(DatabaseTrouble, AUsedUpQuotaIsNobodysFaultAndOverAtMidnight) {
  host.complaint = [first = GetParam()](int call) {
    return std::string(call < first ? ""
                                    : "D1_ERROR: exceeded D1's free tier daily row write limit");
  };
  for (int i = 0; i < 20; ++i) {
    const auto report = tick();
    if (i > 0) {
      EXPECT_EQ(report["outcome"], "failed");
      EXPECT_TRUE(report["error"].get<std::string>().starts_with("quota_exceeded: ")) << report;
    }
    host.clock_ms += 120'000;
  }
  host.complaint = [](int) { return std::string(); };
  const std::int64_t day_ms = 86'400'000;
  host.clock_ms = (host.clock_ms / day_ms + 1) * day_ms + 60'000;
  EXPECT_EQ(tick()["outcome"], "worked");
  expect_nobody_blamed();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 15);
  EXPECT_EQ(count("sync_history WHERE status = 'running'"), 0);
}

TEST_P(DatabaseTrouble, WhatPassesIsNobodysFault) {
  host.complaint = [at = GetParam()](int call) {
    return std::string(call == at ? "D1_ERROR: D1 DB is overloaded. Requests queued." : "");
  };
  tick();
  host.complaint = [](int) { return std::string(); };
  expect_nobody_blamed();
  host.clock_ms += 120'000;
  tick();
  expect_nobody_blamed();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 15);
}

// The claim, a board's known postings, its commit.
INSTANTIATE_TEST_SUITE_P(Calls, DatabaseTrouble, ::testing::Values(1, 3, 4, 6, 7),
                         [](const auto& info) { return "Call" + std::to_string(info.param); });

}  // namespace
}  // namespace spearyx::testing
