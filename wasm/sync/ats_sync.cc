#include "sync/ats_sync.h"

#include <utility>
#include <vector>

#include "schedule/timing.h"
#include "store/companies.h"
#include "store/jobs.h"
#include "store/request_slots.h"
#include "store/rows.h"
#include "sync/board_sync.h"
#include "sync/commit.h"
#include "sync/settings.h"
#include "sync/tick_report.h"

namespace spearyx::sync {

struct BusyRow {
  std::int64_t busy = 0;
};

namespace {

constexpr std::string_view kWorker = "ats";
/// Statements a further company may need beyond its first postings.
constexpr std::int64_t kStatementsPerCompany = 12;

/// What the claiming batch found.
struct Claim {
  enum class Outcome : std::uint8_t { kTaken, kIdle, kBusy };
  Outcome outcome = Outcome::kIdle;
  std::vector<Company> companies;
  store::SlotRow slot;
};

class AtsTick {
 public:
  AtsTick(Host& host, const Event& event)
      : host_(host),
        event_(event),
        settings_(read_settings(event.variables)),
        lease_{kWorker, event.invocation},
        report_(host, kWorker),
        started_ms_(host.now_ms()) {}

  std::string run() {
    auto claim = this->claim();
    if (!claim) return report_.finish("failed", claim.error());
    if (claim->outcome == Claim::Outcome::kBusy) return report_.finish("busy");
    if (claim->outcome == Claim::Outcome::kIdle) return report_.finish("idle");
    auto worked = work(claim->companies, claim->slot);
    return worked ? report_.finish("worked") : report_.finish("failed", worked.error());
  }

 private:
  [[nodiscard]] UnixSeconds now() const { return to_seconds(host_.now_ms()); }
  [[nodiscard]] UnixSeconds lease_end() const { return now() + schedule::kLeaseSeconds; }

  /// One round trip: clear away what a killed tick left, take lease and turn, begin the first run.
  Result<Claim> claim() {
    const auto& company = event_.company;
    const UnixMillis earliest_slot_ms = host_.now_ms() + kSlotLeadMs;
    const std::vector<Statement> batch{
        store::defer_abandoned_companies(lease_, now()),
        store::mark_abandoned_runs(lease_, now()),
        company ? store::take_company(lease_, now(), lease_end(), company->source, company->slug)
                : store::take_turn(lease_, now(), lease_end()),
        company ? store::claimed_company(lease_)
                : store::due_companies(lease_, now(), settings_.companies_per_tick),
        store::begin_claimed_run(lease_, store::run_id(lease_, 1), event_.trigger, now()),
        store::reserve_claimed_slots(lease_, earliest_slot_ms,
                                     info(Source::kGreenhouse).spacing_ms),
        store::is_busy(lease_, now()),
    };
    statements_ += static_cast<std::int64_t>(batch.size());
    const auto answer = store::BatchResult::run(host_, batch);
    if (!answer) return std::unexpected(answer.error());
    return read_claim(*answer);
  }

  static Result<Claim> read_claim(const store::BatchResult& answer) {
    auto companies = answer.rows<store::CompanyRow>(3);
    const auto slots = answer.rows<store::SlotRow>(5);
    const auto busy = answer.rows<BusyRow>(6);
    if (!companies) return std::unexpected(companies.error());
    if (!slots) return std::unexpected(slots.error());
    if (!busy) return std::unexpected(busy.error());
    Claim claim;
    if (!busy->empty() && busy->front().busy != 0) claim.outcome = Claim::Outcome::kBusy;
    if (companies->empty() || slots->empty()) return claim;
    claim.outcome = Claim::Outcome::kTaken;
    claim.slot = slots->front();
    for (store::CompanyRow& row : *companies) {
      claim.companies.push_back(store::to_company(std::move(row)));
    }
    return claim;
  }

  Result<void> work(const std::vector<Company>& companies, store::SlotRow slot) {
    const normalize::Categoriser categoriser;
    for (std::size_t i = 0; i < companies.size(); ++i) {
      const Company& company = companies[i];
      RequestGate gate(host_, company.source, lease_);
      gate.offer(slot.first_slot_ms, company.page_count);
      BoardSync sync({host_, settings_, event_.variables, categoriser, gate, slot.refusals},
                     company);
      RunResult run = sync.run();
      statements_ += gate.statements() + 1;
      if (run.error && run.error->code == ErrorCode::kLeaseLost) return std::unexpected(*run.error);

      const bool goes_on = i + 1 < companies.size() && !run.stops_tick && has_budget_left();
      const Company* next = goes_on ? &companies[i + 1] : nullptr;
      const int number = static_cast<int>(i) + 1;
      auto committed = commit_run(run, number, next);
      if (!committed && committed.error().code == ErrorCode::kDatabase) {
        run = sync.give_up(committed.error());
        committed = commit_run(run, number, next);
      }
      if (!committed) return std::unexpected(committed.error());
      report_.add_run(store::run_id(lease_, number), name_of(company.source), company.slug, run);
      if (!goes_on) break;
      slot = *committed;
    }
    return {};
  }

  [[nodiscard]] bool has_budget_left() const {
    return host_.now_ms() - started_ms_ < schedule::kTickMs &&
           statements_ + kStatementsPerCompany <= settings_.statements_per_tick;
  }

  /// One round trip: what the run found, its outcome, and either the beginning of the next run with
  /// its slots or the end of the tick.
  Result<store::SlotRow> commit_run(const RunResult& run, int number, const Company* next) {
    std::vector<Statement> batch{next != nullptr ? store::renew_lease(lease_, lease_end())
                                                 : store::release_lease(lease_)};
    batch.insert(batch.end(), run.statements.begin(), run.statements.end());
    batch.push_back(store::finish_run(
        store::run_id(lease_, number), {run.receipt.to_json(), run.logs_json, run.error}, now()));
    if (next != nullptr) {
      append_beginning(batch, *next, number + 1);
    } else {
      batch.push_back(store::prune_runs((now() - settings_.history_s) * 1'000));
      batch.push_back(store::prune_closed_jobs(now() - settings_.closed_s));
    }
    statements_ += static_cast<std::int64_t>(batch.size());
    const auto answer = commit(host_, batch);
    if (!answer) return std::unexpected(answer.error());
    if (next == nullptr) return store::SlotRow{};
    const auto slots = answer->rows<store::SlotRow>(batch.size() - 1);
    if (!slots) return std::unexpected(slots.error());
    return slots->empty() ? store::SlotRow{} : slots->front();
  }

  void append_beginning(std::vector<Statement>& batch, const Company& company, int number) {
    batch.push_back(store::begin_run(lease_, store::run_id(lease_, number), event_.trigger,
                                     name_of(company.source), company.slug, now()));
    batch.push_back(store::reserve_slots(company.source, host_.now_ms() + kSlotLeadMs,
                                         company.page_count));
  }

  Host& host_;
  const Event& event_;
  Settings settings_;
  store::Lease lease_;
  TickReport report_;
  UnixMillis started_ms_;
  std::int64_t statements_ = 0;
};

}  // namespace

std::string sync_ats(Host& host, const Event& event) { return AtsTick(host, event).run(); }

}  // namespace spearyx::sync
