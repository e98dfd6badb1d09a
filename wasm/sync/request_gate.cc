#include "sync/request_gate.h"

#include <array>
#include <utility>

#include "schedule/timing.h"

namespace spearyx::sync {
namespace {

/// A request may leave this late: the spacing of `SourceInfo` is wider than promised by more.
constexpr UnixMillis kToleranceMs = 40;
/// So late may a timer wake us; a busy isolate's can be later.
constexpr UnixMillis kTimerToleranceMs = 120;
/// Attempts to get hold of a slot in time, against a database that keeps stalling.
constexpr int kMaxReservations = 5;

}  // namespace

void RequestGate::offer(const store::SlotRow& slots, std::int64_t count) {
  next_slot_ms_ = slots.end_ms - count * info(source_).spacing_ms;
  rests_until_ = slots.cooldown_until;
  slots_left_ = count;
}

Result<void> RequestGate::pass() {
  for (int attempt = 0; attempt <= kMaxReservations; ++attempt) {
    if (auto resting = check_rest(); !resting) return resting;
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

Result<void> RequestGate::check_rest() const {
  const UnixSeconds rest_s = rests_until_ - to_seconds(host_.now_ms());
  if (rest_s <= 0) return {};
  Error error{ErrorCode::kRateLimited, "told to another run"};
  error.retry_after_s = rest_s;
  return std::unexpected(std::move(error));
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
  offer(*slots, std::exchange(expected_, 1));
  return {};
}

}  // namespace spearyx::sync
