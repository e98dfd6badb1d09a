#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "host/host.h"
#include "model/discovery_receipt.h"
#include "store/candidates.h"
#include "store/source_state.h"
#include "sync/board_search.h"
#include "sync/known_boards.h"
#include "sync/request_gate.h"
#include "sync/search_plan.h"

namespace spearyx::sync {

/// The result of a check, to be committed.
struct CheckResult {
  CandidateOutcome outcome = CandidateOutcome::kNotFound;
  /// The candidate as the check leaves it.
  store::Candidate candidate;
  /// Further statements: boards that were found, and rests.
  std::vector<Statement> statements;
  /// Whether a source asked for rest, so that no further candidate is checked in this tick.
  bool stops_tick = false;
};

/// The check of one candidate, from its name to what is to be recorded of the sources' answers.
/// Writes nothing itself, but for request windows.
///
/// A candidate is "discovered" when every source answered and at least one has a board with
/// postings, "not_found" when none has, and asked again as long as a source gave no answer.
class CandidateCheck {
 public:
  struct Context {
    Host& host;
    const store::Lease& lease;
    const Variables& variables;
    /// The request gates, one for each source with boards, in the order of `kBoardSources`.
    std::span<RequestGate> gates;
    RunLog& log;
    Traffic& traffic;
    KnownBoards& known;
    /// The state of the sources when the tick began.
    const std::vector<store::SourceState>& sources;
  };

  CandidateCheck(const Context& context, const store::Candidate& candidate);

  /// Asks all sources for their likeliest slug, then those without a board for the next one. Fails
  /// only with `kLeaseLost`.
  [[nodiscard]] Result<CheckResult> run(const Result<SearchPlan>& plan);

  /// The result for a check whose statements the database refused.
  [[nodiscard]] CheckResult give_up(const Error& error);

 private:
  /// The search at one source.
  struct Search {
    BoardSearch board;
    const std::vector<std::string>& slugs;
    /// The number of the source's rests in a row.
    std::int64_t rests;
  };

  [[nodiscard]] CheckResult reject(const Error& error);
  void begin_searches(const SearchPlan& plan);
  /// Reserves a window at each source, as long as the search may need, in one round trip. The ATS
  /// worker asks the same sources meanwhile.
  [[nodiscard]] Result<void> reserve_windows();
  /// Asks every source for the slug in this place of its list; answers whether there is reason to
  /// go on.
  [[nodiscard]] Result<bool> look_at(std::size_t place);
  void apply_search(const Search& search);
  void enter_board(store::FoundBoard board);
  void record_failure(Source source, const Error& error, std::int64_t rests);
  /// Keeps the candidate due, from `until_s` on.
  void postpone(const Error& error, UnixSeconds until_s);
  [[nodiscard]] CheckResult conclude();
  [[nodiscard]] CandidateOutcome outcome() const;
  [[nodiscard]] store::Candidate checked() const;
  [[nodiscard]] CheckResult result(CandidateOutcome outcome, store::Candidate candidate);
  [[nodiscard]] bool has(SearchResult::Kind kind) const;
  [[nodiscard]] store::SourceState state_of(Source source) const;
  [[nodiscard]] RequestGate& gate_of(Source source) const;
  [[nodiscard]] std::string title() const;
  [[nodiscard]] UnixSeconds now() const { return to_seconds(context_.host.now_ms()); }
  [[nodiscard]] double jitter() const;

  Context context_;
  const store::Candidate& candidate_;
  std::vector<Search> searches_;
  std::vector<SearchResult> answers_;
  std::vector<Statement> statements_;
  /// The error of a source that gave no answer.
  std::optional<Error> postponed_by_;
  UnixSeconds postponed_until_s_ = 0;
  bool has_failed_ = false;
  bool has_new_board_ = false;
  bool stops_tick_ = false;
};

}  // namespace spearyx::sync
