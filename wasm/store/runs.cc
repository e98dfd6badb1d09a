#include "store/runs.h"

#include "store/row_types.h"
#include "support/ids.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kBeginOnly = R"sql(
INSERT INTO sync_history (id, sync_type, source, trigger, status, started_at)
SELECT ?3, worker, cursor ->> '$.source', ?4, 'running', ?5
FROM batch_state WHERE worker = ?1 AND lease_owner = ?2
)sql";

// For each run an upsert reads two rows less than an update does.
constexpr std::string_view kSaveRuns = R"sql(
INSERT INTO sync_history (id, sync_type, source, company, trigger, started_at, status, completed_at,
  stats, logs, error, last_change)
SELECT n.value ->> 'id', n.value ->> 'sync_type', nullif(n.value ->> 'source', ''),
  nullif(n.value ->> 'company', ''), n.value ->> 'trigger', n.value ->> 'started_at',
  n.value ->> 'status', n.value ->> 'completed_at', n.value ->> 'stats', n.value ->> 'logs',
  nullif(n.value ->> 'error', ''),
  iif(n.value ->> 'moved' > 0, (SELECT max(seq) FROM job_changes), NULL)
FROM json_each(?1) AS n WHERE true
ON CONFLICT (id) DO UPDATE SET status = excluded.status, completed_at = excluded.completed_at,
  stats = excluded.stats, logs = excluded.logs, error = excluded.error,
  last_change = excluded.last_change
)sql";

constexpr std::string_view kForgetRunning =
    "DELETE FROM sync_history WHERE " SPEARYX_RUNNING_UNDER("sync_history", "?1");

constexpr std::string_view kFail =
    "UPDATE sync_history SET status = 'failed', completed_at = ?2, error = ?3"
    " WHERE " SPEARYX_RUNNING_UNDER("sync_history", "?1");

constexpr std::string_view kPrune = R"sql(
DELETE FROM sync_history WHERE id IN (
  SELECT id FROM sync_history WHERE id < ?1 AND status <> 'running' ORDER BY id LIMIT 50)
)sql";

}  // namespace

std::string_view text_of(Trigger trigger) {
  return trigger == Trigger::kManual ? "manual" : "cron";
}

std::string only_run_id(const Lease& lease) { return std::string(lease.owner) + "-001"; }

Statement begin_only_run(const Lease& lease, UnixSeconds now, Trigger trigger) {
  return {kBeginOnly, {lease.worker, lease.owner, only_run_id(lease), text_of(trigger), now}};
}

Statement save_runs(std::span<const FinishedRun> runs) { return {kSaveRuns, {encode(runs)}}; }

Statement forget_running(const Lease& lease) { return {kForgetRunning, {lease.owner}}; }

Statement fail_running(std::string_view owner, UnixSeconds now, const Error& cause) {
  return {kFail, {owner, now, describe(cause)}};
}

Statement prune_runs(UnixMillis cutoff_ms) { return {kPrune, {time_prefix(cutoff_ms)}}; }

}  // namespace spearyx::store
