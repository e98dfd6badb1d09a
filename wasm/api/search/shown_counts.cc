#include "api/search/shown_counts.h"

#include "support/json.h"

namespace spearyx::api {
namespace {

// ?1 sources and ?2 categories, arrays or NULL for all.
#define OF_FILTER                                                                        \
  " FROM shown_counts WHERE (?1 IS NULL OR source IN (SELECT value FROM json_each(?1)))" \
  " AND (?2 IS NULL OR category_id IN (SELECT CAST(value AS INTEGER) FROM json_each(?2)))"

// ?3 mark, or NULL.
constexpr std::string_view kSumOfCounts =
    "SELECT coalesce(sum(iif(?3 IS NULL, postings, marked ->> ?3)), 0) AS postings,"
    " coalesce(sum(marked ->> 'unknown'), 0) AS of_unknown_place" OF_FILTER;

constexpr std::string_view kRowsOfFilter =
    "SELECT source, category_id, postings, marked" OF_FILTER " AND postings > 0";

Bind list_or_null(const std::vector<std::string>& values) {
  return values.empty() ? Bind() : Bind(dump(Json(values)));
}

}  // namespace

bool is_count_kept(const JobFilter& filter) {
  return filter.is_shown_only() && !filter.search.is_given && filter.companies.empty() &&
         filter.marks().size() <= 1 && !filter.utc_offset && !filter.salary_min &&
         !filter.opened_since && !filter.posted_within_days;
}

store::Query<KeptCountRow> kept_count(const JobFilter& filter) {
  const std::vector<std::string> marks = filter.marks();
  return {"kept count",
          kSumOfCounts,
          {list_or_null(filter.sources), list_or_null(filter.categories),
           marks.empty() ? Bind() : Bind(marks.front())}};
}

store::Query<ShownCountRow> shown_counts(const JobFilter& filter) {
  return {"shown counts",
          kRowsOfFilter,
          {list_or_null(filter.sources), list_or_null(filter.categories)}};
}

}  // namespace spearyx::api
