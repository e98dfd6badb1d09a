#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/source.h"
#include "store/batch.h"
#include "store/leases.h"

/// When each source may be asked, shared by all workers. A stretch of time in which one tick alone may
/// ask is a window; windows are handed out by the database, one after the other, so they are distinct
/// across workers, overlapping ticks and manual triggers. A source has its row from its first window on.
namespace spearyx::store {

/// No window further ahead than this is believed or waited for.
inline constexpr UnixMillis kLongestQueueMs = 2 * kMinute * 1'000;

/// A window that was reserved, and how the source stood then.
struct Window {
  std::string source;
  /// The first request of the next window may leave then; that of this one as much earlier as was
  /// reserved.
  std::int64_t end_ms = 0;
  /// How often in a row the source was put to rest.
  std::int64_t rests = 0;
  /// Until when it rests: another worker may have been refused since this tick began.
  UnixSeconds rests_until = 0;
};

/// Reserves a window for this many requests, not before `earliest_ms`.
[[nodiscard]] Query<Window> reserve_window(Source source, UnixMillis earliest_ms,
                                           std::int64_t requests);

/// How many requests a run may take that asks this source.
struct Requests {
  Source source;
  std::int64_t count;
};

/// Reserves a window at each of these sources, in no order.
[[nodiscard]] Query<Window> reserve_windows(UnixMillis earliest_ms,
                                            std::span<const Requests> requests);

/// Reserves one for the runs that the lease has claimed, as long as they need; none without the lease.
[[nodiscard]] Query<Window> reserve_claimed_window(const Lease& lease, UnixMillis earliest_ms,
                                                   std::span<const Requests> requests);

/// How a source stands.
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
