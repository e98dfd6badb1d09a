#pragma once

#include <cstdint>

#include "host/host.h"
#include "model/source.h"
#include "store/leases.h"
#include "store/request_slots.h"
#include "support/result.h"

namespace spearyx::sync {

/// How far ahead of now a slot is reserved, so that it has not passed when the answer arrives.
inline constexpr UnixMillis kSlotLeadMs = 400;

/// Lets one request of a source through at a time, each at its slot. Slots come from the database
/// and are shared by all workers; one that was missed is not used any more, because the next one
/// may belong to somebody else.
class RequestGate {
 public:
  RequestGate(Host& host, Source source, const store::Lease& lease)
      : host_(host), source_(source), lease_(lease) {}

  /// Slots reserved together with something else, `count` of them.
  void offer(const store::SlotRow& slots, std::int64_t count);

  /// The next reservation takes this many slots instead of one.
  void expect(std::int64_t requests) { expected_ = requests; }

  /// Waits for the next slot; reserves what is expected, and renews the lease, where none is left.
  /// Fails with `kRateLimited` where the source has begun to rest since the tick began, and with
  /// `kDatabaseBusy` rather than wait longer than a lease can bear.
  [[nodiscard]] Result<void> pass();

  /// Statements this gate has run.
  [[nodiscard]] std::int64_t statements() const { return statements_; }

 private:
  [[nodiscard]] Result<void> check_rest() const;
  [[nodiscard]] Result<void> reserve();

  Host& host_;
  Source source_;
  store::Lease lease_;
  UnixMillis next_slot_ms_ = 0;
  UnixSeconds rests_until_ = 0;
  std::int64_t slots_left_ = 0;
  std::int64_t expected_ = 1;
  std::int64_t statements_ = 0;
};

}  // namespace spearyx::sync
