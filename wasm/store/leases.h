#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/batch.h"
#include "support/time.h"

/// A worker does one tick at a time. Whoever holds its lease may write; a lease that is neither renewed
/// nor given back lapses, and whoever comes next clears away what its owner left.
namespace spearyx::store {

/// A lease outlives the longest wait between two renewals (a request with its retries), and little
/// more: what a killed worker held is free again after it.
inline constexpr UnixSeconds kLeaseSeconds = 4 * kMinute;

struct Lease {
  /// The worker: "ats", "aggregator" or "discovery".
  std::string_view worker;
  /// Unique per invocation and sorted by time; runs under this lease have ids that start with it.
  std::string_view owner;
};

/// The times and limits under which a lease is taken.
struct Term {
  UnixSeconds now = 0;
  UnixSeconds lease_end = 0;
  /// The latest end of a rest that is believed; one beyond comes from a clock that was wrong.
  UnixSeconds longest_rest = 0;
  /// Rows that all workers together may write in a day.
  std::int64_t daily_writes = 0;
};

/// What a statement that takes a lease requires of the worker's row: ?1 worker, ?3 now, ?6 rows a day.
#define SPEARYX_LEASE_MAY_BE_TAKEN                       \
  "worker = ?1 AND lease_until = 0"                      \
  " AND coalesce((SELECT rows_written FROM daily_writes" \
  "               WHERE day = CAST(?3 / 86400 AS INTEGER)), 0) < ?6"

/// What a statement that takes a lease requires of a source, of which `s` is the row if it has one:
/// ?3 now, ?5 longest rest.
#define SPEARYX_SOURCE_MAY_BE_ASKED "coalesce(s.cooldown_until, 0) NOT BETWEEN ?3 + 1 AND ?5"

/// Which rows of `runs`, an SQL name of sync_history, are running under a lease. '.' is the character
/// after '-', so the two bounds enclose every run id of the owner.
#define SPEARYX_RUNNING_UNDER(runs, owner) \
  runs ".id > " owner " || '-' AND " runs ".id < " owner " || '.' AND " runs ".status = 'running'"

/// How a worker's lease stands.
struct LeaseState {
  std::string owner;
  /// 0 = given back.
  UnixSeconds until_s = 0;
  /// Where the worker's rotation stands, a JSON object.
  std::string cursor;
  /// Rows that all workers together have written today, where that is counted.
  std::int64_t written_today = 0;

  /// Somebody is at work.
  [[nodiscard]] bool is_held(UnixSeconds now) const;
  /// Somebody was at work, and was cut off.
  [[nodiscard]] bool has_lapsed(UnixSeconds now) const { return until_s != 0 && !is_held(now); }
};

[[nodiscard]] Query<LeaseState> lease_state(std::string_view worker, UnixSeconds now);

/// What a commit leaves in the worker's row, JSON objects that are merged into what is there.
struct Progress {
  std::string cursor = "{}";
  /// How the last runs of a source ended, by its name; of a worker without sources, by its own.
  std::string outcomes = "{}";
};

/// Keeps the lease until `until_s`, 0 to give it back. Fails the whole batch when the lease is not
/// ours any more, so that nothing of the batch is written; `is_lease_lost` recognises that failure.
/// The owner stays, so that a batch may be repeated.
[[nodiscard]] Statement hold_lease(const Lease& lease, UnixSeconds until_s,
                                   const Progress& progress = {});

/// Takes a lease from an owner who was cut off, and who may yet come back, and leaves how his runs ended.
/// Fails the batch like `hold_lease` where the lease is not as it was seen.
[[nodiscard]] Statement end_lease(std::string_view worker, const LeaseState& seen,
                                  const std::string& outcomes = "{}");

/// True for the database's complaint about `hold_lease` and `end_lease`.
[[nodiscard]] bool is_lease_lost(const Error& error);

}  // namespace spearyx::store
