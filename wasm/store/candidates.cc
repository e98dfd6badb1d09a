#include "store/candidates.h"

#include <utility>

#include "model/source.h"
#include "store/slug_key.h"
#include "support/json.h"
#include "support/json_object.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kTakeCandidates = kStaticText<[] {
  return replaced(R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4,
  cursor = json_set(cursor, '$.candidates', (
    WITH due AS MATERIALIZED (
      SELECT slug, cut_offs, row_number() OVER () AS place FROM (
        SELECT slug, cut_offs FROM potential_companies
        WHERE status IN ('pending', 'not_found') AND next_check_at <= ?3
        ORDER BY next_check_at, slug LIMIT ?7))
    SELECT json_group_array(slug) FROM due
    WHERE place = 1 OR (cut_offs = 0 AND (SELECT cut_offs FROM due WHERE place = 1) = 0)))
WHERE EXISTS (
    SELECT 1 FROM potential_companies
    WHERE status IN ('pending', 'not_found') AND next_check_at <= ?3)
  AND EXISTS (
    SELECT 1 FROM json_each('GUESSED_SOURCES') AS n
      LEFT JOIN source_state AS s ON s.source = n.value
    WHERE )sql" SPEARYX_SOURCE_MAY_BE_ASKED R"sql()
  AND )sql" SPEARYX_LEASE_MAY_BE_TAKEN,
                  "GUESSED_SOURCES", json_names(kGuessedSources));
}>;

constexpr std::string_view kClaimedCandidates = R"sql(
SELECT c.slug, c.source, c.status, c.check_count, c.failures, c.cut_offs, c.next_check_at,
  coalesce(c.last_checked_at, 0) AS last_checked_at, coalesce(c.last_error, '') AS last_error
FROM batch_state AS b CROSS JOIN json_each(b.cursor, '$.candidates') AS n
  CROSS JOIN potential_companies AS c ON c.slug = n.value
WHERE b.worker = ?1 ORDER BY n.key
)sql";

constexpr std::string_view kSaveCandidates = R"sql(
UPDATE potential_companies AS c SET status = n.value ->> 'status',
  check_count = n.value ->> 'check_count', failures = n.value ->> 'failures',
  cut_offs = n.value ->> 'cut_offs', next_check_at = n.value ->> 'next_check_at',
  last_checked_at = nullif(n.value ->> 'last_checked_at', 0),
  last_error = nullif(n.value ->> 'last_error', '')
FROM json_each(?1) AS n WHERE c.slug = n.value ->> 'slug'
)sql";

constexpr std::string_view kAddCandidates =
    "INSERT INTO potential_companies (slug, next_check_at) "
    "SELECT name, ?2 FROM ("
    "  SELECT trim(value) AS name, " SPEARYX_SLUG_KEY("trim(value)") " AS key"
    "  FROM json_each(?1) WHERE type = 'text') "
    "WHERE key <> '' AND length(CAST(name AS BLOB)) <= 100"
    " AND NOT EXISTS (SELECT 1 FROM potential_companies AS c WHERE c.slug_key = key)"
    " AND NOT EXISTS (SELECT 1 FROM discovered_companies AS d WHERE d.slug_key = key) "
    "GROUP BY key ON CONFLICT (slug) DO NOTHING";

constexpr std::string_view kAddLinked = R"sql(
INSERT INTO potential_companies (slug, source, next_check_at)
SELECT n.value ->> 'slug', n.value ->> 'source', ?2 FROM json_each(?1) AS n
WHERE NOT EXISTS (
  SELECT 1 FROM discovered_companies AS d
  WHERE d.source = n.value ->> 'source' AND d.slug = n.value ->> 'slug')
ON CONFLICT (slug) DO UPDATE SET source = excluded.source, status = 'pending', failures = 0,
  next_check_at = excluded.next_check_at, last_error = NULL
WHERE source <> excluded.source AND (source = '' OR status <> 'pending')
)sql";

constexpr std::string_view kBoardsLike =
    "SELECT source, slug, status FROM discovered_companies WHERE slug_key IN ("
    "  SELECT " SPEARYX_SLUG_KEY("value") " FROM json_each(?1))";

constexpr std::string_view kEnterBoard = R"sql(
INSERT INTO discovered_companies
  (source, slug, name, status, job_count, remote_job_count, next_sync_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (source, slug) DO UPDATE SET status = excluded.status,
  name = CASE name WHEN '' THEN excluded.name ELSE name END,
  job_count = excluded.job_count, remote_job_count = excluded.remote_job_count,
  page_count = 1, etag = '', body_hash = '', next_sync_at = excluded.next_sync_at,
  failures = 0, last_error = NULL, suspect_since = 0
WHERE status = 'gone' OR (status = 'empty' AND excluded.status = 'active')
)sql";

}  // namespace

Statement take_discovery_turn(const Lease& lease, const Term& term, std::int64_t limit) {
  return {kTakeCandidates,
          {lease.worker, lease.owner, term.now, term.lease_end, term.longest_rest,
           term.daily_writes, limit}};
}

Query<Candidate> claimed_candidates(std::string_view worker) {
  return {"claimed candidates", kClaimedCandidates, {worker}};
}

Statement save_candidates(std::span<const Candidate> candidates) {
  return {kSaveCandidates, {encode(candidates)}};
}

Statement add_candidates(std::string names_json, UnixSeconds now) {
  return {kAddCandidates, {std::move(names_json), now}};
}

Statement add_linked_candidates(std::span<const LinkedBoard> boards, UnixSeconds now) {
  Json rows = Json::array();
  for (const auto& [source, slug] : boards) {
    rows.push_back(json_object({{"slug", slug}, {"source", name_of(source)}}));
  }
  return {kAddLinked, {dump(rows), now}};
}

Query<KnownBoard> boards_like(std::string slugs_json) {
  return {"boards alike", kBoardsLike, {std::move(slugs_json)}};
}

Statement enter_board(const FoundBoard& board, UnixSeconds next_sync_at) {
  const bool is_empty = board.job_count == 0;
  return {kEnterBoard,
          {name_of(board.source), board.slug, board.name, is_empty ? "empty" : "active",
           board.job_count, board.remote_job_count, next_sync_at}};
}

}  // namespace spearyx::store
