#include "sync/request_gate.h"

#include <array>
#include <utility>

#include "schedule/timing.h"
#include "store/request_slots.h"

namespace spearyx::sync {
namespace {

/// A request may leave this late: the spacing of `SourceInfo` is wider than promised by more.
constexpr UnixMillis kToleranceMs = 40;
/// So late may a timer wake us; a busy isolate's can be later.
constexpr UnixMillis kTimerToleranceMs = 120;
/// Attempts to get hold of a slot in time, against a database that keeps stalling.
constexpr int kMaxReservations = 5;

}  // namespace

void RequestGate::offer(UnixMillis end_ms, std::int64_t count) {
  next_slot_ms_ = end_ms - count * info(source_).spacing_ms;
  slots_left_ = count;
}

Result<void> RequestGate::pass() {
  for (int attempt = 0; attempt <= kMaxReservations; ++attempt) {
    for (; slots_left_ > 0; --slots_left_, next_slot_ms_ += info(source_).spacing_ms) {
      const UnixMillis wait_ms = next_slot_ms_ - host_.now_ms();
      if (wait_ms < -kToleranceMs) continue;
      if (wait_ms > schedule::kMaxSlotWaitMs) {
        return fail(ErrorCode::kDatabaseBusy, "the next request slot lies too far ahead");
      }
      if (wait_ms > 0) host_.sleep_ms(wait_ms);
      if (host_.now_ms() - next_slot_ms_ > kTimerToleranceMs) continue;
      --slots_left_;
      next_slot_ms_ += info(source_).spacing_ms;
      return {};
    }
    if (auto reserved = reserve(); !reserved) return reserved;
  }
  return fail(ErrorCode::kDatabaseBusy, "no request slot could be had in time");
}

Result<void> RequestGate::reserve() {
  const UnixMillis now_ms = host_.now_ms();
  const std::array batch{
      store::renew_lease(lease_, to_seconds(now_ms) + schedule::kLeaseSeconds),
      store::reserve_slots(source_, now_ms + kSlotLeadMs, expected_),
  };
  statements_ += static_cast<std::int64_t>(batch.size());
  const auto answer = store::BatchResult::run(host_, batch);
  if (!answer) {
    if (!store::is_lease_lost(answer.error())) return std::unexpected(answer.error());
    return fail(ErrorCode::kLeaseLost);
  }
  const auto slots = store::read_slots(*answer, 1);
  if (!slots) return std::unexpected(slots.error());
  offer(slots->end_ms, std::exchange(expected_, 1));
  return {};
}

}  // namespace spearyx::sync
