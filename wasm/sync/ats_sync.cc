#include "sync/ats_sync.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "schedule/rotation.h"
#include "schedule/timing.h"
#include "store/companies.h"
#include "store/runs.h"
#include "store/source_state.h"
#include "support/decode.h"
#include "sync/board_sync.h"
#include "sync/request_gate.h"
#include "sync/tick.h"

namespace spearyx::sync {

/// The worker's cursor besides its last source: the rates at which boards of each source open
/// postings, by its name.
struct AtsCursor {
  std::map<std::string, double, std::less<>> mean_root_rates;
};

namespace {

/// The most requests that fit into a tick, at the source with the least spacing. At a slower one
/// the tick ends before its window does.
constexpr std::int64_t kRequestsPerTick =
    schedule::kTickMs / std::ranges::min(kBoardSources, {}, &SourceInfo::spacing_ms).spacing_ms;

/// The number of requests that the companies' last listings took.
std::int64_t requests_of(std::span<const Company> companies) {
  return std::accumulate(
      companies.begin(), companies.end(), std::int64_t{0},
      [](std::int64_t sum, const Company& company) { return sum + company.page_count; });
}

/// The due companies of one source in the order of their turn, and the window for their requests.
struct BoardTurn {
  std::vector<Company> companies;
  store::Window window;
};

/// Takes the next turn, or the one company that the event names.
class BoardClaim {
 public:
  using Turn = BoardTurn;

  BoardClaim(const Tick& tick, store::Batch& batch) {
    const store::Lease& lease = tick.lease();
    const auto trigger = tick.event().trigger;
    if (const auto& only = tick.event().company) {
      batch.add(store::take_company_turn(lease, tick.term(), only->source, only->slug));
      batch.add(store::begin_company_run(lease, tick.now(), trigger));
    } else {
      batch.add(store::take_board_turn(lease, tick.term()));
      const std::int64_t limit = std::min(tick.settings().companies_per_tick, kRequestsPerTick);
      batch.add(store::begin_board_runs(lease, tick.now(), trigger, limit));
    }
    companies_ = batch.ask(store::claimed_companies(lease.worker));
    std::vector<store::Requests> requests;
    for (const SourceInfo& row : kBoardSources) requests.push_back({row.source, 1});
    window_ = batch.ask(store::reserve_claimed_window(lease, tick.earliest_window_ms(), requests));
  }

  [[nodiscard]] Result<Remains> remains(const store::Answers& answers) const {
    return answers.rows(companies_).transform([](std::vector<Company> companies) {
      return Remains{.companies = std::move(companies), .feeds = {}, .candidates = {}};
    });
  }

  [[nodiscard]] Result<std::optional<Turn>> turn(const store::Answers& answers) const {
    auto companies = answers.rows(companies_);
    if (!companies) return std::unexpected(std::move(companies.error()));
    const auto window = answers.first(window_);
    if (!window) return std::unexpected(window.error());
    if (companies->empty() || !window->has_value()) return std::nullopt;
    return Turn{.companies = *std::move(companies), .window = **window};
  }

 private:
  store::Place<Company> companies_{};
  store::Place<store::Window> window_{};
};

class AtsTick {
 public:
  AtsTick(Host& host, const Event& event) : tick_(host, event, "ats") {}

  std::string run() {
    auto turn = tick_.claim<BoardClaim>();
    if (!turn) return tick_.finish(std::unexpected(std::move(turn.error())));
    return tick_.finish(turn->has_value() ? work(**turn) : Result<void>());
  }

 private:
  Result<void> work(const BoardTurn& turn) {
    const std::span companies(turn.companies);
    const Source source = companies.front().source;
    double mean = mean_root_rate(source);
    RequestGate gate(tick_.host(), source, tick_.lease());
    gate.grant(turn.window, std::ssize(companies));
    for (std::size_t i = 0; i < companies.size(); ++i) {
      gate.expect_requests(requests_of(companies.subspan(i)));
      BoardSync sync({.host = tick_.host(),
                      .settings = tick_.settings(),
                      .variables = tick_.event().variables,
                      .gate = gate,
                      .rests = turn.window.rests,
                      .mean_root_rate = mean},
                     companies[i]);
      RunResult run = sync.run();
      if (run.company) {
        mean = schedule::learn_mean_root_rate(mean, *run.company, tick_.settings().interval_s);
        run.cursor["mean_root_rates"][std::string(name_of(source))] = mean;
      }
      const Tick::Then then = what_then(run, companies.size() - i - 1);
      const auto done = tick_.conclude(companies[i].run_id, sync, std::move(run), then);
      if (!done || then != Tick::Then::kGoOn) return done;
    }
    return {};
  }

  [[nodiscard]] Tick::Then what_then(const RunResult& run, std::size_t left) const {
    if (left == 0) return Tick::Then::kEnd;
    const bool goes_on = !run.stops_tick && tick_.has_budget_left();
    return goes_on ? Tick::Then::kGoOn : Tick::Then::kEndEarly;
  }

  /// The mean root of the rates of the source's boards, as the ticks before learnt it.
  [[nodiscard]] double mean_root_rate(Source source) const {
    AtsCursor cursor;
    if (decode(cursor, tick_.cursor())) return schedule::usual_root_rate();
    const auto known = cursor.mean_root_rates.find(name_of(source));
    return known == cursor.mean_root_rates.end() ? schedule::usual_root_rate() : known->second;
  }

  Tick tick_;
};

}  // namespace

std::string sync_ats(Host& host, const Event& event) { return AtsTick(host, event).run(); }

}  // namespace spearyx::sync
