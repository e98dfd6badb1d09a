#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/standing.h"
#include "support/time.h"

/// The health of workers and sources, as pure functions of their standing.
namespace spearyx::schedule {

/// A sync worker; the crons are those of its wrangler.*.toml.
struct WorkerInfo {
  std::string_view id;
  std::string_view name;
  std::string_view icon;
  std::string_view schedule;
  std::int64_t period_s;
};

inline constexpr auto kWorkers = std::to_array<WorkerInfo>({
    {"ats", "ATS sync", "building", "1-59/2 * * * *", 2 * kMinute},
    {"aggregator", "Aggregator sync", "globe", "*/2 * * * *", 2 * kMinute},
    {"discovery", "Company discovery", "search", "*/6 * * * *", 6 * kMinute},
});

enum class SourceHealth : std::uint8_t {
  /// The source was never asked.
  kNew,
  kHealthy,
  /// Some of the source's boards fail, but fewer than half.
  kDegraded,
  kFailing,
};

/// The health of a source is that of its boards, however its last run ended. The health of a feed,
/// which has no boards, is that of its last run.
[[nodiscard]] SourceHealth source_health(const Standing& standing);

enum class WorkerHealth : std::uint8_t {
  kNever,
  kOnTime,
  /// Something was due for two periods, and no run ended meanwhile.
  kLate,
  /// All of the worker's sources fail, and none had a success for two periods.
  kFailing,
};

/// The health of a worker, from the standing of its sources. A worker without anything due has no
/// reason to run and is on time.
[[nodiscard]] WorkerHealth worker_health(const WorkerInfo& worker,
                                         std::span<const Standing> standings, UnixSeconds now);

/// The time at which the last run of a source ended.
[[nodiscard]] std::optional<UnixSeconds> last_run_at(const Standing& standing);

/// A reason for which the whole is not well.
struct Complaint {
  /// "worker_late", "worker_failing" or "quota_reached".
  std::string_view code;
  /// The worker's id; "" for a complaint about no worker.
  std::string_view worker;
  std::string message;
};

/// The complaints about the whole, the day's budget of rows before workers; a worker that rests
/// because of it is not late.
[[nodiscard]] std::vector<Complaint> complaints(std::span<const Standing> standings,
                                                UnixSeconds now);

}  // namespace spearyx::schedule
