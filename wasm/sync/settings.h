#pragma once

#include <cstdint>
#include <string>

#include "sync/event.h"

namespace spearyx::sync {

/// No budget: more rows than a day has room for.
inline constexpr std::int64_t kNoDailyWrites = std::int64_t{1} << 50;

/// The variables that steer a sync, with their defaults; docs/operations.md explains them. A value
/// that is not a number in the allowed range is ignored in favour of the default.
struct Settings {
  /// SYNC_BUDGET: companies per tick.
  std::int64_t companies_per_tick = 10;
  /// SYNC_INTERVAL: seconds between two looks at a board.
  UnixSeconds interval_s = 4 * kHour;
  /// D1_QUERY_LIMIT: statements per tick; the platform allows 1,000, or 50 on the free plan.
  std::int64_t statements_per_tick = 1'000;
  /// D1_DAILY_WRITES: rows that all workers together may write in a day; this many if it is 0.
  std::int64_t daily_writes = kNoDailyWrites;
  /// DISCOVERY_BATCH: candidates per tick.
  std::int64_t candidates_per_tick = 5;
  /// HISTORY_DAYS, CLOSED_DAYS: how long finished runs and closed postings are kept.
  UnixSeconds history_s = 30 * kDay;
  UnixSeconds closed_s = 90 * kDay;
  /// HIMALAYAS_PAGES: pages of the feed read per turn, at least the newest and one that is behind.
  std::int64_t himalayas_pages = 3;
  /// REMOTEOK_MAX_AGE_DAYS: how long a posting may stay unseen before it is closed.
  UnixSeconds remoteok_max_age_s = 60 * kDay;
};

[[nodiscard]] Settings read_settings(const Variables& variables);

/// The source's own origin, or what its variable puts in its place; never ends with a slash.
[[nodiscard]] std::string base_url(Source source, const Variables& variables);

}  // namespace spearyx::sync
