#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "store/batch.h"
#include "store/leases.h"

/// Runs, one row of `sync_history` each: running from the claim on, with one outcome in the end.
namespace spearyx::store {

/// The cause of a run.
enum class Trigger : std::uint8_t { kCron, kManual };

[[nodiscard]] std::string_view text_of(Trigger trigger);

/// The id of the run of a tick that has only one.
[[nodiscard]] std::string only_run_id(const Lease& lease);

/// Begins the run of a tick that has only one, for the source in the cursor, if any; no run without
/// the lease.
[[nodiscard]] Statement begin_only_run(const Lease& lease, UnixSeconds now, Trigger trigger);

/// A run with its outcome, as it is stored.
struct FinishedRun {
  std::string id;
  std::string sync_type;
  /// The source; "" for a run without one.
  std::string source;
  std::string company;
  std::string trigger;
  UnixSeconds started_at = 0;
  /// "success" or "failed".
  std::string status;
  UnixSeconds completed_at = 0;
  /// The receipt and the log, JSON texts.
  std::string stats;
  std::string logs;
  /// The error; "" for a run that succeeded.
  std::string error;
  /// The postings that earlier statements of the batch added, changed or closed. At most one run of
  /// a batch may have such.
  std::int64_t moved = 0;
};

/// Saves the outcomes of runs; a run that was deleted meanwhile comes back with its outcome.
[[nodiscard]] Statement save_runs(std::span<const FinishedRun> runs);

/// Forgets the runs of the lease that never began: those that a tick claimed and did not reach.
[[nodiscard]] Statement forget_running(const Lease& lease);

/// Fails the runs that are running under an owner who was cut off.
[[nodiscard]] Statement fail_running(std::string_view owner, UnixSeconds now, const Error& cause);

/// Deletes a few of the runs that started before `cutoff_ms`.
[[nodiscard]] Statement prune_runs(UnixMillis cutoff_ms);

}  // namespace spearyx::store
