#include "store/candidates.h"

#include <utility>

#include "model/source.h"
#include "store/cut_off_wait.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kTakeTurn = kStaticText<[] {
  return with_board_sources(R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4
WHERE worker = ?1 AND lease_until <= ?3
  AND EXISTS (SELECT 1 FROM potential_companies
              WHERE status IN ('pending', 'not_found') AND next_check_at <= ?3)
  AND EXISTS (SELECT 1 FROM json_each('BOARD_SOURCES') AS n
              LEFT JOIN source_state AS s ON s.source = n.value
              WHERE coalesce(s.cooldown_until, 0) <= ?3)
RETURNING worker
)sql");
}>;

constexpr std::string_view kDeferCutOff =
    "UPDATE potential_companies SET failures = failures + 1, last_error = ?4,"
    " next_check_at = ?3 + " SPEARYX_CUT_OFF_WAIT
    " WHERE slug = ("
    " SELECT cursor ->> '$.candidate' FROM batch_state WHERE worker = ?1 AND lease_owner = ?2)";

constexpr std::string_view kDueCandidates = R"sql(
SELECT c.slug, c.status, c.check_count, c.failures
FROM batch_state AS b CROSS JOIN potential_companies AS c
WHERE b.worker = ?1 AND b.lease_owner = ?2
  AND c.status IN ('pending', 'not_found') AND c.next_check_at <= ?3
ORDER BY c.next_check_at, c.slug LIMIT ?4
)sql";

constexpr std::string_view kEnterCandidate = R"sql(
UPDATE batch_state SET cursor = json_set(cursor, '$.candidate', ?2) WHERE worker = ?1
)sql";

constexpr std::string_view kUpdateCandidate = R"sql(
UPDATE potential_companies SET status = ?2, check_count = ?3, failures = ?4, next_check_at = ?5,
  last_error = ?6, last_checked_at = ?7
WHERE slug = ?1
)sql";

// The key of a name, as the column slug_key has it for stored slugs.
#define KEY_OF(text)                                    \
  "replace(replace(replace(replace(replace(lower(" text \
  "), ' ', ''), '-', ''), '_', ''), '.', ''),"          \
  " ',', '')"

constexpr std::string_view kAddCandidates =
    "INSERT INTO potential_companies (slug, next_check_at) "
    "SELECT name, ?2 FROM ("
    "  SELECT trim(value) AS name, " KEY_OF("trim(value)") " AS key"
    "  FROM json_each(?1) WHERE type = 'text') "
    "WHERE key <> '' AND length(CAST(name AS BLOB)) <= 100"
    " AND NOT EXISTS (SELECT 1 FROM potential_companies AS c WHERE c.slug_key = key)"
    " AND NOT EXISTS (SELECT 1 FROM discovered_companies AS d WHERE d.slug_key = key) "
    "GROUP BY key ON CONFLICT (slug) DO NOTHING";

constexpr std::string_view kBoardsLike =
    "SELECT source, slug, status FROM discovered_companies WHERE slug_key IN ("
    "  SELECT " KEY_OF("value") " FROM json_each(?1))";

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

Statement take_discovery_turn(const Lease& lease, UnixSeconds now, UnixSeconds until_s) {
  return {kTakeTurn, {lease.worker, lease.owner, now, until_s}};
}

Statement defer_cut_off_candidate(const Lease& lease, UnixSeconds now) {
  return {kDeferCutOff, {lease.worker, lease.owner, now, describe({ErrorCode::kAbandoned, {}})}};
}

Statement due_candidates(const Lease& lease, UnixSeconds now, std::int64_t limit) {
  return {kDueCandidates, {lease.worker, lease.owner, now, limit}};
}

Statement enter_candidate(const Lease& lease, std::optional<std::string_view> slug) {
  return {kEnterCandidate, {lease.worker, slug}};
}

Statement update_candidate(std::string_view slug, const CandidateUpdate& update, UnixSeconds now) {
  return {kUpdateCandidate,
          {slug, update.status, update.check_count, update.failures, update.next_check_at,
           update.error ? Bind(describe(*update.error)) : Bind(), now}};
}

Statement add_candidates(std::string names_json, UnixSeconds now) {
  return {kAddCandidates, {std::move(names_json), now}};
}

Statement boards_like(std::string slugs_json) { return {kBoardsLike, {std::move(slugs_json)}}; }

Statement enter_board(const FoundBoard& board, UnixSeconds next_sync_at) {
  const bool is_empty = board.job_count == 0;
  return {kEnterBoard,
          {name_of(board.source), board.slug, board.name, is_empty ? "empty" : "active",
           board.job_count, board.remote_job_count, next_sync_at}};
}

}  // namespace spearyx::store
