#include "store/companies.h"

#include <vector>

#include "model/source.h"
#include "support/decode.h"

namespace spearyx::store {

namespace {

// A source that somebody asked for goes first, once.
constexpr std::string_view kTakeCompanyTurn = kStaticText<[] {
  return with_board_sources(R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4,
  cursor = json_remove(json_set(cursor, '$.source', turn.source), '$.asked')
FROM (
  SELECT n.value AS source FROM json_each('BOARD_SOURCES') AS n
    LEFT JOIN source_state AS s ON s.source = n.value
  WHERE )sql" SPEARYX_SOURCE_MAY_BE_ASKED R"sql( AND EXISTS (
    SELECT 1 FROM discovered_companies AS c
    WHERE c.source = n.value AND c.status IN ('active', 'empty') AND c.next_sync_at <= ?3)
  ORDER BY n.value <> (SELECT b.cursor ->> '$.asked' FROM batch_state AS b WHERE b.worker = ?1),
    n.value <= (SELECT b.cursor ->> '$.source' FROM batch_state AS b WHERE b.worker = ?1),
    n.value
  LIMIT 1
) AS turn
WHERE )sql" SPEARYX_LEASE_MAY_BE_TAKEN);
}>;

constexpr std::string_view kTakeCompany = R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4,
  cursor = json_set(cursor, '$.source', turn.source, '$.company', turn.slug)
FROM (
  SELECT c.source AS source, c.slug AS slug
  FROM discovered_companies AS c LEFT JOIN source_state AS s ON s.source = c.source
  WHERE c.source = ?7 AND c.slug = ?8 AND )sql" SPEARYX_SOURCE_MAY_BE_ASKED R"sql(
) AS turn
WHERE )sql" SPEARYX_LEASE_MAY_BE_TAKEN;

// The place in the list of what is due numbers the runs.
constexpr std::string_view kBeginRuns = R"sql(
INSERT INTO sync_history (id, sync_type, source, company, trigger, status, started_at)
SELECT ?2 || printf('-%03d', due.key + 1), ?1, b.cursor ->> '$.source', due.value ->> 0, ?4,
  'running', ?3
FROM batch_state AS b CROSS JOIN json_each((
  SELECT json_group_array(json_array(slug, cut_offs)) FROM (
    SELECT c.slug, c.cut_offs FROM discovered_companies AS c
    WHERE c.source = b.cursor ->> '$.source'
      AND c.status IN ('active', 'empty') AND c.next_sync_at <= ?3
    ORDER BY c.next_sync_at, c.slug LIMIT ?5))) AS due
WHERE b.worker = ?1 AND b.lease_owner = ?2
  AND (due.key = 0 OR (due.value ->> 1 = 0 AND due.json ->> '$[0][1]' = 0))
)sql";

constexpr std::string_view kBeginCompanyRun = R"sql(
INSERT INTO sync_history (id, sync_type, source, company, trigger, status, started_at)
SELECT ?2 || '-001', ?1, cursor ->> '$.source', cursor ->> '$.company', ?4, 'running', ?3
FROM batch_state WHERE worker = ?1 AND lease_owner = ?2
)sql";

constexpr std::string_view kClaimedCompanies = R"sql(
SELECT c.source, c.slug, c.name, c.status, c.job_count, c.remote_job_count, c.page_count, c.etag,
  c.body_hash, c.validated_at, c.openings, c.watched_s, c.interval_s, c.next_sync_at,
  coalesce(c.last_synced_at, 0) AS last_synced_at, c.failures,
  coalesce(c.last_error, '') AS last_error, c.cut_offs, c.suspect_since,
  h.id AS run_id, c.status AS status_before, c.next_sync_at AS due_before
FROM batch_state AS b CROSS JOIN sync_history AS h CROSS JOIN discovered_companies AS c
WHERE b.worker = ?1 AND )sql" SPEARYX_RUNNING_UNDER(
    "h", "b.lease_owner") R"sql( AND c.source = h.source AND c.slug = h.company
ORDER BY h.id
)sql";

constexpr std::string_view kSaveCompanies = R"sql(
UPDATE discovered_companies AS c SET
  name = n.value ->> 'name',
  status = iif(status = n.value ->> 'status_before', n.value ->> 'status', status),
  job_count = n.value ->> 'job_count',
  remote_job_count = n.value ->> 'remote_job_count',
  page_count = n.value ->> 'page_count',
  etag = n.value ->> 'etag',
  body_hash = n.value ->> 'body_hash',
  validated_at = n.value ->> 'validated_at',
  openings = n.value ->> 'openings',
  watched_s = n.value ->> 'watched_s',
  interval_s = n.value ->> 'interval_s',
  next_sync_at = iif(next_sync_at = n.value ->> 'due_before',
    n.value ->> 'next_sync_at', next_sync_at),
  last_synced_at = nullif(n.value ->> 'last_synced_at', 0),
  failures = n.value ->> 'failures',
  last_error = nullif(n.value ->> 'last_error', ''),
  cut_offs = n.value ->> 'cut_offs',
  suspect_since = n.value ->> 'suspect_since',
  last_run_id = n.value ->> 'run_id'
FROM json_each(?1) AS n
WHERE c.source = n.value ->> 'source' AND c.slug = n.value ->> 'slug'
)sql";

constexpr std::string_view kAskNext =
    "UPDATE batch_state SET cursor = json_set(cursor, '$.asked', ?1) WHERE worker = 'ats'";

constexpr std::string_view kRecycle = R"sql(
INSERT INTO potential_companies (slug, status, next_check_at) VALUES (?1, 'not_found', ?2)
ON CONFLICT (slug) DO UPDATE SET source = '', status = 'not_found',
  next_check_at = excluded.next_check_at
)sql";

}  // namespace

Statement take_board_turn(const Lease& lease, const Term& term) {
  return {
      kTakeCompanyTurn,
      {lease.worker, lease.owner, term.now, term.lease_end, term.longest_rest, term.daily_writes}};
}

Statement take_company_turn(const Lease& lease, const Term& term, Source source,
                            std::string_view slug) {
  return {kTakeCompany,
          {lease.worker, lease.owner, term.now, term.lease_end, term.longest_rest,
           term.daily_writes, name_of(source), slug}};
}

Statement begin_board_runs(const Lease& lease, UnixSeconds now, Trigger trigger,
                           std::int64_t limit) {
  return {kBeginRuns, {lease.worker, lease.owner, now, text_of(trigger), limit}};
}

Statement begin_company_run(const Lease& lease, UnixSeconds now, Trigger trigger) {
  return {kBeginCompanyRun, {lease.worker, lease.owner, now, text_of(trigger)}};
}

Query<Company> claimed_companies(std::string_view worker) {
  return {"claimed companies", kClaimedCompanies, {worker}};
}

Statement save_companies(std::span<const Company> companies) {
  return {kSaveCompanies, {encode(companies)}};
}

Statement ask_next(std::string_view source) { return {kAskNext, {source}}; }

Statement recycle_candidate(std::string_view slug, UnixSeconds next_check_at) {
  return {kRecycle, {slug, next_check_at}};
}

}  // namespace spearyx::store
