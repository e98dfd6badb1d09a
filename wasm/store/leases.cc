#include "store/leases.h"

#include <string>

#include "store/cut_off_wait.h"

namespace spearyx::store {
namespace {

// The owner of the lease whose runs are meant: of one that ended unreleased, or the given one.
#define ENDED_LEASE                                        \
  "(SELECT lease_owner FROM batch_state WHERE worker = ?1" \
  " AND lease_owner <> '' AND lease_until <= ?2)"
#define THIS_LEASE "?1"

// '.' is the character after '-', so the two bounds enclose every run id of the lease.
#define RUNNING_UNDER(owner) \
  "status = 'running' AND id > " owner " || '-' AND id < " owner " || '.'"

#define MARK_RUNS(owner)                                                      \
  "UPDATE sync_history SET status = 'failed', completed_at = ?2, error = ?3 " \
  "WHERE " RUNNING_UNDER(owner)

#define DEFER_COMPANIES(owner) \
  "UPDATE discovered_companies SET failures = failures + 1, last_error = ?3,"          \
  " next_sync_at = ?2 + " SPEARYX_CUT_OFF_WAIT " "                                     \
  "FROM (SELECT source AS source, company AS slug FROM sync_history"                   \
  "  WHERE " RUNNING_UNDER(owner) ") AS run "                                          \
  "WHERE discovered_companies.source = run.source AND discovered_companies.slug = run.slug"

// clang-format off
#define DEFER_FEED(owner)                                                             \
  "UPDATE source_state SET failures = failures + 1, last_error = ?3,"                 \
  " cooldown_until = max(cooldown_until, ?2 + " SPEARYX_CUT_OFF_WAIT ") "             \
  "WHERE source IN (SELECT source FROM sync_history WHERE " RUNNING_UNDER(owner)      \
  "  AND sync_type = 'aggregator')"
// clang-format on

// lease_until is NOT NULL: for anybody but the owner the update, and with it the batch, fails.
constexpr std::string_view kHold = R"sql(
UPDATE batch_state SET lease_until = CASE WHEN lease_owner = ?2 THEN ?3 END WHERE worker = ?1
)sql";

constexpr std::string_view kHoldAfterSuccess = R"sql(
UPDATE batch_state SET lease_until = CASE WHEN lease_owner = ?2 THEN ?3 END,
  successes = json_set(successes, '$.' || ?4, ?5)
WHERE worker = ?1
)sql";

constexpr std::string_view kEndLapsed = R"sql(
UPDATE batch_state SET lease_owner = '', lease_until = 0
WHERE worker = ?1 AND lease_until > 0 AND lease_until <= ?2
)sql";

constexpr std::string_view kDrop = R"sql(
UPDATE batch_state SET lease_until = 0, lease_owner = '' WHERE worker = ?1 AND lease_owner = ?2
)sql";

constexpr std::string_view kIsBusy = R"sql(
SELECT lease_until > ?3 AND lease_owner <> ?2 AS busy FROM batch_state WHERE worker = ?1
)sql";

}  // namespace

Statement defer_abandoned_companies(const Lease& lease, UnixSeconds now) {
  return {DEFER_COMPANIES(ENDED_LEASE), {lease.worker, now, describe({ErrorCode::kAbandoned, {}})}};
}

Statement mark_abandoned_runs(const Lease& lease, UnixSeconds now) {
  return {MARK_RUNS(ENDED_LEASE), {lease.worker, now, describe({ErrorCode::kAbandoned, {}})}};
}

Statement defer_abandoned_feed(const Lease& lease, UnixSeconds now) {
  return {DEFER_FEED(ENDED_LEASE), {lease.worker, now, describe({ErrorCode::kAbandoned, {}})}};
}

Statement defer_trapped_companies(const Lease& lease, UnixSeconds now, const Error& cause) {
  return {DEFER_COMPANIES(THIS_LEASE), {lease.owner, now, describe(cause)}};
}

Statement defer_trapped_feed(const Lease& lease, UnixSeconds now, const Error& cause) {
  return {DEFER_FEED(THIS_LEASE), {lease.owner, now, describe(cause)}};
}

Statement mark_trapped_runs(const Lease& lease, UnixSeconds now, const Error& cause) {
  return {MARK_RUNS(THIS_LEASE), {lease.owner, now, describe(cause)}};
}

Statement end_lapsed_lease(const Lease& lease, UnixSeconds now) {
  return {kEndLapsed, {lease.worker, now}};
}

Statement drop_lease(const Lease& lease) { return {kDrop, {lease.worker, lease.owner}}; }

Statement renew_lease(const Lease& lease, UnixSeconds until_s, std::optional<Success> success) {
  if (!success) return {kHold, {lease.worker, lease.owner, until_s}};
  return {kHoldAfterSuccess, {lease.worker, lease.owner, until_s, success->name, success->at}};
}

// The owner stays, so that the batch may be repeated.
Statement release_lease(const Lease& lease, std::optional<Success> success) {
  return renew_lease(lease, 0, success);
}

Statement is_busy(const Lease& lease, UnixSeconds now) {
  return {kIsBusy, {lease.worker, lease.owner, now}};
}

bool is_lease_lost(const Error& error) {
  return error.detail.find("batch_state.lease_until") != std::string::npos;
}

}  // namespace spearyx::store
