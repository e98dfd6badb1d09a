#include "sync/tick.h"

#include <iterator>
#include <utility>

#include "schedule/timing.h"
#include "store/far_future.h"
#include "store/jobs.h"
#include "store/runs.h"
#include "sync/commit.h"
#include "sync/request_gate.h"

namespace spearyx::sync {

/// What the claiming batch answers: whether somebody else is at work, and the lease where it was
/// taken. Reflection needs types with linkage.
struct ClaimRow {
  std::int64_t busy = 0;
  std::string worker;
};

namespace {

void append(std::vector<Statement>& batch, std::vector<Statement> more) {
  batch.insert(batch.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

}  // namespace

Tick::Tick(Host& host, const Event& event, std::string_view worker)
    : host_(host),
      event_(event),
      settings_(read_settings(event.variables)),
      lease_{worker, event.invocation},
      report_(host, worker),
      started_ms_(host.now_ms()) {}

UnixSeconds Tick::lease_end() const { return now() + schedule::kLeaseSeconds; }

UnixMillis Tick::earliest_slot_ms() const { return host_.now_ms() + kSlotLeadMs; }

std::vector<Statement> Tick::mend_shared() const {
  const UnixMillis now_ms = host_.now_ms();
  // Twice what a moment can be ahead: clocks differ a little, and this one may be read some time
  // before the database takes the batch.
  return {store::end_far_lease(lease_, now(), now() + 2 * schedule::kLeaseSeconds),
          store::mend_sources({.latest_slot_ms = now_ms + 2 * schedule::kMaxSlotWaitMs,
                               .new_slot_ms = now_ms + kWidestSpacingMs,
                               .latest_cooldown = now() + 2 * schedule::kMaxBackoff})};
}

Result<std::optional<store::BatchResult>> Tick::claim(std::vector<Statement> statements,
                                                      std::vector<Statement> mending) {
  std::vector<Statement> batch = mend_shared();
  append(batch, std::move(mending));
  const std::size_t busy_at = batch.size();
  append(batch,
         {store::is_busy(lease_, now()), store::defer_abandoned_companies(lease_, now()),
          store::mark_abandoned_runs(lease_, now()), store::end_lapsed_lease(lease_, now())});
  const std::size_t opening = batch.size();
  append(batch, std::move(statements));
  count_statements(static_cast<std::int64_t>(batch.size()));
  auto answer = store::BatchResult::run(host_, batch);
  if (!answer) return std::unexpected(std::move(answer.error()));
  const auto busy = answer->rows<ClaimRow>(busy_at);
  const auto lease = answer->rows<ClaimRow>(opening);
  if (!busy) return std::unexpected(busy.error());
  if (!lease) return std::unexpected(lease.error());
  if (!busy->empty() && busy->front().busy != 0) state_ = State::kBusy;
  if (lease->empty()) return std::nullopt;
  state_ = State::kWorking;
  answer->drop_first(opening);
  return *std::move(answer);
}

Result<store::BatchResult> Tick::commit(int number, std::string_view source, RunResult& run,
                                        std::vector<Statement> beginning) {
  const bool is_last = beginning.empty();
  const std::string_view name = source.empty() ? lease_.worker : source;
  const auto success = run.error ? std::nullopt : std::optional(store::Success{name, now()});
  std::vector<Statement> batch{is_last ? store::release_lease(lease_, success)
                                       : store::renew_lease(lease_, lease_end(), success)};
  append(batch, std::exchange(run.statements, {}));
  batch.push_back(
      store::finish_run(run_id(number), {dump(run.stats), run.logs_json, run.error}, now()));
  if (is_last) {
    batch.push_back(store::prune_runs((now() - settings_.history_s) * 1'000));
    batch.push_back(store::prune_closed_jobs(now() - settings_.closed_s));
  }
  const std::size_t own = batch.size();
  append(batch, std::move(beginning));
  count_statements(static_cast<std::int64_t>(batch.size()));
  auto answer = sync::commit(host_, batch);
  if (answer) answer->drop_first(own);
  return answer;
}

Result<store::BatchResult> Tick::checkpoint(std::vector<Statement> statements) {
  std::vector<Statement> batch{store::renew_lease(lease_, lease_end())};
  append(batch, std::move(statements));
  count_statements(static_cast<std::int64_t>(batch.size()));
  auto answer = sync::commit(host_, batch);
  if (answer) answer->drop_first(1);
  return answer;
}

bool Tick::has_budget_left(std::int64_t statements) const {
  return host_.now_ms() - started_ms_ < schedule::kTickMs &&
         statements_ + statements <= settings_.statements_per_tick;
}

std::string Tick::finish(const Result<void>& outcome) {
  if (!outcome) return report_.finish("failed", outcome.error());
  if (state_ == State::kWorking) return report_.finish("worked");
  return report_.finish(state_ == State::kBusy ? "busy" : "idle");
}

}  // namespace spearyx::sync
