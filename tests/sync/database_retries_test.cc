#include "ats_fixture.h"
#include "store/leases.h"
#include "sync/request_gate.h"

namespace spearyx::testing {
namespace {

using Fate = SqliteHost::Fate;

/// The calls that are tried again when the database is briefly unavailable, and those that are not.
/// The tick has a known board to look at: it claims (call 1), asks the board (2) and commits (3).
class DatabaseRetries : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    add_known_company();
    host.calls = 0;
  }

  /// The calls from this one on, or this one alone, meet the fate.
  void meet(Fate fate, int first, bool is_alone = true) {
    host.fates = [=](int call) {
      return call == first || (call > first && !is_alone) ? fate : Fate::kWorks;
    };
  }
};

TEST_F(DatabaseRetries, ACommitThatNeverArrivedIsRepeated) {
  meet(Fate::kFails, 3);
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(host.calls, 4);
}

TEST_F(DatabaseRetries, ACommitWhoseAnswerWasLostIsRepeated) {
  meet(Fate::kAnswerLost, 3);
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(host.calls, 4);
  EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'ats'"), "0");
  EXPECT_EQ(count("sync_history WHERE status = 'success'"), 2);
}

// It states results and not increments.
TEST_F(DatabaseRetries, ACommitThatArrivesTwiceLeavesTheSameDatabase) {
  std::string once;
  host.fates = [&](int call) {
    if (call == 4) once = host.dump();
    return call == 3 ? Fate::kAnswerLost : Fate::kWorks;
  };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(host.dump(), once);
}

TEST_F(DatabaseRetries, ACommitIsRepeatedForHalfAMinute) {
  meet(Fate::kFails, 3, false);
  const auto report = tick();
  EXPECT_EQ(report["outcome"], "failed");
  EXPECT_TRUE(report["error"].get<std::string>().starts_with("database_busy: ")) << report;
  EXPECT_EQ(host.calls, 6);
}

// To an overloaded database a repetition at once is one more load.
TEST_F(DatabaseRetries, ACommitIsRepeatedAfterSecondsOnly) {
  std::vector<UnixMillis> asked_at;
  host.complaint = [&](int call) {
    if (call >= 3) asked_at.push_back(host.clock_ms);
    return std::string(call < 3 ? ""
                                : "D1_ERROR: D1 DB is overloaded. Requests queued for too long.");
  };
  EXPECT_EQ(tick()["outcome"], "failed");
  ASSERT_EQ(asked_at.size(), 4U);
  for (std::size_t i = 1; i < asked_at.size(); ++i) {
    EXPECT_GE(asked_at[i] - asked_at[i - 1], 2'000 << (i - 1));
  }
}

TEST_F(DatabaseRetries, WhatTheDatabaseRefusesIsNotRepeated) {
  greenhouse = [](const Request&) { return json_answer(greenhouse_body(postings(9))); };
  host.sql("CREATE TRIGGER refuse BEFORE INSERT ON jobs BEGIN SELECT raise(ABORT, 'no room'); END");
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(last("status"), "failed");
  EXPECT_EQ(host.calls, 5) << "claim, board, known postings, commit, and that of the failure";
}

TEST_F(DatabaseRetries, ALostLeaseIsNotRepeated) {
  greenhouse = [this](const Request&) {
    host.sql("UPDATE batch_state SET lease_owner = 'somebody else' WHERE worker = 'ats'");
    return json_answer(greenhouse_body(postings(3)));
  };
  const auto report = tick();
  EXPECT_EQ(report["outcome"], "failed");
  EXPECT_TRUE(report["error"].get<std::string>().starts_with("lease_lost: ")) << report;
  EXPECT_EQ(host.calls, 3);
}

TEST_F(DatabaseRetries, AClaimIsNotRepeated) {
  meet(Fate::kAnswerLost, 1);
  EXPECT_EQ(tick()["outcome"], "failed");
  EXPECT_EQ(host.calls, 1);
}

/// The gate before one source, with windows of the database.
class Gate : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    host.sql("UPDATE batch_state SET lease_owner = 'me', lease_until = 9e9 WHERE worker = 'ats'");
  }

  UnixMillis end_of_window() {
    return std::stoll(host.sql("SELECT next_slot_ms FROM source_state WHERE source = 'lever'"));
  }

  const UnixMillis spacing_ms = info(Source::kLever).spacing_ms;
  sync::RequestGate gate{host, Source::kLever, store::Lease{"ats", "me"}};
};

// Each reservation moves the next window on: that of one whose answer was lost would be repeated for
// nothing.
TEST_F(Gate, AReservationIsNotRepeated) {
  host.fates = [](int call) { return call == 1 ? Fate::kAnswerLost : Fate::kWorks; };
  EXPECT_FALSE(gate.wait_for_turn());
  EXPECT_EQ(host.calls, 1);
}

TEST_F(Gate, RequestsOfAWindowKeepTheirDistanceWithoutARoundTrip) {
  gate.expect_requests(4);
  std::vector<UnixMillis> times;
  for (int i = 0; i < 4; ++i) {
    ASSERT_TRUE(gate.wait_for_turn());
    times.push_back(host.clock_ms);
    host.clock_ms += 300;
  }
  EXPECT_EQ(host.calls, 1);
  for (std::size_t i = 1; i < times.size(); ++i) EXPECT_EQ(times[i] - times[i - 1], spacing_ms);
  EXPECT_EQ(times.back() + spacing_ms, end_of_window());
}

TEST_F(Gate, ALateRequestForfeitsNothing) {
  gate.expect_requests(4);
  ASSERT_TRUE(gate.wait_for_turn());
  host.clock_ms += 2 * spacing_ms;
  ASSERT_TRUE(gate.wait_for_turn());
  ASSERT_TRUE(gate.wait_for_turn());
  EXPECT_EQ(host.calls, 1);
}

TEST_F(Gate, NoRequestLeavesSoLateThatTheNextWindowIsNear) {
  gate.expect_requests(2);
  ASSERT_TRUE(gate.wait_for_turn());
  const UnixMillis end_ms = end_of_window();
  host.clock_ms = end_ms - 500;
  ASSERT_TRUE(gate.wait_for_turn());
  EXPECT_EQ(host.calls, 2) << "a further window";
  EXPECT_GE(host.clock_ms, end_ms);
}

TEST_F(Gate, AWindowThatWasSleptThroughIsNotUsed) {
  host.fates = [this](int call) {
    host.oversleep_ms = call == 1 ? 500 : 0;
    return Fate::kWorks;
  };
  ASSERT_TRUE(gate.wait_for_turn());
  EXPECT_EQ(host.calls, 2);
  EXPECT_EQ(host.clock_ms + spacing_ms, end_of_window());
}

TEST_F(Gate, AHostThatAlwaysSleepsTooLongIsGivenUp) {
  host.oversleep_ms = 500;
  const auto passed = gate.wait_for_turn();
  ASSERT_FALSE(passed);
  EXPECT_EQ(passed.error().code, ErrorCode::kDatabaseBusy);
}

TEST_F(Gate, AWindowFarAheadThatAWrongClockLeftIsNotWaitedFor) {
  host.sql("INSERT INTO source_state (source, next_slot_ms) VALUES ('lever', 9e12)");
  const UnixMillis began_ms = host.clock_ms;
  ASSERT_TRUE(gate.wait_for_turn());
  EXPECT_LT(host.clock_ms - began_ms, 2'000);
}

}  // namespace
}  // namespace spearyx::testing
