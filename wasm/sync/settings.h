#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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
  /// HISTORY_DAYS, CLOSED_DAYS, CLOSED_TEXT_DAYS: how long finished runs, closed postings and their
  /// descriptions are kept.
  UnixSeconds history_s = 30 * kDay;
  UnixSeconds closed_s = 90 * kDay;
  UnixSeconds closed_text_s = 7 * kDay;
};

[[nodiscard]] Settings read_settings(const Variables& variables);

/// ALERT_WEBHOOK: the address that is told when the health of the workers changes, "" where there is none.
[[nodiscard]] std::string_view alert_webhook(const Variables& variables);

/// The same for one feed, with what its reader states for defaults.
struct FeedSettings {
  /// <NAME>_PAGES: pages per turn, of more than one at least the newest and one that is behind.
  std::int64_t pages = 1;
  /// <NAME>_MAX_AGE_DAYS: how long a posting may stay unseen before it is closed.
  UnixSeconds max_age_s = 0;
};

[[nodiscard]] FeedSettings read_feed_settings(Source source, const Variables& variables);

/// The source's own origin, or what its variable puts in its place; never ends with a slash. The slug
/// is the board's, for a source whose boards have hosts of their own.
[[nodiscard]] std::string base_url(Source source, const Variables& variables,
                                   std::string_view slug = {});

}  // namespace spearyx::sync
