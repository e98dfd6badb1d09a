#include "sync/request_gate.h"

#include <algorithm>
#include <utility>

#include "schedule/timing.h"
#include "store/batch.h"

namespace spearyx::sync {
namespace {

/// The lateness at which a request may still leave; the spacing of `SourceInfo` has more than this
/// to spare.
constexpr UnixMillis kToleranceMs = 120;
/// The most windows that are reserved for one request, against a database that keeps stalling.
constexpr int kMaxReservations = 5;

}  // namespace

void RequestGate::grant(const store::Window& window, std::int64_t requests) {
  next_ms_ = std::max(next_ms_, window.end_ms - requests * info(source_).spacing_ms);
  end_ms_ = window.end_ms;
  rests_until_ = window.rests_until;
  rests_ = window.rests;
}

Result<void> RequestGate::wait_for_turn() {
  for (int attempt = 0; attempt <= kMaxReservations; ++attempt) {
    if (auto resting = check_rest(); !resting) return resting;
    const UnixMillis now_ms = host_.now_ms();
    const UnixMillis at_ms = std::max(now_ms, next_ms_);
    if (has_room_at(at_ms)) {
      if (at_ms - now_ms > store::kLongestQueueMs) {
        return fail(ErrorCode::kDatabaseBusy, "the next request window lies too far ahead");
      }
      if (at_ms > now_ms) host_.sleep_ms(at_ms - now_ms);
      const UnixMillis leaves_ms = host_.now_ms();
      if (has_room_at(leaves_ms)) {
        // A timer that wakes us late does not put off all that follows.
        next_ms_ = std::max(next_ms_, leaves_ms - kToleranceMs) + info(source_).spacing_ms;
        return {};
      }
    }
    if (auto reserved = reserve(); !reserved) return reserved;
  }
  return fail(ErrorCode::kDatabaseBusy, "no request window could be had in time");
}

bool RequestGate::has_room_at(UnixMillis time_ms) const {
  return time_ms + info(source_).spacing_ms <= end_ms_ + kToleranceMs;
}

Result<void> RequestGate::check_rest() const {
  const UnixSeconds rest_s = schedule::rest_left(rests_until_, to_seconds(host_.now_ms()));
  if (rest_s == 0) return {};
  Error error{ErrorCode::kRateLimited, "told to another run"};
  error.retry_after_s = rest_s;
  return std::unexpected(std::move(error));
}

Result<void> RequestGate::reserve() {
  const UnixMillis now_ms = host_.now_ms();
  store::Batch batch;
  if (lease_) {
    batch.add(store::hold_lease(*lease_, to_seconds(now_ms) + store::kLeaseSeconds));
  }
  const auto place = batch.ask(store::reserve_window(source_, now_ms + kWindowLeadMs, expected_));
  const auto answers = batch.send(host_);
  if (!answers) {
    if (store::is_lease_lost(answers.error())) return fail(ErrorCode::kLeaseLost);
    return std::unexpected(answers.error());
  }
  const auto window = answers->first(place);
  if (!window) return std::unexpected(window.error());
  if (!window->has_value()) return fail(ErrorCode::kDatabase, "no window was reserved");
  grant(**window, std::exchange(expected_, 1));
  return {};
}

}  // namespace spearyx::sync
