#include "sync/discovery_sync.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "store/candidates.h"
#include "store/runs.h"
#include "store/source_state.h"
#include "support/json.h"
#include "sync/candidate_check.h"
#include "sync/known_boards.h"
#include "sync/search_plan.h"
#include "sync/tick.h"

namespace spearyx::sync {
namespace {

/// The due candidates in the order of their turn, and the state of the sources.
struct CandidateTurn {
  std::vector<store::Candidate> candidates;
  std::vector<store::SourceState> sources;
};

/// Takes the due candidates.
class CandidateClaim {
 public:
  using Turn = CandidateTurn;

  CandidateClaim(const Tick& tick, store::Batch& batch) {
    const store::Lease& lease = tick.lease();
    batch.add(store::take_discovery_turn(lease, tick.term(), tick.settings().candidates_per_tick));
    batch.add(store::begin_only_run(lease, tick.now(), tick.event().trigger));
    candidates_ = batch.ask(store::claimed_candidates(lease.worker));
    sources_ = batch.ask(store::source_states());
  }

  [[nodiscard]] Result<Remains> remains(const store::Answers& answers) const {
    return answers.rows(candidates_).transform([](std::vector<store::Candidate> candidates) {
      return Remains{.companies = {}, .feeds = {}, .candidates = std::move(candidates)};
    });
  }

  [[nodiscard]] Result<std::optional<Turn>> turn(const store::Answers& answers) const {
    auto candidates = answers.rows(candidates_);
    if (!candidates) return std::unexpected(std::move(candidates.error()));
    auto sources = answers.rows(sources_);
    if (!sources) return std::unexpected(std::move(sources.error()));
    if (candidates->empty()) return std::nullopt;
    return Turn{.candidates = *std::move(candidates), .sources = *std::move(sources)};
  }

 private:
  store::Place<store::Candidate> candidates_{};
  store::Place<store::SourceState> sources_{};
};

class DiscoveryTick {
 public:
  DiscoveryTick(Host& host, const Event& event)
      : tick_(host, event, "discovery"),
        log_(host, RunLog::Requests::kOmitted),
        started_ms_(host.now_ms()) {
    for (const SourceInfo& row : kBoardSources) {
      gates_.emplace_back(tick_.host(), row.source, tick_.lease());
    }
  }

  std::string run() {
    auto turn = tick_.claim<CandidateClaim>();
    if (!turn) return tick_.finish(std::unexpected(std::move(turn.error())));
    const Result<void> outcome = turn->has_value() ? work(**turn) : Result<void>();
    return tick_.finish(outcome);
  }

 private:
  Result<void> work(const CandidateTurn& turn) {
    const std::span candidates(turn.candidates);
    log_.info("Checking " + std::to_string(candidates.size()) + " candidates");
    std::vector<Result<SearchPlan>> plans;
    for (const auto& candidate : candidates) {
      plans.push_back(plan_search(candidate.slug, candidate.source));
    }
    if (auto known = look_up_boards(plans); !known) return known;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      CandidateCheck check({.host = tick_.host(),
                            .lease = tick_.lease(),
                            .variables = tick_.event().variables,
                            .gates = gates_,
                            .log = log_,
                            .traffic = receipt_,
                            .known = known_,
                            .sources = turn.sources},
                           candidates[i]);
      auto checked = check.run(plans[i]);
      if (!checked) return std::unexpected(std::move(checked.error()));
      const bool goes_on =
          i + 1 < candidates.size() && !checked->stops_tick && tick_.has_budget_left();
      const auto left = goes_on ? candidates.subspan(i + 1) : candidates.last(0);
      if (auto kept = keep(check, *std::move(checked), left); !kept || !goes_on) return kept;
    }
    return {};
  }

  /// Looks up, in one round trip, the boards that the candidates may have already.
  Result<void> look_up_boards(std::span<const Result<SearchPlan>> plans) {
    Json slugs = Json::array();
    for (const auto& plan : plans) {
      if (!plan) continue;
      for (const auto& [source, spellings] : plan->sources) {
        for (const std::string& slug : spellings) slugs.push_back(slug);
      }
    }
    auto known = store::ask(tick_.host(), store::boards_like(dump(slugs)));
    if (!known) return std::unexpected(std::move(known.error()));
    known_ = KnownBoards(*std::move(known));
    return {};
  }

  /// Notes the result of a check; commits it where a board was found, where it is the last, or
  /// where the notes have waited long enough.
  Result<void> keep(CandidateCheck& check, CheckResult result,
                    std::span<const store::Candidate> left) {
    const bool is_last = left.empty();
    const bool has_changes = !result.statements.empty();
    if (!is_last && !has_changes && !tick_.is_commit_due()) {
      note(std::move(result));
      return {};
    }
    const DiscoveryReceipt before = receipt_;
    const Json names_before = names_;
    note(std::move(result));
    auto kept = commit(left);
    if (!kept && kept.error().code == ErrorCode::kDatabase) {
      receipt_ = before;
      names_ = names_before;
      checked_.pop_back();
      statements_.clear();
      note(check.give_up(kept.error()));
      kept = commit(left);
    }
    return kept;
  }

  void note(CheckResult result) {
    receipt_.count(result.outcome);
    name_outcome(result);
    checked_.push_back(std::move(result.candidate));
    statements_ = std::move(result.statements);
  }

  /// Adds the candidate to the names of those that were discovered, or not found.
  void name_outcome(const CheckResult& result) {
    if (result.outcome == CandidateOutcome::kDiscovered) {
      names_["discovered"].push_back(result.candidate.slug);
    } else if (result.outcome == CandidateOutcome::kNotFound) {
      names_["notFound"].push_back(result.candidate.slug);
    }
  }

  /// Commits the notes. The candidates that are left, if any, stay in the cursor as the ones that
  /// are being checked.
  Result<void> commit(std::span<const store::Candidate> left) {
    store::Batch batch;
    batch.add(statements_);
    batch.add(store::save_candidates(checked_));
    const auto then = left.empty() ? Tick::Then::kEnd : Tick::Then::kGoOn;
    Json cursor{{"candidates", Json::array()}};
    for (const store::Candidate& candidate : left) cursor["candidates"].push_back(candidate.slug);
    if (left.empty()) tick_.note(store::only_run_id(tick_.lease()), outcome());
    auto committed = tick_.commit(then, std::move(batch), std::move(cursor));
    if (!committed) {
      if (left.empty()) tick_.take_back();
      return committed;
    }
    checked_.clear();
    statements_.clear();
    return {};
  }

  [[nodiscard]] RunResult outcome() {
    receipt_.duration_ms = tick_.host().now_ms() - started_ms_;
    RunResult run;
    run.stats = receipt_.to_json();
    run.logs_json = log_.to_json();
    run.report = names_;
    return run;
  }

  Tick tick_;
  std::vector<RequestGate> gates_;
  RunLog log_;
  DiscoveryReceipt receipt_;
  /// The names of the candidates by outcome, for the answer to a trigger.
  Json names_ = Json::object();
  KnownBoards known_;
  /// The candidates noted for the next commit.
  std::vector<store::Candidate> checked_;
  std::vector<Statement> statements_;
  UnixMillis started_ms_;
};

}  // namespace

std::string sync_discovery(Host& host, const Event& event) {
  return DiscoveryTick(host, event).run();
}

}  // namespace spearyx::sync
