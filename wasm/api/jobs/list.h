#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/context.h"
#include "api/jobs/document.h"
#include "api/jobs/facets.h"
#include "api/search/filter.h"
#include "api/search/without.h"

namespace spearyx::api {

enum class Sort : std::uint8_t {
  kNewest,
  kOldest,
  kTitleAscending,
  kTitleDescending,
  kRecentlyAdded,
  kRelevance,
  kSalary,
};

/// A request for a page of a list.
struct ListRequest {
  JobFilter filter;
  Sort sort = Sort::kNewest;
  std::int64_t limit = 0;
  std::int64_t offset = 0;
  std::string cursor;
  bool wants_facets = false;
  /// Whether numbers are counted. Feeds tell none: without this, `total` is the least that the page
  /// itself proves.
  bool wants_counts = true;
};

/// A number of postings, the least possible one where it is not exact.
struct Total {
  std::int64_t count = 0;
  bool is_exact = true;
};

struct JobPage {
  std::vector<JobRow> jobs;
  /// The number of postings that the filter lets through; where that is not known, a lower bound.
  std::int64_t total = 0;
  bool is_total_exact = true;
  bool has_more = false;
  /// The cursor of the next page; empty where the list ends.
  std::string next_cursor;
  /// The spelling that was searched for instead, where nothing matched the given one.
  std::string corrected_search;
  /// The number of newest matches that the list is sorted among, where there are more matches; else
  /// 0.
  std::int64_t sorted_among = 0;
  /// The number of postings behind which the list ends although there are more; else 0.
  std::int64_t ends_after = 0;
  /// The number of postings that do not tell whether they are open to the place where one lives,
  /// where one says it.
  std::optional<Total> place_unknown;
  /// The facets, where they were wanted.
  std::optional<Facets> facets;
  /// The parameters without each of which an empty list would hold something.
  std::vector<WithoutFilter> without;
};

/// Reads filter, sortBy, limit, offset and cursor. Relevance is the order of a search unless
/// another one is asked for.
[[nodiscard]] ListRequest read_list_request(Parameters& parameters);

/// Lists jobs. Takes two to four statements in one round trip; for a search in two, the first of
/// which tells whether it finds anything as it was typed; one more statement for an empty list. The
/// rows it reads are bounded by api/search/row_budget.h, whatever the size of the table.
[[nodiscard]] std::expected<JobPage, ApiError> list_jobs(Context& context, ListRequest request);

}  // namespace spearyx::api
