#include "sync/ats_sync.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "store/companies.h"
#include "store/far_future.h"
#include "store/request_slots.h"
#include "store/runs.h"
#include "sync/board_sync.h"
#include "sync/tick.h"

namespace spearyx::sync {
namespace {

// The slots of the first run are reserved before its source is known.
static_assert(std::ranges::all_of(kSources, [](const SourceInfo& source) {
  return !source.has_boards || source.spacing_ms == info(Source::kGreenhouse).spacing_ms;
}));

/// Companies in the order of their turn, and the slots reserved for the first.
struct Turn {
  std::vector<Company> companies;
  store::SlotRow slots;
};

class AtsTick {
 public:
  AtsTick(Host& host, const Event& event) : tick_(host, event, "ats") {}

  std::string run() {
    auto turn = take_turn();
    if (!turn) return tick_.finish(std::unexpected(std::move(turn.error())));
    return tick_.finish(work(*turn));
  }

 private:
  /// One round trip: lease, turn, due companies, and the first run with its request slots.
  Result<Turn> take_turn() {
    const store::Lease& lease = tick_.lease();
    const auto& company = tick_.event().company;
    const UnixSeconds now = tick_.now();
    const UnixSeconds longest = 2 * std::max(tick_.settings().interval_s, kDay);
    auto statements = std::vector{
        company ? store::take_company(lease, now, tick_.lease_end(), company->source, company->slug)
                : store::take_turn(lease, now, tick_.lease_end()),
        company ? store::claimed_company(lease)
                : store::due_companies(lease, now, tick_.settings().companies_per_tick),
        store::begin_claimed_run(lease, tick_.run_id(1), tick_.event().trigger, now),
        store::reserve_claimed_slots(lease, tick_.earliest_slot_ms(),
                                     info(Source::kGreenhouse).spacing_ms),
    };
    auto claimed =
        tick_.claim(std::move(statements), {store::mend_due_companies(now, now + longest)});
    if (!claimed) return std::unexpected(std::move(claimed.error()));
    if (!claimed->has_value()) return Turn{};
    auto rows = (*claimed)->rows<store::CompanyRow>(1);
    if (!rows) return std::unexpected(std::move(rows.error()));
    auto slots = store::read_slots(**claimed, 3);
    if (!slots) return std::unexpected(std::move(slots.error()));
    Turn turn{.companies = {}, .slots = *slots};
    for (store::CompanyRow& row : *rows) {
      turn.companies.push_back(store::to_company(std::move(row)));
    }
    return turn;
  }

  Result<void> work(const Turn& turn) {
    store::SlotRow slots = turn.slots;
    for (std::size_t i = 0; i < turn.companies.size(); ++i) {
      const Company& company = turn.companies[i];
      const int number = static_cast<int>(i) + 1;
      RequestGate gate(tick_.host(), company.source, tick_.lease());
      gate.offer(slots, company.page_count);
      BoardSync sync(
          {tick_.host(), tick_.settings(), tick_.event().variables, gate, slots.refusals}, company);
      RunResult run = sync.run();
      tick_.count_statements(gate.statements() + 1);
      if (run.error && run.error->code == ErrorCode::kLeaseLost) return std::unexpected(*run.error);

      const bool goes_on =
          i + 1 < turn.companies.size() && !run.stops_tick && tick_.has_budget_left();
      auto beginning =
          goes_on ? begin(turn.companies[i + 1], number + 1) : std::vector<Statement>();
      auto committed =
          tick_.commit_or_give_up(number, name_of(company.source), sync, run, std::move(beginning));
      if (!committed) return std::unexpected(std::move(committed.error()));
      tick_.report().add_run(tick_.run_id(number), name_of(company.source), company.slug, run);
      if (!goes_on) break;
      auto next_slots = store::read_slots(*committed, 1);
      if (!next_slots) return std::unexpected(std::move(next_slots.error()));
      slots = *next_slots;
    }
    return {};
  }

  std::vector<Statement> begin(const Company& company, int number) {
    return {
        store::begin_run(tick_.lease(), tick_.run_id(number), tick_.event().trigger,
                         name_of(company.source), company.slug, tick_.now()),
        store::reserve_slots(company.source, tick_.earliest_slot_ms(), company.page_count),
    };
  }

  Tick tick_;
};

}  // namespace

std::string sync_ats(Host& host, const Event& event) { return AtsTick(host, event).run(); }

}  // namespace spearyx::sync
