#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sync/event.h"

namespace spearyx::sync {

/// The budget that is none: more rows than a day has room for.
inline constexpr std::int64_t kNoDailyWrites = std::int64_t{1} << 50;

/// The variables that steer a sync, with their defaults; docs/operations.md explains them. A value
/// that is not a number in the allowed range is ignored in favour of the default.
struct Settings {
  /// SYNC_BUDGET: companies per tick.
  std::int64_t companies_per_tick = 10;
  /// SYNC_INTERVAL: seconds between two looks at a board, on average.
  UnixSeconds interval_s = 4 * kHour;
  /// D1_QUERY_LIMIT: statements per tick; the platform allows 1,000, or 50 on the free plan.
  std::int64_t statements_per_tick = 1'000;
  /// D1_DAILY_WRITES: rows that all workers together may write in a day; the default,
  /// `kNoDailyWrites`, also where the variable is 0.
  std::int64_t daily_writes = kNoDailyWrites;
  /// DISCOVERY_BATCH: candidates per tick.
  std::int64_t candidates_per_tick = 5;
  /// HISTORY_DAYS, CLOSED_DAYS, CLOSED_TEXT_DAYS: the times after which finished runs, closed
  /// postings and their descriptions are deleted.
  UnixSeconds history_s = 30 * kDay;
  UnixSeconds closed_s = 90 * kDay;
  UnixSeconds closed_text_s = 7 * kDay;
};

[[nodiscard]] Settings read_settings(const Variables& variables);

/// ALERT_WEBHOOK: the address to tell when the health of the workers changes, "" where there is
/// none.
[[nodiscard]] std::string_view alert_webhook(const Variables& variables);

/// The variables of one feed, whose defaults its reader states.
struct FeedSettings {
  /// <NAME>_PAGES: pages per turn; of more than one at least the newest page and one further back.
  std::int64_t pages = 1;
  /// <NAME>_MAX_AGE_DAYS: the time for which a posting may stay unseen before it is closed.
  UnixSeconds max_age_s = 0;
};

[[nodiscard]] FeedSettings read_feed_settings(Source source, const Variables& variables);

/// The origin of the source's API, or its variable's value instead; never ends with a slash. The
/// slug is the board's, for a source whose boards have hosts of their own.
[[nodiscard]] std::string base_url(Source source, const Variables& variables,
                                   std::string_view slug = {});

}  // namespace spearyx::sync
