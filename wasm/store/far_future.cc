#include "store/far_future.h"

#include <string>
#include <string_view>

#include "model/source.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kEndFarLease =
    "UPDATE batch_state SET lease_until = ?2 WHERE worker = ?1 AND lease_until > ?3";

constexpr std::string_view kMendSources = R"sql(
UPDATE source_state SET next_slot_ms = iif(next_slot_ms > ?1, ?2, next_slot_ms),
  cooldown_until = iif(cooldown_until > ?3, 0, cooldown_until)
WHERE next_slot_ms > ?1 OR cooldown_until > ?3
)sql";

constexpr std::string_view kMendDueCompanies = kStaticText<[] {
  return with_board_sources(R"sql(
UPDATE discovered_companies SET next_sync_at = ?1
WHERE source IN (SELECT value FROM json_each('BOARD_SOURCES')) AND status IN ('active', 'empty') AND next_sync_at > ?2
)sql");
}>;

constexpr std::string_view kMendDueCandidates = R"sql(
UPDATE potential_companies SET next_check_at = ?1
WHERE status IN ('pending', 'not_found') AND next_check_at > ?2
)sql";

}  // namespace

Statement end_far_lease(const Lease& lease, UnixSeconds now, UnixSeconds latest) {
  return {kEndFarLease, {lease.worker, now, latest}};
}

Statement mend_sources(const SourceLimits& limits) {
  return {kMendSources, {limits.latest_slot_ms, limits.new_slot_ms, limits.latest_cooldown}};
}

Statement mend_due_companies(UnixSeconds now, UnixSeconds latest) {
  return {kMendDueCompanies, {now, latest}};
}

Statement mend_due_candidates(UnixSeconds now, UnixSeconds latest) {
  return {kMendDueCandidates, {now, latest}};
}

}  // namespace spearyx::store
