#include "store/feeds.h"

#include <tuple>
#include <utility>
#include <vector>

#include "store/source_state.h"

namespace spearyx::store {
namespace {

// ?7 the feeds in the order of their turns, as pairs of name and spacing. One whose next window lies
// further ahead than a tick waits, because it is asked once in a while, is passed over; one that lies
// further than its spacing was put there by a clock that was wrong.
constexpr std::string_view kTakeFeedTurn = R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4,
  cursor = json_patch(cursor, json_object('source', turn.source, turn.source,
    json_object('turn', coalesce(cursor ->> ('$.' || turn.source || '.turn'), -1) + 1)))
FROM (
  SELECT n.value ->> 0 AS source FROM json_each(?7) AS n
    LEFT JOIN source_state AS s ON s.source = n.value ->> 0
  WHERE )sql" SPEARYX_SOURCE_MAY_BE_ASKED R"sql(
    AND coalesce(s.next_slot_ms, 0)
      NOT BETWEEN 1000 * ?3 + 120001 AND 1000 * (?3 + 2) + (n.value ->> 1)
  ORDER BY n.key <= coalesce((
      SELECT last.key FROM json_each(?7) AS last CROSS JOIN batch_state AS b
      WHERE b.worker = ?1 AND last.value ->> 0 = b.cursor ->> '$.source'), -1),
    n.key
  LIMIT 1
) AS turn
WHERE )sql" SPEARYX_LEASE_MAY_BE_TAKEN;

static_assert(kLongestQueueMs == 120'000);

constexpr std::string_view kClaimedFeed = R"sql(
SELECT h.source, h.id AS run_id, coalesce(b.cursor -> ('$.' || h.source), '{}') AS progress,
  coalesce(s.failures, 0) AS rests
FROM batch_state AS b CROSS JOIN sync_history AS h LEFT JOIN source_state AS s ON s.source = h.source
WHERE b.worker = ?1 AND )sql" SPEARYX_RUNNING_UNDER(
    "h", "b.lease_owner") R"sql( AND h.sync_type = 'aggregator'
)sql";

// Of the postings that are over there are few: without the hint all of the source are looked
// through, along the key that begins with it.
constexpr std::string_view kUnseen = R"sql(
SELECT id, role_key FROM jobs INDEXED BY jobs_by_sight
WHERE closed_at IS NULL AND board = '' AND source_name = ?1
  AND coalesce(last_seen_at, updated_at) < ?2
  AND external_id NOT IN (SELECT value FROM json_each(?3))
ORDER BY coalesce(last_seen_at, updated_at) LIMIT 100
)sql";

constexpr std::string_view kExpired = R"sql(
SELECT id, role_key FROM jobs INDEXED BY jobs_expiring
WHERE closed_at IS NULL AND expires_at IS NOT NULL AND expires_at <= ?2 AND source_name = ?1
ORDER BY expires_at LIMIT 100
)sql";

// The index has a word for each address, by which they are found in their order.
constexpr std::string_view kKnownNames = R"sql(
SELECT place, name FROM (
  SELECT e.key AS place, (
    SELECT j.company FROM (SELECT term FROM jobs_terms
        WHERE term >= '#+u' || lower(hex(e.value ->> 0))
          AND term < '#+u' || lower(hex(e.value ->> 0)) || 'g' LIMIT 20) AS t
      CROSS JOIN jobs AS j ON j.id = (SELECT rowid & 1073741823 FROM jobs_fts
        WHERE jobs_fts MATCH '"' || t.term || '"')
    WHERE j.company <> e.value ->> 1 AND j.closed_at IS NULL LIMIT 1) AS name
  FROM json_each(?1) AS e) WHERE name IS NOT NULL
)sql";

constexpr std::string_view kMarkSeen = R"sql(
UPDATE jobs SET last_seen_at = ?3
WHERE source_name = ?1 AND board = '' AND external_id IN (SELECT value FROM json_each(?2))
  AND closed_at IS NULL AND coalesce(last_seen_at, updated_at) <= ?4
)sql";

}  // namespace

Statement take_feed_turn(const Lease& lease, const Term& term, std::span<const Source> feeds) {
  std::vector<std::tuple<std::string_view, std::int64_t>> turns;
  for (const Source feed : feeds) turns.emplace_back(name_of(feed), info(feed).spacing_ms);
  return {kTakeFeedTurn,
          {lease.worker, lease.owner, term.now, term.lease_end, term.longest_rest,
           term.daily_writes, encode(turns)}};
}

Query<ClaimedFeed> claimed_feed(std::string_view worker) {
  return {"claimed feed", kClaimedFeed, {worker}};
}

Query<OverdueRow> unseen_postings(Source source, UnixSeconds cutoff_s,
                                  std::string external_ids_json) {
  return {"unseen postings", kUnseen, {name_of(source), cutoff_s, std::move(external_ids_json)}};
}

Query<OverdueRow> expired_postings(Source source, UnixSeconds now) {
  return {"expired postings", kExpired, {name_of(source), now}};
}

Query<KnownName> known_names(std::string addresses_json) {
  return {"known names", kKnownNames, {std::move(addresses_json)}};
}

Statement mark_seen(Source source, std::string external_ids_json, UnixSeconds now) {
  return {kMarkSeen, {name_of(source), std::move(external_ids_json), now, now - kDay}};
}

}  // namespace spearyx::store
