#pragma once

#include <cstdint>

#include "support/error.h"
#include "support/time.h"

/// The times of the next requests, as pure functions of time, failures and a random number.
/// `jitter` spreads events that would otherwise happen at once; it is uniform in [0, 1).
namespace spearyx::schedule {

/// The time within a tick after which no further company is begun, so that ticks rarely meet.
inline constexpr UnixMillis kTickMs = 90'000;

/// The longest time between two commits, so that the lease does not lapse meanwhile; a little
/// longer than fifty requests take.
inline constexpr UnixMillis kCommitMs = 70'000;

inline constexpr UnixSeconds kMaxBackoff = kDay;
/// The longest rest that is believed; a longer one comes from a clock that was wrong.
inline constexpr UnixSeconds kLongestRest = 2 * kMaxBackoff;
inline constexpr UnixSeconds kMaxRecheckInterval = 120 * kDay;
inline constexpr UnixSeconds kEmptyBoardInterval = kDay;
inline constexpr UnixSeconds kSuspectInterval = 30 * kMinute;

/// The jitter that a random number stands for.
[[nodiscard]] double jitter_from(std::uint64_t random);

/// `interval` give or take a tenth.
[[nodiscard]] UnixSeconds spread(UnixSeconds interval, double jitter);

/// The longest wait after `failures` in a row (at least 1): 5 minutes, doubled each time, at most a
/// day.
[[nodiscard]] UnixSeconds backoff_span(std::int64_t failures);

/// Seconds to wait after `failures` in a row (at least 1): in the upper half of `backoff_span`.
[[nodiscard]] UnixSeconds backoff(std::int64_t failures, double jitter);

/// Seconds until a candidate that has no board is looked for again, after `checks` of them (at
/// least 1): a week, doubled each time, at most 120 days; up to a tenth of it is taken off at
/// random.
[[nodiscard]] UnixSeconds recheck_interval(std::int64_t checks, double jitter);

/// The seconds for which a whole source rests after `refusals` refusals in a row. After a 429 it
/// rests as long as it asked for, at most a day; else a minute or two, doubled each time. A 503 and
/// its `Retry-After` are about one board alone.
[[nodiscard]] UnixSeconds cooldown(const Error& refusal, std::int64_t refusals, double jitter);

/// The seconds that a rest until `until_s` still takes; 0 where it is over, or where it is so long
/// that a wrong clock must have set it.
[[nodiscard]] UnixSeconds rest_left(UnixSeconds until_s, UnixSeconds now);

/// Milliseconds before the n-th retry (from 1) of one request within a run.
[[nodiscard]] std::int64_t retry_delay_ms(int retry, double jitter);

/// Whether a listing is so much smaller than the last one that it must be seen twice to be
/// believed: empty, or less than a fifth of ten postings or more.
[[nodiscard]] bool is_suspicious(std::int64_t postings_before, std::int64_t postings_now);

}  // namespace spearyx::schedule
