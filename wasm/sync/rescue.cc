#include "sync/rescue.h"

#include <string>
#include <utility>

#include "schedule/rotation.h"
#include "schedule/timing.h"
#include "store/companies.h"
#include "store/runs.h"
#include "store/source_state.h"
#include "support/json.h"
#include "sync/outcomes.h"

namespace spearyx::sync {
namespace {

/// Whether the lease lapsed because the database's quota was used up. Then nobody could take it
/// until a new day (UTC) began, although crons fire every few minutes, and the claimed work is not
/// to blame.
bool lapsed_for_want_of_quota(const store::LeaseState& seen, UnixSeconds now) {
  return seen.has_lapsed(now) && seen.until_s < now - 30 * kMinute &&
         seen.until_s / kDay != now / kDay;
}

store::Candidate after_cut_off(store::Candidate candidate, const Error& cause, UnixSeconds now) {
  candidate.next_check_at = now + schedule::cut_off_wait(candidate.failures);
  ++candidate.failures;
  ++candidate.cut_offs;
  candidate.last_error = describe(cause);
  return candidate;
}

/// The ends of the runs that had claimed this.
Outcomes outcomes_of(std::string_view worker, const Remains& remains, const Error& cause,
                     UnixSeconds now) {
  Outcomes outcomes;
  for (const Company& company : remains.companies) {
    outcomes.note(name_of(company.source), now, cause);
  }
  for (const store::ClaimedFeed& feed : remains.feeds) {
    outcomes.note(name_of(feed.source), now, cause);
  }
  if (!remains.candidates.empty()) outcomes.note(worker, now, cause);
  return outcomes;
}

/// Puts back everything that was claimed.
void put_back(store::Batch& batch, const Remains& remains, const Error& cause, UnixSeconds now) {
  std::vector<Company> companies;
  for (const Company& company : remains.companies) {
    companies.push_back(schedule::after_cut_off(company, cause, now));
  }
  if (!companies.empty()) batch.add(store::save_companies(companies));
  std::vector<store::Candidate> candidates;
  for (const store::Candidate& candidate : remains.candidates) {
    candidates.push_back(after_cut_off(candidate, cause, now));
  }
  if (!candidates.empty()) batch.add(store::save_candidates(candidates));
  for (const store::ClaimedFeed& feed : remains.feeds) {
    const UnixSeconds wait = schedule::cut_off_wait(feed.rests);
    batch.add(store::rest_source(feed.source, now + wait, feed.rests + 1, cause));
  }
}

}  // namespace

Result<void> rescue(Host& host, std::string_view worker, const store::LeaseState& seen,
                    const Remains& remains, const Error& cause) {
  const UnixSeconds now = to_seconds(host.now_ms());
  store::Batch batch;
  batch.add(store::end_lease(worker, seen, outcomes_of(worker, remains, cause, now).to_json()));
  if (!lapsed_for_want_of_quota(seen, now)) put_back(batch, remains, cause, now);
  batch.add(store::fail_running(seen.owner, now, cause));
  const auto sent = batch.send(host);
  if (sent) return {};
  if (store::is_lease_lost(sent.error())) return fail(ErrorCode::kLeaseLost);
  return std::unexpected(sent.error());
}

void record_trap(Host& host, std::string_view worker, std::string_view invocation,
                 std::string_view cause) {
  const auto record = [&]() -> Result<void> {
    store::Batch batch;
    const auto lease = batch.ask(store::lease_state(worker, to_seconds(host.now_ms())));
    const auto companies = batch.ask(store::claimed_companies(worker));
    const auto feed = batch.ask(store::claimed_feed(worker));
    const auto candidates = batch.ask(store::claimed_candidates(worker));
    const auto answers = batch.send(host);
    if (!answers) return std::unexpected(answers.error());
    const auto seen = answers->first(lease);
    auto claimed = answers->rows(companies);
    auto fed = answers->rows(feed);
    auto checked = answers->rows(candidates);
    if (!seen) return std::unexpected(seen.error());
    if (!claimed) return std::unexpected(claimed.error());
    if (!fed) return std::unexpected(fed.error());
    if (!checked) return std::unexpected(checked.error());
    if (!seen->has_value() || (*seen)->owner != invocation) return fail(ErrorCode::kLeaseLost);
    return rescue(host, worker, **seen, {*std::move(claimed), *std::move(fed), *std::move(checked)},
                  {ErrorCode::kTrap, std::string(cause)});
  };
  Json event{{"event", "trap"}, {"worker", worker}, {"cause", cause}};
  if (const auto recorded = record(); !recorded) event["notRecorded"] = describe(recorded.error());
  host.log(LogLevel::kError, dump(event));
}

}  // namespace spearyx::sync
