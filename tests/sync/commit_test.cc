#include "sync/commit.h"

#include "ats_fixture.h"
#include "store/leases.h"
#include "store/request_slots.h"
#include "sync/request_gate.h"

namespace spearyx::testing {
namespace {

using Fate = SqliteHost::Fate;

constexpr store::Lease kLease{"ats", "me"};

/// What is tried again when the database is briefly unavailable, and what is not.
class DatabaseRetries : public AtsFixture {
 public:
  void SetUp() override {
    AtsFixture::SetUp();
    host.sql("UPDATE batch_state SET lease_owner = 'me', lease_until = 9e9 WHERE worker = 'ats'");
  }

  /// The first call fails in this way.
  void fail_once(Fate fate) {
    host.fates = [fate](int call) { return call == 1 ? fate : Fate::kWorks; };
  }

  const std::vector<Statement> batch{store::renew_lease(kLease, 9'000'000'000)};
};

TEST_F(DatabaseRetries, ACommitThatNeverArrivedIsRepeated) {
  fail_once(Fate::kFails);
  EXPECT_TRUE(sync::commit(host, batch));
  EXPECT_EQ(host.calls, 2);
}

TEST_F(DatabaseRetries, ACommitWhoseAnswerWasLostIsRepeated) {
  fail_once(Fate::kAnswerLost);
  EXPECT_TRUE(sync::commit(host, batch));
  EXPECT_EQ(host.calls, 2);
}

TEST_F(DatabaseRetries, TheLastCommitOfATickMayBeRepeatedToo) {
  const std::vector last{store::release_lease(kLease, store::Success{"greenhouse", 1})};
  fail_once(Fate::kAnswerLost);
  EXPECT_TRUE(sync::commit(host, last));
  EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'ats'"), "0");
}

TEST_F(DatabaseRetries, ACommitIsRepeatedOnce) {
  host.fates = [](int) { return Fate::kFails; };
  const auto committed = sync::commit(host, batch);
  ASSERT_FALSE(committed);
  EXPECT_EQ(committed.error().code, ErrorCode::kDatabaseBusy);
  EXPECT_EQ(host.calls, 2);
}

TEST_F(DatabaseRetries, WhatTheDatabaseRefusesIsNotRepeated) {
  const auto committed = sync::commit(host, std::vector{Statement{"SELECT * FROM nowhere", {}}});
  ASSERT_FALSE(committed);
  EXPECT_EQ(committed.error().code, ErrorCode::kDatabase);
  EXPECT_EQ(host.calls, 1);
}

TEST_F(DatabaseRetries, ALostLeaseIsNotRepeated) {
  host.sql("UPDATE batch_state SET lease_owner = 'somebody else'");
  const auto committed = sync::commit(host, batch);
  ASSERT_FALSE(committed);
  EXPECT_EQ(committed.error().code, ErrorCode::kLeaseLost);
  EXPECT_EQ(host.calls, 1);
}

// Each reservation moves the next slot on: the slots of one that was lost would be repeated for
// nothing, and the claim of a lease that was taken would meet its own lease.
TEST_F(DatabaseRetries, AReservationIsNotRepeated) {
  fail_once(Fate::kAnswerLost);
  sync::RequestGate gate(host, Source::kLever, kLease);
  EXPECT_FALSE(gate.pass());
  EXPECT_EQ(host.calls, 1);
}

TEST_F(DatabaseRetries, ASlotThatWasSleptThroughIsNotUsed) {
  host.fates = [this](int call) {
    host.oversleep_ms = call == 1 ? 500 : 0;
    return Fate::kWorks;
  };
  sync::RequestGate gate(host, Source::kLever, kLease);
  ASSERT_TRUE(gate.pass());
  EXPECT_EQ(host.calls, 2);
  EXPECT_EQ(std::to_string(host.clock_ms + info(Source::kLever).spacing_ms),
            host.sql("SELECT next_slot_ms FROM source_state WHERE source = 'lever'"));
}

TEST_F(DatabaseRetries, AHostThatAlwaysSleepsTooLongIsGivenUp) {
  host.oversleep_ms = 500;
  sync::RequestGate gate(host, Source::kLever, kLease);
  const auto passed = gate.pass();
  ASSERT_FALSE(passed);
  EXPECT_EQ(passed.error().code, ErrorCode::kDatabaseBusy);
}

TEST_F(DatabaseRetries, AClaimIsNotRepeated) {
  host.sql("UPDATE batch_state SET lease_owner = '', lease_until = 0");
  add_company("lever", "bridge", "");
  fail_once(Fate::kAnswerLost);
  EXPECT_EQ(tick()["outcome"], "failed");
  EXPECT_EQ(host.calls, 1);
}

}  // namespace
}  // namespace spearyx::testing
