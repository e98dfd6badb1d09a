#pragma once

#include <cstdint>

#include "support/error.h"
#include "support/time.h"

/// When to ask next: pure functions of time, failures and a random number. `jitter` spreads what
/// would otherwise happen at once; it is uniform in [0, 1).
namespace spearyx::schedule {

/// No further company is begun after this much of a tick, so that ticks rarely meet.
inline constexpr UnixMillis kTickMs = 90'000;

/// What was found is committed at least this often, so that the lease does not lapse meanwhile; a
/// little longer than fifty requests take.
inline constexpr UnixMillis kCommitMs = 70'000;

inline constexpr UnixSeconds kMaxBackoff = kDay;
/// A source that rests longer was put to rest by a clock that was wrong.
inline constexpr UnixSeconds kLongestRest = 2 * kMaxBackoff;
inline constexpr UnixSeconds kMaxRecheckInterval = 120 * kDay;
inline constexpr UnixSeconds kEmptyBoardInterval = kDay;
inline constexpr UnixSeconds kSuspectInterval = 30 * kMinute;

/// A random number as a jitter.
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

/// Seconds a whole source rests after refusing us `refusals` times in a row: after a refusal (429)
/// what it asked for, at most a day; else a minute or two, doubled each time. That a board is in
/// trouble (503) and when to come back to it, it says for itself alone.
[[nodiscard]] UnixSeconds cooldown(const Error& refusal, std::int64_t refusals, double jitter);

/// Seconds that a rest until `until_s` still takes; 0 where it is over, or where it is so long that a
/// clock that was wrong must have set it.
[[nodiscard]] UnixSeconds rest_left(UnixSeconds until_s, UnixSeconds now);

/// Milliseconds before the n-th retry (from 1) of one request within a run.
[[nodiscard]] std::int64_t retry_delay_ms(int retry, double jitter);

/// A listing this much smaller than the last one is believed only when seen twice: empty, or less
/// than a fifth of ten postings or more.
[[nodiscard]] bool is_suspicious(std::int64_t postings_before, std::int64_t postings_now);

}  // namespace spearyx::schedule
