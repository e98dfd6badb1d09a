#pragma once

#include <cstdint>
#include <optional>

#include "host/host.h"
#include "model/source.h"
#include "store/leases.h"
#include "store/source_state.h"
#include "support/result.h"

namespace spearyx::sync {

/// The time between now and a window that is reserved now, so that the window has not begun when
/// the database answers.
inline constexpr UnixMillis kWindowLeadMs = 400;

/// A gate that lets one request of a source through at a time, each a spacing after the one before.
/// Requests leave within a window that no other tick has; a late request takes nothing from those
/// behind it. Where no room is left, the gate reserves a further window and renews the lease, if it
/// has one.
class RequestGate {
 public:
  RequestGate(Host& host, Source source, const store::Lease& lease)
      : host_(host), source_(source), lease_(lease) {}

  /// A gate for requests that are no part of a tick.
  RequestGate(Host& host, Source source) : host_(host), source_(source) {}

  /// Takes over a window for this many requests that was reserved together with something else.
  void grant(const store::Window& window, std::int64_t requests);

  /// Makes the next window as long as this many requests need.
  void expect_requests(std::int64_t requests) { expected_ = requests; }

  /// Whether a tick can wait for a second request; not at a source that is asked once in a while.
  [[nodiscard]] bool allows_retries() const {
    return info(source_).spacing_ms <= store::kLongestQueueMs;
  }

  /// The number of rests in a row that the source was put to, as of the last window.
  [[nodiscard]] std::int64_t rests() const { return rests_; }

  /// Waits until a request may leave. Fails with `kRateLimited` where the source has begun to rest
  /// since the tick began, and with `kDatabaseBusy` where the wait would outlast the lease.
  [[nodiscard]] Result<void> wait_for_turn();

 private:
  /// Whether a request that leaves at that time keeps the distance to the next window.
  [[nodiscard]] bool has_room_at(UnixMillis time_ms) const;
  [[nodiscard]] Result<void> check_rest() const;
  [[nodiscard]] Result<void> reserve();

  Host& host_;
  Source source_;
  std::optional<store::Lease> lease_;
  /// The earliest time of the next request.
  UnixMillis next_ms_ = 0;
  UnixMillis end_ms_ = 0;
  UnixSeconds rests_until_ = 0;
  std::int64_t rests_ = 0;
  std::int64_t expected_ = 1;
};

}  // namespace spearyx::sync
