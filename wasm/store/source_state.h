#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/source.h"
#include "store/batch.h"
#include "store/leases.h"

/// The request slots of each source, shared by all workers. A window is a stretch of time in which
/// one tick alone may ask a source. The database hands out windows one after the other, so they are
/// distinct across workers, overlapping ticks and manual triggers. A source has its row from its
/// first window on.
namespace spearyx::store {

/// The furthest that a window may lie ahead to be believed or waited for.
inline constexpr UnixMillis kLongestQueueMs = 2 * kMinute * 1'000;

/// A reserved window, and the state of the source at that moment.
struct Window {
  std::string source;
  /// The end of the window, at which the next one's first request may leave. The first request of
  /// this window may leave earlier by the length that was reserved.
  std::int64_t end_ms = 0;
  /// The number of rests in a row.
  std::int64_t rests = 0;
  /// The end of the source's rest: another worker may have been refused since this tick began.
  UnixSeconds rests_until = 0;
};

/// Reserves a window for this many requests, not before `earliest_ms`.
[[nodiscard]] Query<Window> reserve_window(Source source, UnixMillis earliest_ms,
                                           std::int64_t requests);

/// The most requests that a run may send to a source.
struct Requests {
  Source source;
  std::int64_t count;
};

/// Reserves a window at each of these sources, in no particular order.
[[nodiscard]] Query<Window> reserve_windows(UnixMillis earliest_ms,
                                            std::span<const Requests> requests);

/// Reserves a window as long as the runs that the lease has claimed may need; none without the
/// lease.
[[nodiscard]] Query<Window> reserve_claimed_window(const Lease& lease, UnixMillis earliest_ms,
                                                   std::span<const Requests> requests);

/// The state of a source.
struct SourceState {
  std::string source;
  UnixSeconds rests_until = 0;
  std::int64_t rests = 0;
};

[[nodiscard]] Query<SourceState> source_states();

/// Puts the source to rest until `until_s`, or until the end of a longer rest, for the `rests`-th time
/// in a row.
[[nodiscard]] Statement rest_source(Source source, UnixSeconds until_s, std::int64_t rests,
                                    const Error& cause);

/// Forgets earlier rests; writes nothing where there were none, or where the source rests again.
[[nodiscard]] Statement forget_rests(Source source, UnixSeconds now);

}  // namespace spearyx::store
