#include "schedule/health.h"

#include <algorithm>

namespace spearyx::schedule {
namespace {

/// The time a worker may stay silent: two periods, and a minute by which a cron may be late.
UnixSeconds patience(const WorkerInfo& worker) { return 2 * worker.period_s + kMinute; }

/// The time since which, or from which on, the source is to be asked; nothing where nothing is due
/// there.
std::optional<UnixSeconds> due_since(const Standing& standing) {
  if (!standing.due_at) return std::nullopt;
  return std::max(
      {*standing.due_at, standing.rests_until, standing.since, to_seconds(standing.next_slot_ms)});
}

/// The state of a worker with all its sources.
struct Summary {
  bool is_running = false;
  bool ever_ran = false;
  bool all_fail = true;
  UnixSeconds last_run = 0;
  UnixSeconds last_success = 0;
  std::optional<UnixSeconds> due_at;
};

Summary summary_of(const WorkerInfo& worker, std::span<const Standing> standings) {
  Summary summary;
  for (const Standing& standing : standings) {
    if (standing.worker != worker.id) continue;
    summary.is_running = summary.is_running || standing.is_running != 0;
    if (const auto due = due_since(standing)) {
      summary.due_at = std::min(*due, summary.due_at.value_or(*due));
    }
    const auto ran = last_run_at(standing);
    if (!ran) continue;
    summary.ever_ran = true;
    summary.last_run = std::max(summary.last_run, *ran);
    summary.last_success = std::max(summary.last_success, standing.success_at.value_or(0));
    summary.all_fail = summary.all_fail && source_health(standing) == SourceHealth::kFailing;
  }
  return summary;
}

Complaint complaint(const WorkerInfo& worker, WorkerHealth health) {
  const bool is_failing = health == WorkerHealth::kFailing;
  return {
      .code = is_failing ? "worker_failing" : "worker_late",
      .worker = worker.id,
      .message = std::string(worker.name)
                     .append(is_failing ? ": all its sources fail." : ": no run for two periods.")};
}

}  // namespace

std::optional<UnixSeconds> last_run_at(const Standing& standing) {
  return std::max(standing.success_at, standing.failure_at);
}

SourceHealth source_health(const Standing& standing) {
  const std::int64_t boards = standing.well + standing.failing;
  if (!last_run_at(standing)) return SourceHealth::kNew;
  if (boards == 0)
    return standing.has_failed != 0 ? SourceHealth::kFailing : SourceHealth::kHealthy;
  if (standing.failing == 0) return SourceHealth::kHealthy;
  return 2 * standing.failing >= boards ? SourceHealth::kFailing : SourceHealth::kDegraded;
}

WorkerHealth worker_health(const WorkerInfo& worker, std::span<const Standing> standings,
                           UnixSeconds now) {
  const Summary summary = summary_of(worker, standings);
  const auto is_long_ago = [&](UnixSeconds time) { return now - time > patience(worker); };
  if (!summary.is_running && summary.due_at && is_long_ago(*summary.due_at) &&
      is_long_ago(summary.last_run)) {
    return WorkerHealth::kLate;
  }
  if (!summary.ever_ran) return WorkerHealth::kNever;
  if (summary.all_fail && is_long_ago(summary.last_success)) return WorkerHealth::kFailing;
  return WorkerHealth::kOnTime;
}

std::vector<Complaint> complaints(std::span<const Standing> standings, UnixSeconds now) {
  std::vector<Complaint> found;
  const bool has_spent_day = std::ranges::any_of(
      standings, [](const Standing& standing) { return standing.has_spent_day != 0; });
  if (has_spent_day) {
    found.push_back(
        {.code = "quota_reached",
         .worker = {},
         .message = "The rows that may be written today (D1_DAILY_WRITES) are used up."});
  }
  for (const WorkerInfo& worker : kWorkers) {
    const WorkerHealth health = worker_health(worker, standings, now);
    const bool is_late = health == WorkerHealth::kLate && !has_spent_day;
    if (is_late || health == WorkerHealth::kFailing) found.push_back(complaint(worker, health));
  }
  return found;
}

}  // namespace spearyx::schedule
