#include "sync/candidate_check.h"

#include <algorithm>
#include <utility>

#include "normalize/identity.h"
#include "normalize/text.h"
#include "schedule/timing.h"
#include "support/utf8.h"
#include "sync/request_gate.h"

namespace spearyx::sync {
namespace {

constexpr std::size_t kMaxTitleBytes = 80;

/// A name to show, where the source tells none: as somebody wrote it, else made from a slug.
std::string readable_name(std::string_view candidate, const std::string& slug) {
  if (candidate.contains('/')) return normalize::display_name(slug);
  if (normalize::is_valid_slug(candidate)) return normalize::display_name(candidate);
  return normalize::clean_title(candidate);
}

}  // namespace

CandidateCheck::CandidateCheck(const Context& context, const store::CandidateRow& candidate)
    : context_(context), candidate_(candidate) {}

Result<CheckResult> CandidateCheck::run(const Result<SearchPlan>& plan) {
  if (!plan) return reject(plan.error());
  for (const Source source : plan->sources) {
    if (auto searched = search(source, plan->slugs); !searched) {
      return std::unexpected(std::move(searched.error()));
    }
    if (stops_tick_) break;
  }
  return conclude();
}

CheckResult CandidateCheck::give_up(const Error& error) {
  statements_.clear();
  context_.log.error(title() + ": " + describe(error));
  has_failed_ = true;
  postpone(error, now() + schedule::backoff(candidate_.failures + 1, jitter()));
  return result(CandidateOutcome::kFailed, update());
}

CheckResult CandidateCheck::reject(const Error& error) {
  context_.log.warning(title() + ": rejected, " + describe(error));
  return result(CandidateOutcome::kFailed, {.status = "rejected",
                                            .check_count = candidate_.check_count + 1,
                                            .failures = 0,
                                            .next_check_at = now(),
                                            .error = error});
}

Result<void> CandidateCheck::search(Source source, const std::vector<std::string>& slugs) {
  const store::SourceRow state = state_of(source);
  if (state.cooldown_until > now()) {
    const Error resting{ErrorCode::kRateLimited, std::string(info(source).display_name) + " rests"};
    postpone(resting, state.cooldown_until);
    return {};
  }
  Tick& tick = context_.tick;
  RequestGate gate(tick.host(), source, tick.lease());
  BoardSearch search(
      {tick.host(), tick.event().variables, gate, context_.log, context_.traffic, context_.known},
      source);
  const SearchResult& answer = answers_.emplace_back(search.run(slugs));
  tick.count_statements(gate.statements());
  if (answer.error) {
    if (answer.error->code == ErrorCode::kLeaseLost) return std::unexpected(*answer.error);
    record_failure(source, *answer.error, state.refusals);
    return {};
  }
  if (state.refusals > 0 && !answer.asked.empty()) {
    statements_.push_back(store::end_cooldown(source, now()));
  }
  const bool has_board =
      answer.kind == SearchResult::Kind::kFound || answer.kind == SearchResult::Kind::kEmpty;
  if (has_board) enter_board(answer.board);
  return {};
}

void CandidateCheck::enter_board(store::FoundBoard board) {
  const bool is_empty = board.job_count == 0;
  if (board.name.empty()) board.name = readable_name(candidate_.slug, board.slug);
  const UnixSeconds next_sync_at =
      is_empty ? now() + schedule::spread(schedule::kEmptyBoardInterval, jitter()) : 0;
  statements_.push_back(store::enter_board(board, next_sync_at));
  if (context_.known.find(board.source, board.slug) != nullptr) return;
  context_.known.add(board);
  has_new_board_ = has_new_board_ || !is_empty;
}

void CandidateCheck::record_failure(Source source, const Error& error, std::int64_t refusals) {
  has_failed_ = true;
  postpone(error, now() + schedule::backoff(candidate_.failures + 1, jitter()));
  if (!is_source_fault(error.code)) return;
  const UnixSeconds until_s = now() + schedule::cooldown(error, refusals + 1, jitter());
  statements_.push_back(store::cool_down(source, until_s, refusals + 1, error));
  postpone(error, until_s);
  stops_tick_ = true;
}

void CandidateCheck::postpone(const Error& error, UnixSeconds until_s) {
  postponed_by_ = error;
  postponed_until_s_ = std::max(postponed_until_s_, until_s);
}

CheckResult CandidateCheck::conclude() {
  std::string line = title() + ": ";
  for (const SearchResult& answer : answers_) {
    if (&answer != &answers_.front()) line.append("; ");
    line.append(answer.describe());
  }
  if (answers_.empty()) line.append(describe(*postponed_by_));
  if (postponed_by_) {
    context_.log.warning(std::move(line));
  } else if (has_new_board_) {
    context_.log.success(std::move(line));
  } else {
    context_.log.info(std::move(line));
  }
  return result(outcome(), update());
}

CandidateOutcome CandidateCheck::outcome() const {
  if (has_new_board_) return CandidateOutcome::kDiscovered;
  if (has(SearchResult::Kind::kFound) || has(SearchResult::Kind::kKnown)) {
    return CandidateOutcome::kUpdated;
  }
  if (postponed_by_) return CandidateOutcome::kFailed;
  return has(SearchResult::Kind::kEmpty) ? CandidateOutcome::kEmpty : CandidateOutcome::kNotFound;
}

store::CandidateUpdate CandidateCheck::update() const {
  if (postponed_by_) {
    return {.status = candidate_.status,
            .check_count = candidate_.check_count,
            .failures = candidate_.failures + (has_failed_ ? 1 : 0),
            .next_check_at = postponed_until_s_,
            .error = postponed_by_};
  }
  const std::int64_t checks = candidate_.check_count + 1;
  const bool has_board = has(SearchResult::Kind::kFound) || has(SearchResult::Kind::kKnown);
  return {.status = has_board ? "discovered" : "not_found",
          .check_count = checks,
          .failures = 0,
          .next_check_at = now() + (has_board ? 0 : schedule::recheck_interval(checks, jitter())),
          .error = std::nullopt};
}

CheckResult CandidateCheck::result(CandidateOutcome outcome, const store::CandidateUpdate& update) {
  statements_.push_back(store::update_candidate(candidate_.slug, update, now()));
  return {.outcome = outcome, .statements = std::move(statements_), .stops_tick = stops_tick_};
}

bool CandidateCheck::has(SearchResult::Kind kind) const {
  return std::ranges::contains(answers_, kind, &SearchResult::kind);
}

store::SourceRow CandidateCheck::state_of(Source source) const {
  const auto found =
      std::ranges::find(context_.sources, name_of(source), &store::SourceRow::source);
  return found == context_.sources.end() ? store::SourceRow() : *found;
}

std::string CandidateCheck::title() const {
  return normalize::fold_whitespace(truncate_utf8(candidate_.slug, kMaxTitleBytes));
}

double CandidateCheck::jitter() const {
  return schedule::jitter_from(context_.tick.host().random());
}

}  // namespace spearyx::sync
