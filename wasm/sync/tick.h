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

/// One tick of a worker, as far as all workers are alike: it claims in one batch, notes what each run
/// leaves, and commits what it noted: a run that changes something at once, together with all that was
/// noted before it, everything else in one last batch.
class Tick {
 public:
  Tick(Host& host, const Event& event, std::string_view worker);

  /// Claims a turn. What a tick that was cut off left is cleared away first. Returns nothing where
  /// somebody else is at work or nothing is due; `finish` then says which.
  ///
  /// `Claim(const Tick&, store::Batch&)` adds the statements that take the lease and begin the runs, and
  /// asks for what is claimed; of the answers, `remains` tells that to `rescue`, and `turn` to who works
  /// on it.
  template <typename Claim>
  [[nodiscard]] Result<std::optional<typename Claim::Turn>> claim();

  /// What follows a commit: more of the tick, or its end; ended early, it forgets what it had claimed
  /// and did not reach.
  enum class Then : std::uint8_t { kGoOn, kEnd, kEndEarly };

  /// Notes what a run leaves, and commits where that is due. Where the database refuses what the run
  /// writes, `sync.give_up(error)` stands in its place. Fails with `kLeaseLost` when somebody else took
  /// the lease over; then nothing was written.
  template <typename Sync>
  [[nodiscard]] Result<void> conclude(const std::string& run_id, Sync& sync, RunResult run,
                                      Then then);

  /// Commits what was noted, further statements, and what is new in the cursor; to end the tick, some
  /// old rows go as well, and the lease is given back. Fails like `conclude`; then what was noted stays
  /// noted, but for statements.
  [[nodiscard]] Result<void> commit(Then then, store::Batch further = {},
                                    Json cursor = Json::object());

  /// Notes what a run leaves, for the next commit.
  void note(const std::string& run_id, RunResult run);
  /// Takes back what was noted last.
  void take_back() { noted_.pop_back(); }
  /// Whether what was noted has waited long enough.
  [[nodiscard]] bool is_commit_due() const;

  /// Time suffices for another run, and so do statements and the day's written rows: what a run may
  /// need, and the end of the tick.
  [[nodiscard]] bool has_budget_left() const;

  [[nodiscard]] bool is_busy() const { return outcome_ == "busy"; }

  /// The tick's answer after it worked, found nothing to do, or failed as a whole.
  [[nodiscard]] std::string finish(const Result<void>& outcome);

  [[nodiscard]] UnixSeconds now() const { return to_seconds(host_.now_ms()); }
  /// The earliest begin of a window that is reserved now.
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

  /// How the lease stands; as held where the day's budget is used up, for nobody is to work then.
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
