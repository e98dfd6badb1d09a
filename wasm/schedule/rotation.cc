#include "schedule/rotation.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "schedule/timing.h"

namespace spearyx::schedule {
namespace {

constexpr UnixSeconds kShortestInterval = 15 * kMinute;
constexpr UnixSeconds kLongestInterval = kDay;

/// The prior for a board that was not watched: one opening in two days, worth as much as a watch of
/// a day. The watch is short, because boards differ by far more than this guess knows.
constexpr double kUsualRate = 0.5;
constexpr double kUsualWatchS = 1.0 * kDay;
/// The age in seconds at which an opening weighs a third (1/e).
constexpr double kMemoryS = 21.0 * kDay;

/// The least root of a rate: a board that was silent for long is not silent for ever.
constexpr double kLeastRoot = 0.1;
/// The bounds of the mean, for sources at which no mean brings the looks asked for.
constexpr double kLeastMean = kLeastRoot;
constexpr double kMostMean = 100;
/// The share of its way by which one look moves the mean: not so much that the mean trembles, which
/// costs what rates gain.
constexpr double kMeanStep = 1.0 / 32;

UnixSeconds shortest(UnixSeconds interval_s) { return std::min(kShortestInterval, interval_s); }
UnixSeconds longest(UnixSeconds interval_s) { return std::max(kLongestInterval, interval_s); }

/// Enters the openings since the last look. Postings of a first look do not count: nobody saw them
/// open.
void watch(Company& company, std::int64_t opened, UnixSeconds now) {
  if (company.last_synced_at > 0 && now > company.last_synced_at) {
    const auto elapsed_s = static_cast<double>(now - company.last_synced_at);
    const double kept = std::exp(-elapsed_s / kMemoryS);
    company.openings = company.openings * kept + static_cast<double>(opened);
    company.watched_s = company.watched_s * kept + elapsed_s;
  }
  company.last_synced_at = now;
}

void forget_failures(Company& company) {
  company.failures = 0;
  company.cut_offs = 0;
  company.last_error.clear();
}

void set_status(Company& company, CompanyStatus status) {
  if (company.status != CompanyStatus::kPaused) company.status = status;
}

void plan(Company& company, UnixSeconds interval_s, const Rotation& rotation) {
  company.interval_s = interval_s;
  company.next_sync_at =
      rotation.now + std::min(spread(interval_s, rotation.jitter), longest(rotation.interval_s));
}

Company after_success(Company company, std::int64_t opened, const Rotation& rotation) {
  watch(company, opened, rotation.now);
  forget_failures(company);
  company.suspect_since = 0;
  set_status(company, company.job_count == 0 ? CompanyStatus::kEmpty : CompanyStatus::kActive);
  const UnixSeconds interval_s = interval_of(company, rotation);
  plan(company, interval_s, rotation);
  return company;
}

}  // namespace

double opening_rate(const Company& company) {
  const double openings = company.openings + kUsualRate * kUsualWatchS / kDay;
  const double rate = openings * kDay / (company.watched_s + kUsualWatchS);
  return std::max(rate, kLeastRoot * kLeastRoot);
}

double usual_root_rate() { return std::sqrt(kUsualRate); }

double learn_mean_root_rate(double mean, const Company& company, UnixSeconds interval_s) {
  const bool follows_its_rate =
      company.job_count > 0 && company.suspect_since == 0 && company.failures == 0;
  if (!follows_its_rate) return mean;
  const double distance = static_cast<double>(company.interval_s) / static_cast<double>(interval_s);
  return std::clamp(mean * std::exp(kMeanStep * (1 - distance)), kLeastMean, kMostMean);
}

UnixSeconds interval_of(const Company& company, const Rotation& rotation) {
  if (company.job_count == 0) return kEmptyBoardInterval;
  const double mean = rotation.mean_root_rate > 0 ? rotation.mean_root_rate : usual_root_rate();
  const double wanted =
      static_cast<double>(rotation.interval_s) * mean / std::sqrt(opening_rate(company));
  return std::clamp(static_cast<UnixSeconds>(wanted), shortest(rotation.interval_s),
                    longest(rotation.interval_s));
}

Company after_unchanged(Company company, const Rotation& rotation) {
  return after_success(std::move(company), 0, rotation);
}

Company after_listing(Company company, const Figures& figures, const Rotation& rotation) {
  company.job_count = figures.job_count;
  company.remote_job_count = figures.remote_job_count;
  return after_success(std::move(company), figures.opened, rotation);
}

Company after_suspicion(Company company, const Rotation& rotation) {
  watch(company, 0, rotation.now);
  forget_failures(company);
  company.suspect_since = rotation.now;
  company.etag.clear();
  company.body_hash.clear();
  set_status(company, CompanyStatus::kActive);
  plan(company, kSuspectInterval, rotation);
  return company;
}

bool was_not_found(const Company& company) {
  return company.last_error.starts_with(error_id(ErrorCode::kBoardNotFound));
}

Company after_failure(Company company, const Error& error, UnixSeconds rest_s,
                      const Rotation& rotation) {
  if (passes_by_itself(error.code)) return company;
  const bool is_gone = error.code == ErrorCode::kBoardNotFound && was_not_found(company);
  ++company.failures;
  company.cut_offs = 0;
  company.last_error = describe(error);
  if (is_gone) {
    // Whoever enters the board again wants its listing read, even an unchanged one, because its
    // postings are closed.
    set_status(company, CompanyStatus::kGone);
    company.page_count = 1;
    company.etag.clear();
    company.body_hash.clear();
    company.suspect_since = 0;
  }
  if (error.code == ErrorCode::kInvalidSlug) company.status = CompanyStatus::kPaused;
  // A board that is too large stays so, and costs what is read of it each time.
  const UnixSeconds wait = error.code == ErrorCode::kBodyTooLarge
                               ? kMaxBackoff
                               : backoff(company.failures, rotation.jitter);
  company.next_sync_at = rotation.now + std::max(wait, rest_s);
  return company;
}

Company after_cut_off(Company company, const Error& cause, UnixSeconds now) {
  company.next_sync_at = now + cut_off_wait(company.failures);
  ++company.failures;
  ++company.cut_offs;
  company.last_error = describe(cause);
  return company;
}

UnixSeconds cut_off_wait(std::int64_t failures_before) {
  return failures_before == 0 ? 0 : backoff_span(failures_before);
}

}  // namespace spearyx::schedule
