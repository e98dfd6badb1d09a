#include "store/runs.h"

#include "support/ids.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kBegin = R"sql(
INSERT OR IGNORE INTO sync_history (id, sync_type, source, company, trigger, status, started_at)
VALUES (?1, ?2, ?3, ?4, ?5, 'running', ?6)
)sql";

constexpr std::string_view kBeginClaimed = R"sql(
INSERT OR IGNORE INTO sync_history (id, sync_type, source, company, trigger, status, started_at)
SELECT ?3, worker, cursor ->> '$.source', cursor ->> '$.company', ?4, 'running', ?5
FROM batch_state WHERE worker = ?1 AND lease_owner = ?2
)sql";

constexpr std::string_view kFinish = R"sql(
UPDATE sync_history SET status = ?2, completed_at = ?3, stats = ?4, logs = ?5, error = ?6
WHERE id = ?1
)sql";

constexpr std::string_view kPrune = R"sql(
DELETE FROM sync_history WHERE id IN (
  SELECT id FROM sync_history WHERE id < ?1 AND status <> 'running' ORDER BY id LIMIT 50)
)sql";

std::string_view text_of(Trigger trigger) {
  return trigger == Trigger::kManual ? "manual" : "cron";
}

}  // namespace

std::string run_id(const Lease& lease, int number) {
  const std::string digits = std::to_string(number);
  std::string id(lease.owner);
  id.append("-").append(digits.size() < 3 ? 3 - digits.size() : 0, '0').append(digits);
  return id;
}

Statement begin_run(const Lease& lease, std::string_view id, Trigger trigger,
                    std::optional<std::string_view> source, std::optional<std::string_view> company,
                    UnixSeconds now) {
  return {kBegin, {id, lease.worker, source, company, text_of(trigger), now}};
}

Statement begin_claimed_run(const Lease& lease, std::string_view id, Trigger trigger,
                            UnixSeconds now) {
  return {kBeginClaimed, {lease.worker, lease.owner, id, text_of(trigger), now}};
}

Statement finish_run(std::string_view id, const RunOutcome& outcome, UnixSeconds now) {
  return {kFinish,
          {id, outcome.error ? "failed" : "success", now, outcome.stats_json, outcome.logs_json,
           outcome.error ? Bind(describe(*outcome.error)) : Bind()}};
}

Statement prune_runs(UnixMillis cutoff_ms) { return {kPrune, {time_prefix(cutoff_ms)}}; }

}  // namespace spearyx::store
