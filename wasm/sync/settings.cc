#include "sync/settings.h"

#include <algorithm>
#include <charconv>
#include <string_view>

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

}  // namespace

Settings read_settings(const Variables& variables) {
  constexpr Range kDays{1, 3'650};
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
  settings.himalayas_pages = std::max<std::int64_t>(
      2, number(variables, "HIMALAYAS_PAGES", {1, 50}, settings.himalayas_pages));
  settings.remoteok_max_age_s =
      number(variables, "REMOTEOK_MAX_AGE_DAYS", kDays, settings.remoteok_max_age_s / kDay) * kDay;
  settings.closed_s = number(variables, "CLOSED_DAYS", kDays, settings.closed_s / kDay) * kDay;
  return settings;
}

std::string base_url(Source source, const Variables& variables) {
  const auto found = variables.find(info(source).base_url_variable);
  const bool is_overridden = found != variables.end() && !found->second.empty();
  std::string url = is_overridden ? found->second : std::string(info(source).base_url);
  while (url.ends_with('/')) url.pop_back();
  return url;
}

}  // namespace spearyx::sync
