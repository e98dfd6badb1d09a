#include "store/roles.h"

#include <string>
#include <string_view>
#include <utility>

#include "store/role_condition.h"
#include "support/json.h"
#include "support/static_text.h"

namespace spearyx::store {
namespace {

// A key with one open posting, which leads nobody and nobody leads, is settled: three rows read. `ahead`: the
// first posting that one is one role with, among the first of its key: boards before feeds, then by id.
// Whom nobody is ahead of leads; all others follow, over whoever is in between. The
// plus sign keeps SQLite from going through all of `jobs`.
constexpr std::string_view kPlaceRoles = kStaticText<[] {
  std::string sql = R"sql(
WITH RECURSIVE
unsettled (role_key) AS MATERIALIZED (
  SELECT value FROM (SELECT DISTINCT value FROM json_each(?1)) AS t WHERE (
    SELECT count(*) > 1 OR max(leader_id IS NOT NULL OR copies > 0) FROM jobs INDEXED BY jobs_by_role
    WHERE role_key = t.value AND closed_at IS NULL)
  UNION SELECT role_key FROM jobs WHERE is_role_by_hand = 1 AND source_name = ?2 AND board = ?3),
follows (id, was_led_by, had, ahead) AS MATERIALIZED (
  SELECT m.id, m.leader_id, json_array(m.copies, m.places), (SELECT f.id FROM (
      SELECT id, source_name, board, role_text FROM jobs INDEXED BY jobs_by_role
      WHERE role_key = m.role_key AND closed_at IS NULL AND (board = '', id) < (m.board = '', m.id)
      ORDER BY board = '', id LIMIT MOST) AS f
    WHERE ALIKE LIMIT 1)
  FROM unsettled AS u CROSS JOIN jobs AS m INDEXED BY jobs_by_role
  WHERE m.role_key = u.role_key AND m.closed_at IS NULL),
led (id, leader, was_led_by, had) AS (
  SELECT id, id, was_led_by, had FROM follows WHERE ahead IS NULL
  UNION ALL SELECT f.id, l.leader, f.was_led_by, f.had
  FROM led AS l CROSS JOIN follows AS f WHERE f.ahead = l.id),
counted AS (
  SELECT id, nullif(leader, id) AS leader, was_led_by, had,
    iif(leader = id, count(*) OVER (PARTITION BY leader) - 1, 0) AS copies FROM led),
placed AS (
  SELECT *, CASE WHEN copies > 0 THEN (SELECT json_group_array(location) FROM (
      SELECT p.location FROM led AS l CROSS JOIN jobs AS p ON p.id = l.id
      WHERE l.leader = counted.id AND p.location IS NOT NULL
      GROUP BY p.location ORDER BY min(p.board = ''), min(p.id) LIMIT 40)) END AS places FROM counted)
UPDATE jobs SET leader_id = placed.leader, copies = placed.copies, places = placed.places FROM placed
WHERE jobs.id = +placed.id
  AND (placed.leader IS NOT placed.was_led_by OR json_array(placed.copies, placed.places) <> placed.had)
)sql";
  sql = replaced(sql, "MOST", decimal(likeness::kMostCompared));
  return replaced(sql, "ALIKE", role_condition("f", "m"));
}>;

#define MEMBERS_OF(j)                                                  \
  "(SELECT coalesce(substr(group_concat(id, ' '), 1, 200), '') FROM (" \
  " SELECT id FROM jobs WHERE role_key = " j                           \
  ".role_key AND closed_at IS NULL"                                    \
  " AND coalesce(leader_id, id) = coalesce(" j ".leader_id, " j ".id) ORDER BY id))"

constexpr std::string_view kRolePostings =
    "SELECT j.id, j.source_name, j.board, j.role_key, j.role_text,"
    " coalesce(j.leader_id, j.id) AS leader_id, " MEMBERS_OF("j") " AS members, j.copies FROM jobs AS j"
    " WHERE j.id IN (SELECT value FROM json_each(?1)) AND j.closed_at IS NULL"
    " AND j.role_key IS NOT NULL";

// Each split has a key of its own: no key that is computed is negative, and the number of the record is
// not given out again.
constexpr std::string_view kSplit = R"sql(
UPDATE jobs SET role_key = -(SELECT 1 + coalesce(max(seq), 0) FROM job_changes), is_role_by_hand = 1,
  leader_id = NULL, copies = 0, places = NULL
WHERE id = ?1 AND role_key = ?2 AND closed_at IS NULL RETURNING id
)sql";

// ?1 leader and ?2 key of the one role, ?3 and ?4 of the other; ?5 the text of both.
constexpr std::string_view kJoin = R"sql(
UPDATE jobs SET role_key = ?4, role_text = ?5, is_role_by_hand = 1
WHERE closed_at IS NULL AND role_key IN (?2, ?4)
  AND (?1 IN (id, leader_id) OR ?3 IN (id, leader_id)) RETURNING id
)sql";

constexpr std::string_view kRecord =
    "INSERT INTO job_changes (job_id, change, fields, changed_at, details)"
    " SELECT j.id, 'changed', 'role', ?3,"
    " json_object('role', json_object('before', ?2, 'after', " MEMBERS_OF("j") "))"
    " FROM jobs AS j WHERE j.id = ?1 AND j.is_role_by_hand = 1";

Statement record_decision(const RolePosting& posting, UnixSeconds now) {
  return {kRecord, {posting.id, posting.members, now}};
}

Board board_of(const RolePosting& posting) {
  return {source_named(posting.source_name).value_or(Source{}), posting.board};
}

/// The sketch that a role joined by hand gives to all its postings. A sketch too short to be
/// recognised on another board gives way to a mark.
std::string joined_text(const RolePosting& posting) {
  const bool is_mark = posting.role_text.starts_with('=');
  const bool says_enough = words_in(posting.role_text) >= likeness::kLeastText;
  return is_mark || says_enough ? posting.role_text : "=" + std::to_string(posting.id);
}

}  // namespace

Statement place_roles(const Board& board, RoleKeys keys) {
  return {kPlaceRoles, {dump(Json(std::move(keys))), name_of(board.source), board.slug}};
}

Query<RolePosting> role_postings(std::string ids_json) {
  return {"postings of roles", kRolePostings, {std::move(ids_json)}};
}

RoleDecision split_role(const RolePosting& posting, UnixSeconds now) {
  return {{"split posting", kSplit, {posting.id, posting.role_key}},
          {place_roles(board_of(posting), {posting.role_key}), record_decision(posting, now)}};
}

RoleDecision join_roles(const RolePosting& posting, const RolePosting& other, UnixSeconds now) {
  return {
      {"joined postings",
       kJoin,
       {posting.leader_id, posting.role_key, other.leader_id, other.role_key, joined_text(other)}},
      {place_roles(board_of(posting), {posting.role_key, other.role_key}),
       record_decision(posting, now)}};
}

}  // namespace spearyx::store
