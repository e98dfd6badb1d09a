#pragma once

#include <cstdint>
#include <string>

#include "model/company.h"
#include "support/error.h"
#include "support/time.h"

/// The rotation: how a look changes a company, and when its next look is, as pure functions. Boards
/// that open more postings are looked at more often. The delay until a new posting is seen is
/// least, for a given number of requests, where looks are proportional to the square root of that
/// rate (docs/decisions/0012-looks-by-the-root-of-the-rate.md).
namespace spearyx::schedule {

/// The input of the rules besides the company.
struct Rotation {
  UnixSeconds now = 0;
  /// The seconds between two looks, on average over all boards (SYNC_INTERVAL).
  UnixSeconds interval_s = 4 * kHour;
  /// The mean over the source's boards of the root of their rates, in postings a day; 0 = unknown.
  double mean_root_rate = 0;
  /// A random number, uniform in [0, 1).
  double jitter = 0;
};

/// The postings that a board opens in a day: those that were seen, and before that the usual rate.
[[nodiscard]] double opening_rate(const Company& company);

/// The mean root of the rates before any board was watched.
[[nodiscard]] double usual_root_rate();

/// Learns the mean from a look at this company whose next look is planned. The mean rises where
/// that next look is nearer than `interval_s` (SYNC_INTERVAL) and falls where it is further. So it
/// rests where looks are `interval_s` apart on average. There it is the mean of the boards' roots:
/// each board weighs alike, however often it is asked, and looks that the bounds of `interval_of`
/// take from some boards go to the others. Boards whose next look does not follow their rate leave
/// the mean as it is: empty, suspicious and failing ones.
[[nodiscard]] double learn_mean_root_rate(double mean, const Company& company,
                                          UnixSeconds interval_s);

/// The seconds between two looks at the company: `interval_s` × mean root / root of its rate, at
/// least a quarter of an hour and at most a day, unless `interval_s` itself is less or more. An
/// empty board is asked once a day.
[[nodiscard]] UnixSeconds interval_of(const Company& company, const Rotation& rotation);

/// The figures of a listing that was written.
struct Figures {
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  /// Remote postings that were not known before.
  std::int64_t opened = 0;
};

/// The company after a listing that was the last one again.
[[nodiscard]] Company after_unchanged(Company company, const Rotation& rotation);

/// The company after a listing was written; it carries the listing's name and validators already.
[[nodiscard]] Company after_listing(Company company, const Figures& figures,
                                    const Rotation& rotation);

/// The company after a listing too small to be believed: it keeps neither figures nor validators of
/// it.
[[nodiscard]] Company after_suspicion(Company company, const Rotation& rotation);

/// Whether the last look found no board; a second such look in a row means that the board is gone.
[[nodiscard]] bool was_not_found(const Company& company);

/// The company after a failure. A second "not found" in a row means that the board is gone; a slug
/// that no board can have pauses the company; a failure of ours leaves the company as it is.
/// `rest_s` is the rest that the source, or this board, asked for.
[[nodiscard]] Company after_failure(Company company, const Error& error, UnixSeconds rest_s,
                                    const Rotation& rotation);

/// The company after a run that was cut off. The first time it goes behind everything that is due,
/// then it waits longer each time, so that a company that kills every run does not block the rest.
[[nodiscard]] Company after_cut_off(Company company, const Error& cause, UnixSeconds now);

/// The wait after a run that was cut off, by the failures before it.
[[nodiscard]] UnixSeconds cut_off_wait(std::int64_t failures_before);

}  // namespace spearyx::schedule
