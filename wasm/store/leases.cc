#include "store/leases.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kState = R"sql(
SELECT lease_owner AS owner, lease_until AS until_s, cursor, coalesce((
  SELECT rows_written FROM daily_writes WHERE day = ?2), 0) AS written_today
FROM batch_state WHERE worker = ?1
)sql";

// lease_until is NOT NULL: for anybody but the owner the update, and with it the batch, fails.
constexpr std::string_view kHold = R"sql(
UPDATE batch_state SET lease_until = CASE WHEN lease_owner = ?2 THEN ?3 END,
  cursor = json_patch(cursor, ?4), outcomes = json_patch(outcomes, ?5)
WHERE worker = ?1
)sql";

constexpr std::string_view kEnd = R"sql(
UPDATE batch_state SET lease_owner = '', outcomes = json_patch(outcomes, ?4),
  lease_until = CASE WHEN lease_owner = ?2 AND lease_until = ?3 THEN 0 END
WHERE worker = ?1
)sql";

}  // namespace

bool LeaseState::is_held(UnixSeconds now) const {
  // Clocks differ a little; a lease that ends later than any can comes from one that was wrong.
  return until_s > now && until_s <= now + 2 * kLeaseSeconds;
}

Query<LeaseState> lease_state(std::string_view worker, UnixSeconds now) {
  return {"lease state", kState, {worker, now / kDay}};
}

Statement hold_lease(const Lease& lease, UnixSeconds until_s, const Progress& progress) {
  return {kHold, {lease.worker, lease.owner, until_s, progress.cursor, progress.outcomes}};
}

Statement end_lease(std::string_view worker, const LeaseState& seen, const std::string& outcomes) {
  return {kEnd, {worker, seen.owner, seen.until_s, outcomes}};
}

bool is_lease_lost(const Error& error) {
  return error.detail.find("batch_state.lease_until") != std::string::npos;
}

}  // namespace spearyx::store
