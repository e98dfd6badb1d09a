#pragma once

#include <optional>
#include <string_view>

#include "host/host.h"

namespace spearyx::store {

/// A worker does one run at a time. Whoever holds its lease may write; a lease that is neither
/// renewed nor released ends by time, so nothing stays stuck behind a killed worker.
struct Lease {
  /// The worker: "ats", "aggregator" or "discovery".
  std::string_view worker;
  /// Unique per invocation and sorted by time; runs under this lease have ids that start with it.
  std::string_view owner;
};

/// Puts companies back whose run was cut off: the first time to the end of what is due, then with a
/// growing wait, so that one that kills every run does not block the rest. Comes before
/// `mark_abandoned_runs`.
[[nodiscard]] Statement defer_abandoned_companies(const Lease& lease, UnixSeconds now);

/// The same for the feed whose run was cut off: it rests.
[[nodiscard]] Statement defer_abandoned_feed(const Lease& lease, UnixSeconds now);

/// Marks runs as failed whose lease ended without them. Comes before the lease is taken.
[[nodiscard]] Statement mark_abandoned_runs(const Lease& lease, UnixSeconds now);

/// Takes a lease that ended from its owner, who may yet come back and must not finish the runs that
/// were marked. Comes after `mark_abandoned_runs`.
[[nodiscard]] Statement end_lapsed_lease(const Lease& lease, UnixSeconds now);

/// The first three for the runs of this very lease, whose core trapped.
[[nodiscard]] Statement defer_trapped_companies(const Lease& lease, UnixSeconds now,
                                                const Error& cause);
[[nodiscard]] Statement defer_trapped_feed(const Lease& lease, UnixSeconds now, const Error& cause);
[[nodiscard]] Statement mark_trapped_runs(const Lease& lease, UnixSeconds now, const Error& cause);

/// Gives the lease back if it is still ours.
[[nodiscard]] Statement drop_lease(const Lease& lease);

/// That a run succeeded: of which source, or worker where it has none, and when.
struct Success {
  std::string_view name;
  UnixSeconds at = 0;
};

/// Keeps the lease until `until_s`, or makes the whole batch fail when it is no longer ours, so
/// that nothing of the batch is written. `is_lease_lost` recognises that failure.
[[nodiscard]] Statement renew_lease(const Lease& lease, UnixSeconds until_s,
                                    std::optional<Success> success = std::nullopt);

/// Gives the lease back; fails the batch like `renew_lease` when it is no longer ours.
[[nodiscard]] Statement release_lease(const Lease& lease, std::optional<Success> success);

/// Whether somebody else holds the worker's lease: one row, column `busy`.
[[nodiscard]] Statement is_busy(const Lease& lease, UnixSeconds now);

/// True for the database's complaint about `renew_lease` or `release_lease`.
[[nodiscard]] bool is_lease_lost(const Error& error);

}  // namespace spearyx::store
