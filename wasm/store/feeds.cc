#include "store/feeds.h"

#include <utility>

namespace spearyx::store {
namespace {

constexpr std::string_view kTakeTurn = R"sql(
UPDATE batch_state SET lease_owner = ?2, lease_until = ?4,
  cursor = CASE turn.source WHEN 'remoteok'
    THEN json_set(cursor, '$.source', turn.source, '$.tagIndex',
      (coalesce(CAST(cursor ->> '$.tagIndex' AS INTEGER), -1) + 1) % CAST(?5 AS INTEGER))
    ELSE json_set(cursor, '$.source', turn.source) END
FROM (
  SELECT s.source AS source FROM (SELECT 'remoteok' AS source UNION ALL SELECT 'himalayas') AS s
    LEFT JOIN source_state AS state ON state.source = s.source
  WHERE coalesce(state.cooldown_until, 0) <= ?3
    AND (?6 IS NULL OR s.source = ?6)
  ORDER BY s.source = (SELECT b.cursor ->> '$.source' FROM batch_state AS b WHERE b.worker = ?1),
    s.source DESC
  LIMIT 1
) AS turn
WHERE worker = ?1 AND lease_until <= ?3
RETURNING worker, cursor ->> '$.source' AS source, cursor ->> '$.tagIndex' AS tag_index,
  cursor -> ('$.' || (cursor ->> '$.source')) AS progress
)sql";

constexpr std::string_view kReserveSlots = R"sql(
INSERT INTO source_state (source, next_slot_ms)
SELECT cursor ->> '$.source', ?3 + CASE cursor ->> '$.source' WHEN 'himalayas' THEN ?4 ELSE ?5 END
FROM batch_state WHERE worker = ?1 AND lease_owner = ?2
ON CONFLICT (source) DO UPDATE SET
  next_slot_ms = max(next_slot_ms, ?3) + excluded.next_slot_ms - ?3
RETURNING next_slot_ms AS end_ms, failures AS refusals, cooldown_until
)sql";

constexpr std::string_view kSaveProgress = R"sql(
UPDATE batch_state SET cursor = json_set(cursor, '$.' || ?2, json(?3)) WHERE worker = ?1
)sql";

// Of the postings that are over there are few: without the hint all of the source are looked
// through, along the key that begins with it.
constexpr std::string_view kUnseen = R"sql(
SELECT id FROM jobs INDEXED BY jobs_by_sight
WHERE closed_at IS NULL AND board = '' AND source_name = 'remoteok'
  AND coalesce(last_seen_at, updated_at) < ?1
  AND external_id NOT IN (SELECT value FROM json_each(?2))
ORDER BY coalesce(last_seen_at, updated_at) LIMIT 100
)sql";

constexpr std::string_view kExpired = R"sql(
SELECT id FROM jobs INDEXED BY jobs_expiring
WHERE closed_at IS NULL AND expires_at IS NOT NULL AND expires_at <= ?2 AND source_name = ?1
ORDER BY expires_at LIMIT 100
)sql";

constexpr std::string_view kMarkSeen = R"sql(
UPDATE jobs SET last_seen_at = ?2
WHERE source_name = 'remoteok' AND board = ''
  AND external_id IN (SELECT value FROM json_each(?1))
  AND closed_at IS NULL AND coalesce(last_seen_at, updated_at) <= ?3
)sql";

}  // namespace

Statement take_feed_turn(const Lease& lease, UnixSeconds now, UnixSeconds until_s,
                         std::size_t tag_count, std::optional<Source> only) {
  return {kTakeTurn, {lease.worker, lease.owner, now, until_s, tag_count, only.transform(name_of)}};
}

Statement reserve_feed_slots(const Lease& lease, UnixMillis earliest_ms,
                             std::int64_t himalayas_pages) {
  return {
      kReserveSlots,
      {lease.worker, lease.owner, earliest_ms,
       info(Source::kHimalayas).spacing_ms * himalayas_pages, info(Source::kRemoteOk).spacing_ms}};
}

Statement save_feed_progress(const Lease& lease, Source source, std::string json) {
  return {kSaveProgress, {lease.worker, name_of(source), std::move(json)}};
}

Statement unseen_postings(UnixSeconds cutoff_s, std::string external_ids_json) {
  return {kUnseen, {cutoff_s, std::move(external_ids_json)}};
}

Statement expired_postings(Source source, UnixSeconds now) {
  return {kExpired, {name_of(source), now}};
}

Statement mark_seen(std::string external_ids_json, UnixSeconds now) {
  return {kMarkSeen, {std::move(external_ids_json), now, now - kDay}};
}

}  // namespace spearyx::store
