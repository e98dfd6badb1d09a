#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/host.h"
#include "store/batch.h"
#include "store/leases.h"
#include "sync/counting_host.h"
#include "sync/event.h"
#include "sync/rescue.h"
#include "sync/run_result.h"
#include "sync/settings.h"
#include "sync/tick_report.h"

namespace spearyx::sync {

/// One tick of a worker, as far as all workers are alike. It claims in one batch, notes the result
/// of each run, and commits its notes. A run that changes something is committed at once, together
/// with all notes before it; everything else in one last batch.
class Tick {
 public:
  Tick(Host& host, const Event& event, std::string_view worker);

  /// Claims a turn. The remains of a tick that was cut off are cleared away first. Returns nothing
  /// where somebody else is at work or nothing is due; `finish` then says which.
  ///
  /// `Claim(const Tick&, store::Batch&)` adds the statements that take the lease and begin the
  /// runs, and asks for what is claimed. From the answers, its `remains` tells `rescue` what was
  /// claimed, and its `turn` makes the work of this tick.
  template <typename Claim>
  [[nodiscard]] Result<std::optional<typename Claim::Turn>> claim();

  /// The continuation after a commit: more of the tick, or its end. An early end forgets what was
  /// claimed and not reached.
  enum class Then : std::uint8_t { kGoOn, kEnd, kEndEarly };

  /// Notes the result of a run, and commits where that is due. Where the database refuses the run's
  /// statements, `sync.give_up(error)` takes its place. Fails with `kLeaseLost` when somebody else
  /// took the lease over; then nothing was written.
  template <typename Sync>
  [[nodiscard]] Result<void> conclude(const std::string& run_id, Sync& sync, RunResult run,
                                      Then then);

  /// Commits the notes, further statements, and the changes of the cursor. The end of a tick also
  /// deletes some old rows and gives the lease back. Fails like `conclude`; the notes then stay,
  /// but for their statements.
  [[nodiscard]] Result<void> commit(Then then, store::Batch further = {},
                                    Json cursor = Json::object());

  /// Notes the result of a run for the next commit.
  void note(const std::string& run_id, RunResult run);
  /// Takes back the last note.
  void take_back() { noted_.pop_back(); }
  /// Whether the notes have waited long enough.
  [[nodiscard]] bool is_commit_due() const;

  /// Whether time, statements and the day's written rows suffice for another run and the end of the
  /// tick.
  [[nodiscard]] bool has_budget_left() const;

  [[nodiscard]] bool is_busy() const { return outcome_ == "busy"; }

  /// The tick's answer after it worked, found nothing to do, or failed as a whole.
  [[nodiscard]] std::string finish(const Result<void>& outcome);

  [[nodiscard]] UnixSeconds now() const { return to_seconds(host_.now_ms()); }
  /// The earliest beginning of a window that is reserved now.
  [[nodiscard]] UnixMillis earliest_window_ms() const;
  [[nodiscard]] store::Term term() const;

  [[nodiscard]] CountingHost& host() const { return host_; }
  [[nodiscard]] const Event& event() const { return event_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const store::Lease& lease() const { return lease_; }
  /// The worker's cursor as the claim found it, a JSON object.
  [[nodiscard]] const std::string& cursor() const { return state_.cursor; }

 private:
  enum class Standing : std::uint8_t { kFree, kHeld, kLapsed };

  /// The state of the lease; held also where the day's budget is used up, because nobody is to work
  /// then.
  [[nodiscard]] Standing standing() const;
  void note_busy(const Remains& remains);

  struct Noted {
    std::string run_id;
    UnixSeconds completed_at = 0;
    RunResult run;
  };

  mutable CountingHost host_;
  const Event& event_;
  Settings settings_;
  store::Lease lease_;
  TickReport report_;
  UnixMillis started_ms_;
  UnixMillis committed_ms_;
  store::LeaseState state_;
  std::string_view outcome_ = "idle";
  std::vector<Noted> noted_;
};

template <typename Claim>
Result<std::optional<typename Claim::Turn>> Tick::claim() {
  for (int attempt = 0; attempt < 2; ++attempt) {
    store::Batch batch;
    const auto state = batch.ask(store::lease_state(lease_.worker, now()));
    const Claim claim(*this, batch);
    const auto answers = batch.send(host_);
    if (!answers) return std::unexpected(answers.error());
    auto seen = answers->first(state);
    if (!seen) return std::unexpected(std::move(seen.error()));
    state_ = std::move(*seen).value_or(store::LeaseState());
    auto remains = claim.remains(*answers);
    if (!remains) return std::unexpected(std::move(remains.error()));
    switch (standing()) {
      case Standing::kHeld:
        note_busy(*remains);
        return std::nullopt;
      case Standing::kFree: {
        auto turn = claim.turn(*answers);
        if (turn && turn->has_value()) outcome_ = "worked";
        return turn;
      }
      case Standing::kLapsed:
        if (auto rescued =
                rescue(host_, lease_.worker, state_, *remains, {ErrorCode::kAbandoned, {}});
            !rescued) {
          return std::unexpected(std::move(rescued.error()));
        }
    }
  }
  return std::nullopt;
}

template <typename Sync>
Result<void> Tick::conclude(const std::string& run_id, Sync& sync, RunResult run, Then then) {
  if (run.error && run.error->code == ErrorCode::kLeaseLost) return std::unexpected(*run.error);
  const bool has_changes = !run.statements.empty();
  note(run_id, std::move(run));
  if (then == Then::kGoOn && !has_changes && !is_commit_due()) return {};
  auto committed = commit(then);
  if (!committed && committed.error().code == ErrorCode::kDatabase) {
    take_back();
    note(run_id, sync.give_up(committed.error()));
    committed = commit(then);
  }
  return committed;
}

}  // namespace spearyx::sync
