#include "sync/tick.h"

#include <utility>

#include "schedule/timing.h"
#include "store/companies.h"
#include "store/daily_writes.h"
#include "store/jobs.h"
#include "store/runs.h"
#include "sync/outcomes.h"
#include "sync/request_gate.h"

namespace spearyx::sync {
namespace {

/// The statements that a run may need besides its share of the postings (windows for retries, known
/// postings, its commit), and those at the end of the tick; below them, the rows.
constexpr std::int64_t kStatementsPerRun = 18;
constexpr std::int64_t kRowsPerRun = 50;

/// The most repetitions of a commit at a busy database. They take half a minute or so, in which its
/// trouble mostly passes.
constexpr int kCommitRetries = 3;

std::int64_t moved_by(const Json& receipt) {
  return number_in(receipt, "added") + number_in(receipt, "updated") + number_in(receipt, "closed");
}

/// Sends a batch that holds the lease, again where the database is busy. Repeating is safe, because
/// the batch states results and not increments.
Result<store::Answers> send_again_if_busy(Host& host, const store::Batch& batch) {
  auto answers = batch.send(host);
  for (int retry = 1; retry <= kCommitRetries; ++retry) {
    if (answers || answers.error().code != ErrorCode::kDatabaseBusy) break;
    const double jitter = schedule::jitter_from(host.random());
    host.sleep_ms(schedule::retry_delay_ms(retry + 2, jitter));
    answers = batch.send(host);
  }
  if (!answers && store::is_lease_lost(answers.error())) return fail(ErrorCode::kLeaseLost);
  return answers;
}

}  // namespace

Tick::Tick(Host& host, const Event& event, std::string_view worker)
    : host_(host),
      event_(event),
      settings_(read_settings(event.variables)),
      lease_{worker, event.invocation},
      report_(worker),
      started_ms_(host.now_ms()),
      committed_ms_(started_ms_) {}

UnixMillis Tick::earliest_window_ms() const { return host_.now_ms() + kWindowLeadMs; }

store::Term Tick::term() const {
  return {.now = now(),
          .lease_end = now() + store::kLeaseSeconds,
          .longest_rest = now() + schedule::kLongestRest,
          .daily_writes = settings_.daily_writes};
}

Tick::Standing Tick::standing() const {
  if (state_.is_held(now()) || state_.written_today >= settings_.daily_writes)
    return Standing::kHeld;
  return state_.has_lapsed(now()) ? Standing::kLapsed : Standing::kFree;
}

void Tick::note_busy(const Remains& remains) {
  if (!state_.is_held(now())) {
    outcome_ = "resting";
    report_.add_reason("The rows that may be written today (D1_DAILY_WRITES) are used up");
    return;
  }
  outcome_ = "busy";
  for (const Company& company : remains.companies) {
    report_.add_running(company.run_id, name_of(company.source), company.slug);
  }
  for (const store::ClaimedFeed& feed : remains.feeds) {
    report_.add_running(feed.run_id, name_of(feed.source), "");
  }
  if (!remains.candidates.empty()) {
    report_.add_running(store::only_run_id({lease_.worker, state_.owner}), "", "");
  }
}

void Tick::note(const std::string& run_id, RunResult run) {
  noted_.push_back({run_id, now(), std::move(run)});
}

bool Tick::is_commit_due() const { return host_.now_ms() - committed_ms_ >= schedule::kCommitMs; }

Result<void> Tick::commit(Then then, store::Batch further, Json cursor) {
  Outcomes outcomes;
  std::vector<Company> companies;
  std::vector<store::FinishedRun> runs;
  for (const Noted& noted : noted_) {
    const RunResult& run = noted.run;
    cursor.merge_patch(run.cursor);
    outcomes.note(run.source.empty() ? lease_.worker : run.source, noted.completed_at, run.error,
                  number_in(run.stats, "added"));
    if (run.company) companies.push_back(*run.company);
    runs.push_back({.id = noted.run_id,
                    .sync_type = std::string(lease_.worker),
                    .source = run.source,
                    .company = run.slug,
                    .trigger = std::string(store::text_of(event_.trigger)),
                    .started_at = to_seconds(started_ms_),
                    .status = run.error ? "failed" : "success",
                    .completed_at = noted.completed_at,
                    .stats = dump(run.stats),
                    .logs = run.logs_json,
                    .error = run.error ? describe(*run.error) : std::string(),
                    .moved = moved_by(run.stats)});
  }
  const UnixSeconds lease_end = then == Then::kGoOn ? now() + store::kLeaseSeconds : 0;
  store::Batch batch;
  batch.add(store::hold_lease(lease_, lease_end, {dump(cursor), outcomes.to_json()}));
  for (Noted& noted : noted_) batch.add(std::exchange(noted.run.statements, {}));
  if (!companies.empty()) batch.add(store::save_companies(companies));
  if (!runs.empty()) batch.add(store::save_runs(runs));
  batch.add(std::move(further));
  if (then == Then::kEndEarly) batch.add(store::forget_running(lease_));
  if (then != Then::kGoOn) {
    batch.add(store::prune_runs((now() - settings_.history_s) * 1'000));
    // In turn: a tick has ten statements for all it does, and neither is in a hurry.
    const bool is_for_texts = now() / (4 * kMinute) % 2 == 0;
    batch.add(is_for_texts ? store::forget_closed_texts(now() - settings_.closed_text_s)
                           : store::prune_closed_jobs(now() - settings_.closed_s));
  }
  const auto answers = send_again_if_busy(host_, batch);
  if (!answers) return std::unexpected(answers.error());
  for (const Noted& noted : noted_) report_.add_run(noted.run_id, noted.run);
  noted_.clear();
  committed_ms_ = host_.now_ms();
  return {};
}

bool Tick::has_budget_left() const {
  return host_.now_ms() - started_ms_ < schedule::kTickMs &&
         host_.statements() + kStatementsPerRun <= settings_.statements_per_tick &&
         state_.written_today + host_.rows_written() + kRowsPerRun <= settings_.daily_writes;
}

std::string Tick::finish(const Result<void>& outcome) {
  if (settings_.daily_writes != kNoDailyWrites) store::record_writes(host_, settings_.daily_writes);
  return report_.finish(host_, outcome ? outcome_ : "failed",
                        outcome ? std::nullopt : std::optional(outcome.error()));
}

}  // namespace spearyx::sync
