#include "api/search/without.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <expected>
#include <functional>
#include <string>
#include <utility>

#include "api/search/index_words.h"
#include "api/search/row_budget.h"
#include "support/json.h"

namespace spearyx::api {

/// The number of postings that one of the filters lets through, by its place among them.
struct WithoutRow {
  std::int64_t place = 0;
  std::int64_t postings = 0;
};

namespace {

// ?1 [[match, lowest key], …]; ?2 how many of each.
constexpr std::string_view kCountEach = R"sql(
SELECT e.key AS place, (SELECT count(*) FROM (SELECT rowid FROM jobs_fts
  WHERE jobs_fts MATCH e.value ->> 0 AND rowid >= CAST(e.value ->> 1 AS INTEGER) LIMIT ?2)) AS postings
FROM json_each(?1) AS e
)sql";

struct Part {
  std::string_view parameter;
  void (*drop)(JobFilter& filter);
};

constexpr auto kParts = std::to_array<Part>({
    {"search", [](JobFilter& filter) { filter.search = {}; }},
    {"category", [](JobFilter& filter) { filter.categories.clear(); }},
    {"source", [](JobFilter& filter) { filter.sources.clear(); }},
    {"company", [](JobFilter& filter) { filter.companies.clear(); }},
    {"remote", [](JobFilter& filter) { filter.scopes.clear(); }},
    {"livesIn", [](JobFilter& filter) { filter.open_to.clear(); }},
    {"level", [](JobFilter& filter) { filter.levels.clear(); }},
    {"employmentType", [](JobFilter& filter) { filter.employment_types.clear(); }},
    {"hours", [](JobFilter& filter) { filter.utc_offset.reset(); }},
    {"salaryMin", [](JobFilter& filter) { filter.salary_min.reset(); }},
    {"openedSince", [](JobFilter& filter) { filter.opened_since.reset(); }},
    {"postedWithin", [](JobFilter& filter) { filter.posted_within_days.reset(); }},
});

}  // namespace

std::expected<std::vector<WithoutFilter>, ApiError> without_filters(Context& context,
                                                                    const JobFilter& filter) {
  std::vector<WithoutFilter> without;
  Json asked = Json::array();
  const auto question = [&context](const JobFilter& one) {
    return Json({to_match(one), std::to_string(lowest_key(one, context.now))});
  };
  for (const auto& [parameter, drop] : kParts) {
    JobFilter rest = filter;
    drop(rest);
    const bool is_given = question(rest) != question(filter);
    const bool is_all = parameter == "search" && rest.is_plain();
    if (!is_given || is_all || salary_to_check(rest)) continue;
    const bool is_worldwide = parameter == "livesIn" && filter.is_worldwide;
    without.push_back({is_worldwide ? "worldwide" : parameter});
    asked.push_back(question(rest));
  }
  if (without.empty()) return without;
  const auto rows = ask(
      context,
      store::Query<WithoutRow>{"without a filter", kCountEach, {dump(asked), kCountedWithout + 1}});
  if (!rows) return std::unexpected(rows.error());
  for (const auto& [place, postings] : *rows) {
    without[static_cast<std::size_t>(place)].postings = postings;
  }
  std::erase_if(without, [](const WithoutFilter& one) { return one.postings == 0; });
  std::ranges::stable_sort(without, std::greater(), &WithoutFilter::postings);
  return without;
}

}  // namespace spearyx::api
