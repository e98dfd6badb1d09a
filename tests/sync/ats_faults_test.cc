#include <algorithm>
#include <map>

#include "ats_fixture.h"
#include "model/receipt.h"
#include "sync/rescue.h"

namespace spearyx::testing {
namespace {

using Fate = SqliteHost::Fate;

/// Two boards, and what must be true whatever happened to them.
class AtsFaults : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    add_company("greenhouse", "bridge", "");
    add_company("greenhouse", "canal", "");
    greenhouse = [](const Request& request) -> Result<Response> {
      if (request.url.find("/canal/") != std::string::npos) {
        return json_answer(greenhouse_body(postings(4, 500)));
      }
      return json_answer(greenhouse_body(postings(12)));
    };
  }

  /// The process is gone; another one starts when the lease has run out.
  void restart() {
    host.is_dead = false;
    host.fates = [](int) { return Fate::kWorks; };
    host.clock_ms += 10 * 60'000;
  }

  void expect_settled() {
    EXPECT_EQ(count("sync_history WHERE status = 'running'"), 0);
    EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'ats'"), "0");
    for (const auto& stats : host.rows("SELECT stats FROM sync_history WHERE status = 'success'")) {
      const auto receipt = nlohmann::json::parse(stats);
      EXPECT_EQ(receipt["fetched"].get<int>(),
                receipt["added"].get<int>() + receipt["updated"].get<int>() +
                    receipt["unchanged"].get<int>() + receipt["filtered"].get<int>() +
                    receipt["rejected"].get<int>() + receipt["duplicate"].get<int>());
    }
  }
};

// Defect 5 of the original: a killed run stayed `running` for ever.
TEST_F(AtsFaults, Defect5AKilledRunIsMarkedAbandonedByTheNextClaim) {
  host.fates = [](int call) { return call == 2 ? Fate::kDiesBefore : Fate::kWorks; };
  tick();
  EXPECT_EQ(host.rows("SELECT DISTINCT status FROM sync_history"),
            std::vector<std::string>{"running"});
  host.is_dead = false;
  EXPECT_EQ(tick()["outcome"], "busy") << "the lease has not run out yet";
  restart();
  tick();
  const auto runs = host.rows("SELECT status, substr(error, 1, 9) FROM sync_history ORDER BY id");
  EXPECT_EQ(runs, (std::vector<std::string>{"failed|abandoned", "failed|abandoned", "success|"}))
      << "who was cut off goes alone";
  tick();
  EXPECT_EQ(count("sync_history WHERE status = 'success'"), 2);
  EXPECT_EQ(count("discovered_companies WHERE failures + cut_offs > 0"), 0);
}

TEST_F(AtsFaults, ACompanyThatKillsEveryRunDoesNotBlockTheOthers) {
  greenhouse = [&](const Request& request) {
    if (request.url.find("/bridge/") != std::string::npos) host.is_dead = true;
    return json_answer(greenhouse_body(postings(2)));
  };
  for (int i = 0; i < 20; ++i) {
    tick();
    restart();
  }
  EXPECT_EQ(count("jobs WHERE board = 'canal'"), 2);
  EXPECT_GE(std::stoi(host.sql("SELECT failures FROM discovered_companies WHERE slug = 'bridge'")),
            2);
  const int attempts = count("sync_history WHERE company = 'bridge'");
  EXPECT_LT(attempts, 12) << "a growing wait lies between the attempts";
}

TEST_F(AtsFaults, ATrapIsRecordedWithItsCauseAndTheLeaseGivenBack) {
  host.fates = [](int call) { return call == 2 ? Fate::kDiesBefore : Fate::kWorks; };
  tick();
  host.is_dead = false;
  sync::record_trap(host, "ats", event.invocation, "RuntimeError: unreachable");
  EXPECT_EQ(host.sql("SELECT status FROM sync_history"), "failed");
  EXPECT_NE(host.sql("SELECT error FROM sync_history").find("RuntimeError: unreachable"),
            std::string::npos);
  EXPECT_EQ(tick()["outcome"], "worked") << "the next event works at once";
}

TEST_F(AtsFaults, PostingsTheDatabaseRefusesFailTheRunAndBackOff) {
  host.sql(
      "CREATE TRIGGER refuse BEFORE INSERT ON jobs WHEN new.board = 'bridge' "
      "BEGIN SELECT raise(ABORT, 'no room'); END");
  tick();
  EXPECT_EQ(count("jobs WHERE board = 'bridge'"), 0);
  EXPECT_EQ(count("jobs WHERE board = 'canal'"), 4);
  EXPECT_NE(host.sql("SELECT error FROM sync_history WHERE company = 'bridge'").find("no room"),
            std::string::npos);
  expect_settled();
}

// A tick that outlasts its lease is given up by the next one, which need find nothing due to do so.
TEST_F(AtsFaults, ARunThatWasGivenUpIsNotFinishedAfterAll) {
  host.sql("DELETE FROM discovered_companies WHERE slug = 'canal'");
  host.sql("UPDATE discovered_companies SET failures = 1");
  greenhouse = [this, was_overtaken = false](const Request&) mutable {
    if (!std::exchange(was_overtaken, true)) {
      host.clock_ms += 5 * 60'000;
      const sync::Event own = event;
      EXPECT_EQ(tick()["outcome"], "idle");
      event = own;
    }
    return json_answer(greenhouse_body(postings(3)));
  };
  EXPECT_EQ(tick()["outcome"], "failed");
  EXPECT_EQ(host.rows("SELECT status, substr(error, 1, 9) FROM sync_history"),
            std::vector<std::string>{"failed|abandoned"});
  EXPECT_EQ(count("jobs"), 0);
}

TEST_F(AtsFaults, AClockThatJumpsBackOnlyDelays) {
  tick();
  host.clock_ms -= 3'600'000;
  make_due();
  host.sql("UPDATE source_state SET next_slot_ms = 0");
  tick();
  expect_settled();
}

// Defect 1 of the original: one cursor shared by two lists left most boards unasked.
TEST_F(AtsFixture, Defect1EveryActiveCompanyIsAskedInTimeThroughASimulatedMonth) {
  // Both sources meet every way to fail.
  constexpr int kCompanies = 210;
  for (int i = 0; i < kCompanies; ++i) {
    add_company(i % 3 == 0 ? "lever" : "greenhouse", "c" + std::to_string(i), "");
  }
  event.variables["SYNC_INTERVAL"] = "86400";
  const auto fails = [](const Request& request) {
    // Every seventh company fails, each in its own way.
    const std::size_t at = request.url.find("/c");
    const int number = std::stoi(request.url.substr(at + 2));
    return number % 7 == 0 ? number : 0;
  };
  const auto failing_answer = [](int number) -> Result<Response> {
    switch (number % 5) {
      case 0:
        return status_answer(500);
      case 1:
        return status_answer(403);
      case 2:
        return json_answer("{");
      case 3:
        return fail(ErrorCode::kTimeout);
      default:
        return status_answer(429, "60");
    }
  };
  greenhouse = [&](const Request& request) -> Result<Response> {
    if (const int number = fails(request)) return failing_answer(number);
    return json_answer(greenhouse_body({}));
  };
  lever = [&](const Request& request) -> Result<Response> {
    if (const int number = fails(request)) return failing_answer(number);
    return json_answer("[]");
  };
  // Empty boards are asked once a day, so that a month means thirty looks at each.
  const UnixMillis end_ms = host.clock_ms + 30LL * 86'400'000;
  while (host.clock_ms < end_ms) {
    UnixMillis next_ms = host.clock_ms + 120'000;
    // Of idle ticks the first is one too many: the clock goes on to the one that has work.
    if (tick()["outcome"] == "idle") {
      const std::int64_t due_s =
          std::stoll(host.sql("SELECT min(next_sync_at) FROM discovered_companies"));
      while (next_ms < due_s * 1'000) next_ms += 120'000;
    }
    host.clock_ms = std::max(host.clock_ms, next_ms);
  }
  std::map<std::string, std::vector<UnixMillis>> asked;
  for (const auto& sent : host.sent) asked[sent.request.url].push_back(sent.at_ms);
  EXPECT_EQ(asked.size(), kCompanies);
  for (const auto& [url, times] : asked) {
    for (std::size_t i = 1; i < times.size(); ++i) {
      ASSERT_LT(times[i] - times[i - 1], 30LL * 3'600'000) << url;
    }
    ASSERT_GT(end_ms - times.back(), 0);
    ASSERT_LT(end_ms - times.back(), 30LL * 3'600'000) << url;
  }
  std::map<bool, UnixMillis> previous;
  for (const auto& sent : host.sent) {
    const bool is_lever = sent.request.url.find("/v0/") != std::string::npos;
    ASSERT_GE(sent.at_ms - previous[is_lever], 1'000) << "one request per second and source";
    previous[is_lever] = sent.at_ms;
  }
}

}  // namespace
}  // namespace spearyx::testing
