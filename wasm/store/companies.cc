#include "store/companies.h"

#include <utility>

#include "model/source.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kTakeTurn = kStaticText<[] {
  return with_board_sources(R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4,
  cursor = json_set(cursor, '$.source', turn.source, '$.company', turn.slug)
FROM (
  SELECT s.source AS source,
    (SELECT c.slug FROM discovered_companies AS c
     WHERE c.source = s.source AND c.status IN ('active', 'empty') AND c.next_sync_at <= ?3
     ORDER BY c.next_sync_at, c.slug LIMIT 1) AS slug
  FROM (SELECT value AS source FROM json_each('BOARD_SOURCES')) AS s
    LEFT JOIN source_state AS state ON state.source = s.source
  WHERE coalesce(state.cooldown_until, 0) <= ?3 AND slug IS NOT NULL
  ORDER BY s.source <= (SELECT b.cursor ->> '$.source' FROM batch_state AS b WHERE b.worker = ?1),
    s.source
  LIMIT 1
) AS turn
WHERE worker = ?1 AND lease_until <= ?3
RETURNING worker
)sql");
}>;

constexpr std::string_view kTakeCompany = R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4,
  cursor = json_set(cursor, '$.source', turn.source, '$.company', turn.slug)
FROM (
  SELECT c.source AS source, c.slug AS slug
  FROM discovered_companies AS c LEFT JOIN source_state AS s ON s.source = c.source
  WHERE c.source = ?5 AND c.slug = ?6 AND coalesce(s.cooldown_until, 0) <= ?3
) AS turn
WHERE worker = ?1 AND lease_until <= ?3
RETURNING worker
)sql";

constexpr std::string_view kDueCompanies = R"sql(
SELECT c.source, c.slug, c.name, c.etag, c.body_hash, c.job_count, c.remote_job_count, c.page_count,
  c.failures, c.last_error, c.suspect_since
FROM batch_state AS b CROSS JOIN discovered_companies AS c
WHERE b.worker = ?1 AND b.lease_owner = ?2 AND c.source = b.cursor ->> '$.source'
  AND c.status IN ('active', 'empty') AND c.next_sync_at <= ?3
ORDER BY c.next_sync_at, c.slug LIMIT ?4
)sql";

constexpr std::string_view kClaimedCompany = R"sql(
SELECT c.source, c.slug, c.name, c.etag, c.body_hash, c.job_count, c.remote_job_count, c.page_count,
  c.failures, c.last_error, c.suspect_since
FROM batch_state AS b CROSS JOIN discovered_companies AS c
WHERE b.worker = ?1 AND b.lease_owner = ?2
  AND c.source = b.cursor ->> '$.source' AND c.slug = b.cursor ->> '$.company'
)sql";

constexpr std::string_view kUpdateSynced = R"sql(
UPDATE discovered_companies SET name = ?3, status = iif(status = 'paused', status, ?4),
  job_count = ?5, remote_job_count = ?6, page_count = ?7, etag = ?8, body_hash = ?9,
  next_sync_at = ?10, last_synced_at = ?11, failures = 0, last_error = NULL, suspect_since = ?12
WHERE source = ?1 AND slug = ?2
)sql";

constexpr std::string_view kUpdateFailed = R"sql(
UPDATE discovered_companies SET next_sync_at = ?3, failures = ?4, last_error = ?5
WHERE source = ?1 AND slug = ?2
)sql";

constexpr std::string_view kPause = R"sql(
UPDATE discovered_companies SET status = 'paused', failures = ?3, last_error = ?4
WHERE source = ?1 AND slug = ?2
)sql";

constexpr std::string_view kMarkGone = R"sql(
UPDATE discovered_companies SET status = iif(status = 'paused', status, 'gone'), page_count = 1,
  etag = '', body_hash = '', suspect_since = 0, failures = ?3, last_error = ?4
WHERE source = ?1 AND slug = ?2
)sql";

constexpr std::string_view kRecycle = R"sql(
INSERT INTO potential_companies (slug, status, next_check_at) VALUES (?1, 'not_found', ?2)
ON CONFLICT (slug) DO UPDATE SET status = 'not_found', next_check_at = excluded.next_check_at
)sql";

}  // namespace

Company to_company(CompanyRow row) {
  return {
      .source = source_named(row.source).value_or(Source::kGreenhouse),
      .slug = std::move(row.slug),
      .name = std::move(row.name),
      .etag = std::move(row.etag),
      .body_hash = std::move(row.body_hash),
      .job_count = row.job_count,
      .remote_job_count = row.remote_job_count,
      .page_count = row.page_count,
      .failures = row.failures,
      .last_error = std::move(row.last_error).value_or(""),
      .suspect_since = row.suspect_since,
  };
}

Statement take_turn(const Lease& lease, UnixSeconds now, UnixSeconds until_s) {
  return {kTakeTurn, {lease.worker, lease.owner, now, until_s}};
}

Statement take_company(const Lease& lease, UnixSeconds now, UnixSeconds until_s, Source source,
                       std::string_view slug) {
  return {kTakeCompany, {lease.worker, lease.owner, now, until_s, name_of(source), slug}};
}

Statement due_companies(const Lease& lease, UnixSeconds now, std::int64_t limit) {
  return {kDueCompanies, {lease.worker, lease.owner, now, limit}};
}

Statement claimed_company(const Lease& lease) {
  return {kClaimedCompany, {lease.worker, lease.owner}};
}

Statement update_synced(const Company& company, const CompanyUpdate& update) {
  return {kUpdateSynced,
          {name_of(company.source), company.slug, company.name, update.status, company.job_count,
           company.remote_job_count, company.page_count, company.etag, company.body_hash,
           update.next_sync_at, update.now, company.suspect_since}};
}

Statement update_failed(const Company& company, UnixSeconds next_sync_at) {
  return {
      kUpdateFailed,
      {name_of(company.source), company.slug, next_sync_at, company.failures, company.last_error}};
}

Statement pause(const Company& company) {
  return {kPause, {name_of(company.source), company.slug, company.failures, company.last_error}};
}

Statement mark_gone(const Company& company) {
  return {kMarkGone, {name_of(company.source), company.slug, company.failures, company.last_error}};
}

Statement recycle_candidate(std::string_view slug, UnixSeconds next_check_at) {
  return {kRecycle, {slug, next_check_at}};
}

}  // namespace spearyx::store
