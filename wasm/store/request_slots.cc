#include "store/request_slots.h"

#include <string>
#include <string_view>
#include <utility>

namespace spearyx::store {
namespace {

constexpr std::string_view kReserve = R"sql(
INSERT INTO source_state (source, next_slot_ms) VALUES (?1, ?2 + ?3)
ON CONFLICT (source) DO UPDATE SET next_slot_ms = max(next_slot_ms, ?2) + ?3
RETURNING next_slot_ms AS end_ms, failures AS refusals, cooldown_until
)sql";

constexpr std::string_view kReserveClaimed = R"sql(
INSERT INTO source_state (source, next_slot_ms)
SELECT c.source, ?3 + ?4 * c.page_count FROM batch_state AS b CROSS JOIN discovered_companies AS c
WHERE b.worker = ?1 AND b.lease_owner = ?2
  AND c.source = b.cursor ->> '$.source' AND c.slug = b.cursor ->> '$.company'
ON CONFLICT (source) DO UPDATE SET
  next_slot_ms = max(next_slot_ms, ?3) + excluded.next_slot_ms - ?3
RETURNING next_slot_ms AS end_ms, failures AS refusals, cooldown_until
)sql";

constexpr std::string_view kSourceStates =
    "SELECT source, cooldown_until, failures AS refusals FROM source_state";

constexpr std::string_view kCoolDown = R"sql(
INSERT INTO source_state (source, cooldown_until, failures, last_error) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (source) DO UPDATE SET cooldown_until = max(cooldown_until, ?2), failures = ?3,
  last_error = ?4
)sql";

constexpr std::string_view kEndCooldown = R"sql(
UPDATE source_state SET failures = 0, last_error = NULL
WHERE source = ?1 AND failures > 0 AND cooldown_until <= ?2
)sql";

}  // namespace

Statement reserve_slots(Source source, UnixMillis earliest_ms, std::int64_t count) {
  return {kReserve, {name_of(source), earliest_ms, info(source).spacing_ms * count}};
}

Statement reserve_claimed_slots(const Lease& lease, UnixMillis earliest_ms,
                                std::int64_t spacing_ms) {
  return {kReserveClaimed, {lease.worker, lease.owner, earliest_ms, spacing_ms}};
}

Result<SlotRow> read_slots(const BatchResult& result, std::size_t statement) {
  auto rows = result.rows<SlotRow>(statement);
  if (!rows) return std::unexpected(std::move(rows.error()));
  if (rows->empty()) return fail(ErrorCode::kDatabase, "source_state has no row for the source");
  return rows->front();
}

Statement source_states() { return {kSourceStates, {}}; }

Statement cool_down(Source source, UnixSeconds until_s, std::int64_t refusals, const Error& cause) {
  return {kCoolDown, {name_of(source), until_s, refusals, describe(cause)}};
}

Statement end_cooldown(Source source, UnixSeconds now) {
  return {kEndCooldown, {name_of(source), now}};
}

}  // namespace spearyx::store
