#pragma once

#include <cstdint>
#include <string>

#include "model/company.h"
#include "support/error.h"
#include "support/time.h"

/// What a look at a board does to its company, and when the next look is: pure functions. Looks are
/// the more frequent the more often a board opens postings. The delay until a new posting is seen is
/// least, for a given number of requests, where looks are proportional to the square root of that
/// rate (docs/decisions/0012-looks-by-the-root-of-the-rate.md).
namespace spearyx::schedule {

/// What the rules need to know besides the company.
struct Rotation {
  UnixSeconds now = 0;
  /// The distance of two looks, on average over all boards (SYNC_INTERVAL).
  UnixSeconds interval_s = 4 * kHour;
  /// The mean over the source's boards of the root of their rates, in postings a day; 0 = unknown.
  double mean_root_rate = 0;
  /// Uniform in [0, 1).
  double jitter = 0;
};

/// Postings a board opens in a day: what was seen, and before that what boards usually do.
[[nodiscard]] double opening_rate(const Company& company);

/// The mean root of the rates before any board was watched.
[[nodiscard]] double usual_root_rate();

/// The mean after a look at this company, of which the next look is planned. It rises where that look
/// is nearer than `interval_s` (SYNC_INTERVAL) and falls where it is further, so that it rests where
/// looks are `interval_s` apart on average: that is the mean of the boards' roots, each board weighing
/// alike however often it is asked, and what the bounds of `interval_of` take from some boards is given
/// to the others. Boards whose next look does not follow their rate leave it as it is: empty,
/// suspicious and failing ones.
[[nodiscard]] double learn_mean_root_rate(double mean, const Company& company,
                                          UnixSeconds interval_s);

/// The distance of two looks at the company: `interval_s` × mean root / root of its rate, at least a
/// quarter of an hour and at most a day, unless `interval_s` itself is less or more. An empty board is
/// asked once a day.
[[nodiscard]] UnixSeconds interval_of(const Company& company, const Rotation& rotation);

/// The figures of a listing that was taken over.
struct Figures {
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  /// Remote postings that were not known before.
  std::int64_t opened = 0;
};

/// After a listing that is the one taken over last time.
[[nodiscard]] Company after_unchanged(Company company, const Rotation& rotation);

/// After a listing was taken over, whose name and validators the company carries already.
[[nodiscard]] Company after_listing(Company company, const Figures& figures,
                                    const Rotation& rotation);

/// After a listing too small to be believed: neither its figures nor its validators stay.
[[nodiscard]] Company after_suspicion(Company company, const Rotation& rotation);

/// Whether the last look found no board; a second such look in a row means that the board is gone.
[[nodiscard]] bool was_not_found(const Company& company);

/// After a failure. A second "not found" in a row means that the board is gone; a slug that no board
/// can have pauses the company; a failure of ours leaves it as it is. `rest_s` is how long the
/// source, or this board, asked to be left alone.
[[nodiscard]] Company after_failure(Company company, const Error& error, UnixSeconds rest_s,
                                    const Rotation& rotation);

/// After a run that was cut off: the first time to the end of what is due, then with a growing wait,
/// so that one that kills every run does not block the rest.
[[nodiscard]] Company after_cut_off(Company company, const Error& cause, UnixSeconds now);

/// How long something waits whose run was cut off, by its failures before that.
[[nodiscard]] UnixSeconds cut_off_wait(std::int64_t failures_before);

}  // namespace spearyx::schedule
