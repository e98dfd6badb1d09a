#include "store/alerts.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kClaim = R"sql(
UPDATE alerts SET attempts = iif(telling = ?1, attempts, 0) + 1, telling = ?1,
  claimed_until = ?2 + 60
WHERE told <> ?1 AND claimed_until NOT BETWEEN ?2 + 1 AND ?2 + 60
  AND (telling <> ?1 OR attempts < ?3)
RETURNING number + 1 AS number
)sql";

constexpr std::string_view kForget =
    "UPDATE alerts SET telling = told, attempts = 0 WHERE told = ?1 AND telling <> ?1";

constexpr std::string_view kKeep =
    "UPDATE alerts SET told = ?1, claimed_until = 0, number = number + 1"
    " WHERE told <> ?1 AND telling = ?1";

}  // namespace

Query<AlertClaim> claim_alert(std::string_view state, UnixSeconds now) {
  return {"claimed alert", kClaim, {state, now, kAlertAttempts}};
}

Statement forget_alert(std::string_view state) { return {kForget, {state}}; }

Statement keep_alert(std::string_view state) { return {kKeep, {state}}; }

}  // namespace spearyx::store
