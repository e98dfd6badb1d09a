#include "store/source_state.h"

#include "support/json.h"

namespace spearyx::store {

namespace {

// A window begins where the last one ends, but where a clock that was wrong has put that too far ahead:
// beyond what anybody waits for, and beyond the window itself.
#define RESERVE                                                           \
  " ON CONFLICT (source) DO UPDATE SET next_slot_ms ="                    \
  " iif(next_slot_ms > ?1 + max(120000, excluded.next_slot_ms - ?1), ?1," \
  "   max(next_slot_ms, ?1)) + excluded.next_slot_ms - ?1"                \
  " RETURNING source, next_slot_ms AS end_ms, failures AS rests, cooldown_until AS rests_until"
static_assert(kLongestQueueMs == 120'000);

constexpr std::string_view kReserve =
    "INSERT INTO source_state (source, next_slot_ms) VALUES (?2, ?1 + ?3)" RESERVE;

constexpr std::string_view kReserveAll =
    "INSERT INTO source_state (source, next_slot_ms)"
    " SELECT key, ?1 + value FROM json_each(?2) WHERE true" RESERVE;

constexpr std::string_view kReserveClaimed =
    "INSERT INTO source_state (source, next_slot_ms)"
    " SELECT b.cursor ->> '$.source', ?1 + (?4 ->> ('$.' || (b.cursor ->> '$.source'))) * ("
    "   SELECT count(*) FROM sync_history"
    "   WHERE " SPEARYX_RUNNING_UNDER("sync_history", "?3") ")"
    " FROM batch_state AS b WHERE b.worker = ?2 AND b.lease_owner = ?3" RESERVE;

constexpr std::string_view kSourceStates =
    "SELECT source, cooldown_until AS rests_until, failures AS rests FROM source_state";

constexpr std::string_view kRest = R"sql(
INSERT INTO source_state (source, cooldown_until, failures, last_error) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (source) DO UPDATE SET cooldown_until = max(cooldown_until, ?2), failures = ?3,
  last_error = ?4
)sql";

constexpr std::string_view kForgetRests = R"sql(
UPDATE source_state SET failures = 0, last_error = NULL
WHERE source = ?1 AND failures > 0 AND cooldown_until <= ?2
)sql";

/// The lengths of the windows, by source.
std::string spans_of(std::span<const Requests> requests) {
  Json spans = Json::object();
  for (const auto& [source, count] : requests) {
    spans[std::string(name_of(source))] = count * info(source).spacing_ms;
  }
  return dump(spans);
}

}  // namespace

Query<Window> reserve_window(Source source, UnixMillis earliest_ms, std::int64_t requests) {
  return {"window", kReserve, {earliest_ms, name_of(source), requests * info(source).spacing_ms}};
}

Query<Window> reserve_windows(UnixMillis earliest_ms, std::span<const Requests> requests) {
  return {"windows", kReserveAll, {earliest_ms, spans_of(requests)}};
}

Query<Window> reserve_claimed_window(const Lease& lease, UnixMillis earliest_ms,
                                     std::span<const Requests> requests) {
  return {"window of the claim",
          kReserveClaimed,
          {earliest_ms, lease.worker, lease.owner, spans_of(requests)}};
}

Query<SourceState> source_states() { return {"source states", kSourceStates, {}}; }

Statement rest_source(Source source, UnixSeconds until_s, std::int64_t rests, const Error& cause) {
  return {kRest, {name_of(source), until_s, rests, describe(cause)}};
}

Statement forget_rests(Source source, UnixSeconds now) {
  return {kForgetRests, {name_of(source), now}};
}

}  // namespace spearyx::store
