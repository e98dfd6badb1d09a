#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "host/host.h"
#include "store/leases.h"

namespace spearyx::store {

/// Who started a run.
enum class Trigger : std::uint8_t { kCron, kManual };

/// The n-th run under a lease; sorts by time because the lease's owner does.
[[nodiscard]] std::string run_id(const Lease& lease, int number);

/// Records a run as running.
[[nodiscard]] Statement begin_run(const Lease& lease, std::string_view id, Trigger trigger,
                                  std::optional<std::string_view> source,
                                  std::optional<std::string_view> company, UnixSeconds now);

/// The same for the company that the lease's cursor names; records nothing without the lease.
[[nodiscard]] Statement begin_claimed_run(const Lease& lease, std::string_view id, Trigger trigger,
                                          UnixSeconds now);

/// The one outcome of a run.
struct RunOutcome {
  std::string stats_json;
  std::string logs_json;
  /// Set for a failed run.
  std::optional<Error> error;
};

[[nodiscard]] Statement finish_run(std::string_view id, const RunOutcome& outcome, UnixSeconds now);

/// Deletes a few of the runs that started before `cutoff_ms`.
[[nodiscard]] Statement prune_runs(UnixMillis cutoff_ms);

}  // namespace spearyx::store
