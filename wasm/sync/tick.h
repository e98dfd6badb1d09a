#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/host.h"
#include "store/leases.h"
#include "store/rows.h"
#include "store/runs.h"
#include "sync/event.h"
#include "sync/run_result.h"
#include "sync/settings.h"
#include "sync/tick_report.h"

namespace spearyx::sync {

/// One tick of a worker: what all workers share. A tick takes the worker's lease in one claiming
/// batch, does its runs one after the other, commits each in one atomic batch together with its
/// outcome, and gives the lease back in the last of them.
class Tick {
 public:
  Tick(Host& host, const Event& event, std::string_view worker);

  /// Runs the claiming batch: clears away what a clock that was wrong (`mending`, besides what all
  /// workers share) and a killed tick left, then `statements`, of which the first takes the lease.
  /// Answers the results of `statements` alone, or nothing where there is nothing to do; `finish`
  /// then tells "busy" from "idle".
  [[nodiscard]] Result<std::optional<store::BatchResult>> claim(
      std::vector<Statement> statements, std::vector<Statement> mending = {});

  /// Commits the n-th run, of a source or of none, whose statements go into the batch, together with
  /// those that begin the next one, or, if there are none, with the end of the tick. Answers the
  /// results of `beginning`. Fails with `kLeaseLost` when the lease was taken over; then nothing was
  /// written.
  [[nodiscard]] Result<store::BatchResult> commit(int number, std::string_view source,
                                                  RunResult& run, std::vector<Statement> beginning);

  /// The same for what a `BoardSync` or a `FeedSync` did: where the database refuses it, the run is
  /// given up, and that is committed.
  template <typename Sync>
  [[nodiscard]] Result<store::BatchResult> commit_or_give_up(int number, std::string_view source,
                                                             Sync& sync, RunResult& run,
                                                             std::vector<Statement> beginning) {
    auto committed = commit(number, source, run, beginning);
    if (committed || committed.error().code != ErrorCode::kDatabase) return committed;
    run = sync.give_up(committed.error());
    return commit(number, source, run, std::move(beginning));
  }

  /// Commits a part of a run that goes on and answers the results; fails like `commit`.
  [[nodiscard]] Result<store::BatchResult> checkpoint(std::vector<Statement> statements);

  /// Time suffices for another run, or part of one, and so do statements, of which it may need this
  /// many besides its share of the postings.
  [[nodiscard]] bool has_budget_left(std::int64_t statements = 12) const;
  /// Counts statements that were run elsewhere in this tick.
  void count_statements(std::int64_t statements) { statements_ += statements; }

  /// Somebody else holds the lease.
  [[nodiscard]] bool is_busy() const { return state_ == State::kBusy; }

  /// The tick's answer after it worked, found nothing to do, or failed as a whole.
  [[nodiscard]] std::string finish(const Result<void>& outcome);
  TickReport& report() { return report_; }

  [[nodiscard]] std::string run_id(int number) const { return store::run_id(lease_, number); }
  [[nodiscard]] UnixSeconds now() const { return to_seconds(host_.now_ms()); }
  [[nodiscard]] UnixSeconds lease_end() const;
  /// The first moment for which a request slot can usefully be reserved now.
  [[nodiscard]] UnixMillis earliest_slot_ms() const;

  [[nodiscard]] Host& host() const { return host_; }
  [[nodiscard]] const Event& event() const { return event_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const store::Lease& lease() const { return lease_; }

 private:
  [[nodiscard]] std::vector<Statement> mend_shared() const;

  enum class State : std::uint8_t { kIdle, kBusy, kWorking };

  Host& host_;
  const Event& event_;
  Settings settings_;
  store::Lease lease_;
  TickReport report_;
  UnixMillis started_ms_;
  State state_ = State::kIdle;
  std::int64_t statements_ = 0;
};

}  // namespace spearyx::sync
