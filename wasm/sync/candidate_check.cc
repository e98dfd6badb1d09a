#include "sync/candidate_check.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "normalize/company/identity.h"
#include "normalize/text/text.h"
#include "schedule/timing.h"
#include "support/utf8.h"

namespace spearyx::sync {
namespace {

constexpr std::size_t kMaxTitleBytes = 80;

/// A name to show where the source tells none: the candidate as somebody wrote it, else a name made
/// from the slug.
std::string readable_name(std::string_view candidate, const std::string& slug) {
  if (candidate.contains('/')) return normalize::display_name(slug);
  if (normalize::is_valid_slug(candidate)) return normalize::display_name(candidate);
  return normalize::clean_title(candidate);
}

}  // namespace

CandidateCheck::CandidateCheck(const Context& context, const store::Candidate& candidate)
    : context_(context), candidate_(candidate) {}

Result<CheckResult> CandidateCheck::run(const Result<SearchPlan>& plan) {
  if (!plan) return reject(plan.error());
  begin_searches(*plan);
  bool goes_on = !searches_.empty();
  if (const auto reserved = reserve_windows(); !reserved) {
    if (reserved.error().code == ErrorCode::kLeaseLost) return std::unexpected(reserved.error());
    stops_tick_ = true;
    postpone(reserved.error(), now());
    goes_on = false;
  }
  for (std::size_t place = 0; goes_on; ++place) {
    const auto looked = look_at(place);
    if (!looked) return std::unexpected(looked.error());
    goes_on = *looked;
  }
  for (const Search& search : searches_) apply_search(search);
  return conclude();
}

CheckResult CandidateCheck::give_up(const Error& error) {
  statements_.clear();
  context_.log.error(title() + ": " + describe(error));
  has_failed_ = true;
  postpone(error, now() + schedule::backoff(candidate_.failures + 1, jitter()));
  return result(CandidateOutcome::kFailed, checked());
}

CheckResult CandidateCheck::reject(const Error& error) {
  context_.log.warning(title() + ": rejected, " + describe(error));
  store::Candidate rejected = candidate_;
  rejected.status = store::CandidateStatus::kRejected;
  ++rejected.check_count;
  rejected.failures = 0;
  rejected.next_check_at = now();
  rejected.last_error = describe(error);
  return result(CandidateOutcome::kFailed, std::move(rejected));
}

void CandidateCheck::begin_searches(const SearchPlan& plan) {
  for (const auto& [source, slugs] : plan.sources) {
    const store::SourceState state = state_of(source);
    if (schedule::rest_left(state.rests_until, now()) > 0) {
      const Error resting{ErrorCode::kRateLimited,
                          std::string(info(source).display_name) + " rests"};
      postpone(resting, state.rests_until);
      continue;
    }
    BoardSearch search({.host = context_.host,
                        .variables = context_.variables,
                        .gate = gate_of(source),
                        .log = context_.log,
                        .traffic = context_.traffic,
                        .known = context_.known,
                        .candidate = plan.is_guess ? std::string_view(candidate_.slug) : ""},
                       source);
    searches_.push_back({std::move(search), slugs, state.rests});
  }
}

Result<void> CandidateCheck::reserve_windows() {
  std::vector<store::Requests> requests;
  for (const Search& search : searches_) {
    const Source source = search.board.result().board.source;
    const auto unknown = std::ranges::count_if(search.slugs, [&](const std::string& slug) {
      return context_.known.find(source, slug) == nullptr;
    });
    // One more than that, because a source waits for those that are asked before it.
    if (unknown > 0) requests.push_back({source, unknown + 1});
  }
  if (requests.empty()) return {};
  const UnixMillis now_ms = context_.host.now_ms();
  store::Batch batch;
  batch.add(store::hold_lease(context_.lease, to_seconds(now_ms) + store::kLeaseSeconds));
  const auto place = batch.ask(store::reserve_windows(now_ms + kWindowLeadMs, requests));
  const auto answers = batch.send(context_.host);
  if (!answers) {
    if (store::is_lease_lost(answers.error())) return fail(ErrorCode::kLeaseLost);
    return std::unexpected(answers.error());
  }
  const auto windows = answers->rows(place);
  if (!windows) return std::unexpected(windows.error());
  for (const auto& [source, count] : requests) {
    const auto window = std::ranges::find(*windows, name_of(source), &store::Window::source);
    if (window != windows->end()) gate_of(source).grant(*window, count);
  }
  return {};
}

Result<bool> CandidateCheck::look_at(std::size_t place) {
  bool has_more = false;
  for (Search& search : searches_) {
    if (search.board.is_over() || place >= search.slugs.size()) continue;
    search.board.look_at(search.slugs[place]);
    const SearchResult& result = search.board.result();
    if (result.error) {
      if (result.error->code == ErrorCode::kLeaseLost) return std::unexpected(*result.error);
      record_failure(result.board.source, *result.error, search.rests);
      if (stops_tick_) return false;
    }
    has_more = has_more || (!search.board.is_over() && place + 1 < search.slugs.size());
  }
  return has_more;
}

void CandidateCheck::apply_search(const Search& search) {
  const SearchResult& answer = search.board.result();
  if (answer.kind == SearchResult::Kind::kNone && answer.asked.empty()) return;
  answers_.push_back(answer);
  if (answer.error) return;
  if (search.rests > 0 && !answer.asked.empty()) {
    statements_.push_back(store::forget_rests(answer.board.source, now()));
  }
  const bool has_board =
      answer.kind == SearchResult::Kind::kFound || answer.kind == SearchResult::Kind::kEmpty;
  if (has_board) enter_board(answer.board);
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

void CandidateCheck::record_failure(Source source, const Error& error, std::int64_t rests) {
  if (is_our_fault(error.code)) {
    stops_tick_ = true;
    return postpone(error, now());
  }
  has_failed_ = true;
  postpone(error, now() + schedule::backoff(candidate_.failures + 1, jitter()));
  if (!is_source_fault(error)) return;
  const UnixSeconds until_s = now() + schedule::cooldown(error, rests + 1, jitter());
  statements_.push_back(store::rest_source(source, until_s, rests + 1, error));
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
  if (answers_.empty() && postponed_by_) line.append(describe(*postponed_by_));
  if (postponed_by_) {
    context_.log.warning(std::move(line));
  } else if (has_new_board_) {
    context_.log.success(std::move(line));
  } else {
    context_.log.info(std::move(line));
  }
  return result(outcome(), checked());
}

CandidateOutcome CandidateCheck::outcome() const {
  if (has_new_board_) return CandidateOutcome::kDiscovered;
  if (has(SearchResult::Kind::kFound) || has(SearchResult::Kind::kKnown)) {
    return CandidateOutcome::kUpdated;
  }
  if (postponed_by_) return CandidateOutcome::kFailed;
  return has(SearchResult::Kind::kEmpty) ? CandidateOutcome::kEmpty : CandidateOutcome::kNotFound;
}

store::Candidate CandidateCheck::checked() const {
  store::Candidate candidate = candidate_;
  if (postponed_by_) {
    candidate.failures += has_failed_ ? 1 : 0;
    candidate.next_check_at = postponed_until_s_;
    candidate.last_error = describe(*postponed_by_);
    return candidate;
  }
  const bool has_board = has(SearchResult::Kind::kFound) || has(SearchResult::Kind::kKnown);
  ++candidate.check_count;
  candidate.status =
      has_board ? store::CandidateStatus::kDiscovered : store::CandidateStatus::kNotFound;
  candidate.failures = 0;
  candidate.last_error.clear();
  candidate.next_check_at =
      now() + (has_board ? 0 : schedule::recheck_interval(candidate.check_count, jitter()));
  return candidate;
}

CheckResult CandidateCheck::result(CandidateOutcome outcome, store::Candidate candidate) {
  candidate.cut_offs = 0;
  candidate.last_checked_at = now();
  return {.outcome = outcome,
          .candidate = std::move(candidate),
          .statements = std::move(statements_),
          .stops_tick = stops_tick_};
}

bool CandidateCheck::has(SearchResult::Kind kind) const {
  return std::ranges::contains(answers_, kind, &SearchResult::kind);
}

store::SourceState CandidateCheck::state_of(Source source) const {
  const auto found =
      std::ranges::find(context_.sources, name_of(source), &store::SourceState::source);
  return found == context_.sources.end() ? store::SourceState() : *found;
}

RequestGate& CandidateCheck::gate_of(Source source) const {
  const auto row = std::ranges::find(kBoardSources, source, &SourceInfo::source);
  return context_.gates[static_cast<std::size_t>(row - kBoardSources.begin())];
}

std::string CandidateCheck::title() const {
  return normalize::fold_whitespace(truncate_utf8(candidate_.slug, kMaxTitleBytes));
}

double CandidateCheck::jitter() const { return schedule::jitter_from(context_.host.random()); }

}  // namespace spearyx::sync
