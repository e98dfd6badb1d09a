#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/batch.h"
#include "support/time.h"

/// Leases: a worker does one tick at a time. The owner of its lease may write. A lease that is
/// neither renewed nor given back lapses, and the next tick clears away what its owner left.
namespace spearyx::store {

/// The length of a lease: longer than the longest wait between two renewals (a request with its
/// retries), but not by much, because a killed worker's lease blocks until its end.
inline constexpr UnixSeconds kLeaseSeconds = 4 * kMinute;

struct Lease {
  /// The worker: "ats", "aggregator" or "discovery".
  std::string_view worker;
  /// Unique per invocation and sorted by time; runs under this lease have ids that start with it.
  std::string_view owner;
};

/// The times and limits for taking a lease.
struct Term {
  UnixSeconds now = 0;
  UnixSeconds lease_end = 0;
  /// The latest end of a rest that is believed; a later one comes from a wrong clock.
  UnixSeconds longest_rest = 0;
  /// Rows that all workers together may write in a day.
  std::int64_t daily_writes = 0;
};

/// The condition on the worker's row for taking its lease: ?1 worker, ?3 now, ?6 rows a day.
#define SPEARYX_LEASE_MAY_BE_TAKEN                       \
  "worker = ?1 AND lease_until = 0"                      \
  " AND coalesce((SELECT rows_written FROM daily_writes" \
  "               WHERE day = CAST(?3 / 86400 AS INTEGER)), 0) < ?6"

/// The condition on a source for taking a lease, where `s` is the source's row if it has one: ?3
/// now, ?5 longest rest.
#define SPEARYX_SOURCE_MAY_BE_ASKED "coalesce(s.cooldown_until, 0) NOT BETWEEN ?3 + 1 AND ?5"

/// The condition for rows of `runs`, an SQL name of sync_history, that are running under a lease.
/// '.' is the character after '-', so the two bounds enclose every run id of the owner.
#define SPEARYX_RUNNING_UNDER(runs, owner) \
  runs ".id > " owner " || '-' AND " runs ".id < " owner " || '.' AND " runs ".status = 'running'"

/// The state of a worker's lease.
struct LeaseState {
  std::string owner;
  /// 0 = given back.
  UnixSeconds until_s = 0;
  /// The position of the worker's rotation, a JSON object.
  std::string cursor;
  /// Rows that all workers together have written today; 0 where nobody counts them.
  std::int64_t written_today = 0;

  /// Whether somebody is at work.
  [[nodiscard]] bool is_held(UnixSeconds now) const;
  /// Whether somebody was at work, and was cut off.
  [[nodiscard]] bool has_lapsed(UnixSeconds now) const { return until_s != 0 && !is_held(now); }
};

[[nodiscard]] Query<LeaseState> lease_state(std::string_view worker, UnixSeconds now);

/// The changes of a commit to the worker's row, JSON objects that are merged into its columns.
struct Progress {
  std::string cursor = "{}";
  /// The ends of the last runs of each source, by its name; of a worker without sources, by its
  /// own.
  std::string outcomes = "{}";
};

/// Keeps the lease until `until_s`, 0 to give it back. Fails the whole batch when the lease is no
/// longer ours, so that nothing of the batch is written; `is_lease_lost` recognises that failure.
/// The owner stays, so that a batch may be repeated.
[[nodiscard]] Statement hold_lease(const Lease& lease, UnixSeconds until_s,
                                   const Progress& progress = {});

/// Takes a lease from an owner who was cut off, and who may yet come back, and records how the
/// owner's runs ended. Fails the batch like `hold_lease` where the lease is not as it was seen.
[[nodiscard]] Statement end_lease(std::string_view worker, const LeaseState& seen,
                                  const std::string& outcomes = "{}");

/// Whether the error is the database's complaint about `hold_lease` or `end_lease`.
[[nodiscard]] bool is_lease_lost(const Error& error);

}  // namespace spearyx::store
