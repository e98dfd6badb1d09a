#include "sync/discovery_sync.h"

#include <utility>
#include <vector>

#include "schedule/timing.h"
#include "store/candidates.h"
#include "store/far_future.h"
#include "store/request_slots.h"
#include "store/runs.h"
#include "support/json.h"
#include "sync/candidate_check.h"
#include "sync/known_boards.h"
#include "sync/search_plan.h"
#include "sync/spare_cleansing.h"
#include "sync/tick.h"

namespace spearyx::sync {
namespace {

/// What a candidate may need at most: at two sources slots, and slots for two retries; its rows;
/// the end of the tick.
constexpr std::int64_t kStatementsPerCandidate = 22;

/// Due candidates in the order of their turn, and the sources as they stand.
struct Turn {
  std::vector<store::CandidateRow> candidates;
  std::vector<store::SourceRow> sources;
};

class DiscoveryTick {
 public:
  DiscoveryTick(Host& host, const Event& event)
      : tick_(host, event, "discovery"),
        log_(host, RunLog::Requests::kOmitted),
        started_ms_(host.now_ms()) {}

  std::string run() {
    auto turn = take_turn();
    if (!turn) return tick_.finish(std::unexpected(std::move(turn.error())));
    const Result<void> outcome = turn->has_value() ? work(**turn) : Result<void>();
    if (outcome) use_spare_budget();
    return tick_.finish(outcome);
  }

 private:
  /// One round trip: lease, due candidates, the run, and how the sources stand.
  Result<std::optional<Turn>> take_turn() {
    const store::Lease& lease = tick_.lease();
    auto claimed = tick_.claim(
        {
            store::take_discovery_turn(lease, tick_.now(), tick_.lease_end()),
            store::defer_cut_off_candidate(lease, tick_.now()),
            store::due_candidates(lease, tick_.now(), tick_.settings().candidates_per_tick),
            store::begin_claimed_run(lease, tick_.run_id(1), tick_.event().trigger, tick_.now()),
            store::source_states(),
        },
        {store::mend_due_candidates(tick_.now(), tick_.now() + 2 * schedule::kMaxRecheckInterval)});
    if (!claimed) return std::unexpected(std::move(claimed.error()));
    if (!claimed->has_value()) return std::nullopt;
    auto candidates = (*claimed)->rows<store::CandidateRow>(2);
    if (!candidates) return std::unexpected(std::move(candidates.error()));
    auto sources = (*claimed)->rows<store::SourceRow>(4);
    if (!sources) return std::unexpected(std::move(sources.error()));
    return Turn{.candidates = *std::move(candidates), .sources = *std::move(sources)};
  }

  Result<void> work(const Turn& turn) {
    const auto& candidates = turn.candidates;
    log_.info("Checking " + std::to_string(candidates.size()) + " candidates");
    if (candidates.empty()) return end({});
    std::vector<Result<SearchPlan>> plans;
    for (const auto& candidate : candidates) plans.push_back(plan_search(candidate.slug));
    if (auto known = look_up_boards(candidates.front(), plans); !known) return known;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      CandidateCheck check({tick_, log_, receipt_, known_, turn.sources}, candidates[i]);
      auto checked = check.run(plans[i]);
      if (!checked) return std::unexpected(std::move(checked.error()));
      const bool goes_on = i + 1 < candidates.size() && !checked->stops_tick &&
                           tick_.has_budget_left(kStatementsPerCandidate);
      const auto* next = goes_on ? &candidates[i + 1] : nullptr;
      if (auto kept = keep(check, *std::move(checked), next); !kept) return kept;
      if (!goes_on) break;
    }
    return {};
  }

  /// One round trip: the boards the candidates may have already, and the word that the first
  /// candidate is begun.
  Result<void> look_up_boards(const store::CandidateRow& first,
                              const std::vector<Result<SearchPlan>>& plans) {
    Json slugs = Json::array();
    for (const auto& plan : plans) {
      if (!plan) continue;
      for (const std::string& slug : plan->slugs) slugs.push_back(slug);
    }
    const auto answer = tick_.checkpoint({
        store::enter_candidate(tick_.lease(), first.slug),
        store::boards_like(dump(slugs)),
    });
    if (!answer) return std::unexpected(answer.error());
    auto boards = answer->rows<store::BoardRow>(1);
    if (!boards) return std::unexpected(std::move(boards.error()));
    known_ = KnownBoards(*std::move(boards));
    return {};
  }

  /// Commits what became of a candidate, with the beginning of the next or the end of the tick.
  Result<void> keep(CandidateCheck& check, CheckResult result, const store::CandidateRow* next) {
    const DiscoveryReceipt before = receipt_;
    receipt_.count(result.outcome);
    auto kept = commit(std::move(result.statements), next);
    if (!kept && kept.error().code == ErrorCode::kDatabase) {
      receipt_ = before;
      result = check.give_up(kept.error());
      receipt_.count(result.outcome);
      kept = commit(std::move(result.statements), next);
    }
    return kept;
  }

  Result<void> commit(std::vector<Statement> statements, const store::CandidateRow* next) {
    if (next == nullptr) return end(std::move(statements));
    statements.push_back(store::enter_candidate(tick_.lease(), next->slug));
    const auto kept = tick_.checkpoint(std::move(statements));
    if (!kept) return std::unexpected(kept.error());
    return {};
  }

  Result<void> end(std::vector<Statement> statements) {
    statements.push_back(store::enter_candidate(tick_.lease(), std::nullopt));
    receipt_.duration_ms = tick_.host().now_ms() - started_ms_;
    RunResult run{.statements = std::move(statements),
                  .stats = receipt_.to_json(),
                  .error = std::nullopt,
                  .logs_json = log_.to_json()};
    auto committed = tick_.commit(1, "", run, {});
    if (!committed) return std::unexpected(std::move(committed.error()));
    tick_.report().add_run(tick_.run_id(1), "", "", run);
    return {};
  }

  /// Behind all that the tick had to do, which is committed: whatever happens here undoes none of
  /// it.
  void use_spare_budget() {
    if (tick_.is_busy() || !tick_.has_budget_left(kSpareStatements)) return;
    const auto cleansed = cleanse_waiting(tick_.host());
    if (cleansed) return;
    const Json event{{"event", "cleansing"}, {"error", describe(cleansed.error())}};
    tick_.host().log(LogLevel::kWarning, dump(event));
  }

  Tick tick_;
  RunLog log_;
  DiscoveryReceipt receipt_;
  KnownBoards known_;
  UnixMillis started_ms_;
};

}  // namespace

std::string sync_discovery(Host& host, const Event& event) {
  return DiscoveryTick(host, event).run();
}

}  // namespace spearyx::sync
