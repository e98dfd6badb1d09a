#include "store/standings.h"

#include <string>
#include <string_view>

#include "model/source.h"
#include "store/leases.h"
#include "support/static_text.h"

namespace spearyx::store {
namespace {

/// The sources of each worker as SQL values: "('ats', 'greenhouse'), …".
constexpr std::string_view kWorkersOfSources = kStaticText<[] {
  std::string pairs;
  for (const SourceInfo& row : kSources) {
    pairs.append(row.has_boards() ? "('ats', '" : "('aggregator', '")
        .append(row.name)
        .append("'), ");
  }
  return pairs;
}>;

// A row entered just now is due since then, whatever its due time; one below zero tells when
// somebody asked for it. Discovery guesses as long as one of its sources does not rest.
constexpr std::string_view kStandings = kStaticText<[] {
  return replaced(replaced(R"sql(
WITH pairs (worker, source) AS (VALUES WORKERS_OF_SOURCES('discovery', '')),
  boards AS (SELECT source,
      sum(companies) FILTER (WHERE status IN ('active', 'empty') AND is_failing = 0) AS well,
      sum(companies) FILTER (WHERE status IN ('active', 'empty') AND is_failing = 1) AS failing,
      sum(companies) FILTER (WHERE status = 'gone') AS gone,
      sum(companies) FILTER (WHERE status = 'paused') AS paused
    FROM company_counts GROUP BY source),
  rows AS MATERIALIZED (SELECT p.worker, p.source, b.since,
      b.lease_until BETWEEN ?1 + 1 AND ?1 + ?2
        AND coalesce(b.cursor ->> '$.source', p.source) = p.source AS is_running,
      b.outcomes -> ('$.' || iif(p.source = '', p.worker, p.source)) AS outcome
    FROM pairs AS p CROSS JOIN batch_state AS b ON b.worker = p.worker)
SELECT r.worker, r.source, r.since, r.is_running,
  coalesce((SELECT rows_written >= budget FROM daily_writes WHERE day = CAST(?1 / 86400 AS INTEGER)), 0)
    AS has_spent_day,
  CASE r.worker
    WHEN 'ats' THEN (SELECT max(abs(next_sync_at), created_at) FROM discovered_companies AS d
      WHERE d.source = r.source AND status IN ('active', 'empty') AND d.next_sync_at <= ?1
      ORDER BY d.next_sync_at, d.slug LIMIT 1)
    WHEN 'discovery' THEN (SELECT max(abs(next_check_at), added_at) FROM potential_companies
      WHERE status IN ('pending', 'not_found') AND next_check_at <= ?1 ORDER BY next_check_at, slug LIMIT 1)
    ELSE 0 END AS due_at,
  iif(r.source = '', (SELECT min(coalesce(g.cooldown_until, 0)) FROM json_each('GUESSED_SOURCES') AS n
      LEFT JOIN source_state AS g ON g.source = n.value), coalesce(s.cooldown_until, 0)) AS rests_until,
  coalesce(s.next_slot_ms, 0) AS next_slot_ms,
  r.outcome ->> '$.success' AS success_at, r.outcome ->> '$.failure' AS failure_at,
  r.outcome ->> '$.error' AS error, coalesce(r.outcome ->> '$.added', 0) AS added,
  coalesce(r.outcome ->> '$.failed', 0) AS has_failed,
  coalesce(f.well, 0) AS well, coalesce(f.failing, 0) AS failing, coalesce(f.gone, 0) AS gone,
  coalesce(f.paused, 0) AS paused
FROM rows AS r LEFT JOIN source_state AS s ON s.source = r.source
  LEFT JOIN boards AS f ON f.source = r.source
)sql",
                           "WORKERS_OF_SOURCES", kWorkersOfSources),
                  "GUESSED_SOURCES", json_names(kGuessedSources));
}>;

}  // namespace

Query<Standing> standings(UnixSeconds now) {
  return {"standings", kStandings, {now, 2 * kLeaseSeconds}};
}

}  // namespace spearyx::store
