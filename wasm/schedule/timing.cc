#include "schedule/timing.h"

#include <algorithm>

namespace spearyx::schedule {
namespace {

constexpr UnixSeconds kFirstBackoff = 5 * kMinute;
constexpr UnixSeconds kFirstCooldown = kMinute;
constexpr std::int64_t kFirstRetryMs = 1'000;
constexpr std::int64_t kMaxDoublings = 20;

std::int64_t doubled(std::int64_t first, std::int64_t times, std::int64_t limit) {
  return std::min(first << std::clamp(times, std::int64_t{0}, kMaxDoublings), limit);
}

std::int64_t upper_half(std::int64_t span, double jitter) {
  const std::int64_t half = span / 2;
  return half + static_cast<std::int64_t>(static_cast<double>(span - half) * jitter);
}

}  // namespace

double jitter_from(std::uint64_t random) {
  constexpr double kStep = 0x1.0p-53;
  return static_cast<double>(random >> 11U) * kStep;
}

UnixSeconds spread(UnixSeconds interval, double jitter) {
  return interval + static_cast<UnixSeconds>(static_cast<double>(interval) * (jitter - 0.5) / 5);
}

UnixSeconds backoff_span(std::int64_t failures) {
  return doubled(kFirstBackoff, failures - 1, kMaxBackoff);
}

UnixSeconds backoff(std::int64_t failures, double jitter) {
  return upper_half(backoff_span(failures), jitter);
}

UnixSeconds recheck_interval(std::int64_t checks, double jitter) {
  const UnixSeconds interval = doubled(7 * kDay, checks - 1, kMaxRecheckInterval);
  return interval - static_cast<UnixSeconds>(static_cast<double>(interval) * jitter / 10);
}

UnixSeconds cooldown(const Error& refusal, std::int64_t refusals, double jitter) {
  const bool speaks_for_source = refusal.code == ErrorCode::kRateLimited;
  if (speaks_for_source && refusal.retry_after_s) {
    return std::clamp(*refusal.retry_after_s, UnixSeconds{1}, kMaxBackoff);
  }
  return upper_half(doubled(2 * kFirstCooldown, refusals - 1, kMaxBackoff), jitter);
}

UnixSeconds rest_left(UnixSeconds until_s, UnixSeconds now) {
  const UnixSeconds left = until_s - now;
  return left > 0 && left <= kLongestRest ? left : 0;
}

std::int64_t retry_delay_ms(int retry, double jitter) {
  return upper_half(doubled(kFirstRetryMs, retry - 1, 30'000), jitter);
}

bool is_suspicious(std::int64_t postings_before, std::int64_t postings_now) {
  if (postings_before == 0) return false;
  return postings_now == 0 || (postings_before >= 10 && postings_now * 5 < postings_before);
}

}  // namespace spearyx::schedule
