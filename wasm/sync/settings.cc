#include "sync/settings.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string_view>
#include <system_error>

#include "sources/reader.h"
#include "store/source_state.h"

namespace spearyx::sync {
namespace {

struct Range {
  std::int64_t low;
  std::int64_t high;
};

std::int64_t number(const Variables& variables, std::string_view name, Range range,
                    std::int64_t otherwise) {
  const auto found = variables.find(name);
  if (found == variables.end()) return otherwise;
  const std::string& text = found->second;
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = failure == std::errc() && end == text.data() + text.size();
  return is_number && value >= range.low && value <= range.high ? value : otherwise;
}

constexpr Range kDays{1, 3'650};

}  // namespace

Settings read_settings(const Variables& variables) {
  Settings settings;
  settings.companies_per_tick =
      number(variables, "SYNC_BUDGET", {1, 1'000}, settings.companies_per_tick);
  settings.candidates_per_tick =
      number(variables, "DISCOVERY_BATCH", {1, 100}, settings.candidates_per_tick);
  settings.interval_s = number(variables, "SYNC_INTERVAL", {1, 30 * kDay}, settings.interval_s);
  settings.statements_per_tick =
      number(variables, "D1_QUERY_LIMIT", {30, 100'000}, settings.statements_per_tick);
  const std::int64_t daily_writes =
      number(variables, "D1_DAILY_WRITES", {0, kNoDailyWrites}, settings.daily_writes);
  settings.daily_writes = daily_writes == 0 ? kNoDailyWrites : daily_writes;
  settings.history_s = number(variables, "HISTORY_DAYS", kDays, settings.history_s / kDay) * kDay;
  settings.closed_s = number(variables, "CLOSED_DAYS", kDays, settings.closed_s / kDay) * kDay;
  settings.closed_text_s =
      number(variables, "CLOSED_TEXT_DAYS", kDays, settings.closed_text_s / kDay) * kDay;
  return settings;
}

std::string_view alert_webhook(const Variables& variables) {
  const auto found = variables.find("ALERT_WEBHOOK");
  return found == variables.end() ? std::string_view() : found->second;
}

FeedSettings read_feed_settings(Source source, const Variables& variables) {
  const FeedReader& feed = feed_reader(source);
  const std::int64_t least = feed.pages > 1 ? 2 : 1;
  const std::int64_t pages = number(variables, variable_of(source, "PAGES"), {1, 50}, feed.pages);
  const std::int64_t days =
      number(variables, variable_of(source, "MAX_AGE_DAYS"), kDays, feed.max_age_days);
  // A tick cannot wait for a second page of a source that is asked once in a while.
  const bool is_rare = info(source).spacing_ms > store::kLongestQueueMs;
  return {.pages = is_rare ? 1 : std::max(least, pages), .max_age_s = days * kDay};
}

std::string base_url(Source source, const Variables& variables, std::string_view slug) {
  constexpr std::string_view kSlug = "{slug}";
  const auto found = variables.find(variable_of(source, "API"));
  const bool is_overridden = found != variables.end() && !found->second.empty();
  std::string url = is_overridden ? found->second : std::string(info(source).base_url);
  while (url.ends_with('/')) url.pop_back();
  const std::size_t place = url.find(kSlug);
  return place == std::string::npos ? url : url.replace(place, kSlug.size(), slug);
}

}  // namespace spearyx::sync
