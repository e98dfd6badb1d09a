#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/context.h"
#include "api/jobs/document.h"
#include "api/jobs/facets.h"
#include "api/search/filter.h"

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

/// Which page of which postings.
struct ListRequest {
  JobFilter filter;
  Sort sort = Sort::kNewest;
  std::int64_t limit = 0;
  std::int64_t offset = 0;
  std::string cursor;
  bool wants_facets = false;
  /// Feeds tell no number: without this, `total` is the least that the page itself proves.
  bool wants_counts = true;
};

/// A number of postings; one that is not exact is the least they can be.
struct Total {
  std::int64_t count = 0;
  bool is_exact = true;
};

struct JobPage {
  std::vector<JobRow> jobs;
  /// How many postings the filter lets through; where that is not known, at least so many.
  std::int64_t total = 0;
  bool is_total_exact = true;
  bool has_more = false;
  /// Empty where the list ends.
  std::string next_cursor;
  /// The spelling that was searched for instead, where nothing matched the given one.
  std::string corrected_search;
  /// Set where the list is put together of the newest so many matches only, of more.
  std::int64_t sorted_among = 0;
  /// Set where the list ends behind so many postings, though there are more.
  std::int64_t ends_after = 0;
  /// Set where somebody says where they live: how many postings do not tell whether they are open there.
  std::optional<Total> place_unknown;
  /// Set where they were wanted.
  std::optional<Facets> facets;
};

/// Reads filter, sortBy, limit, offset and cursor. Relevance is the order of a search unless
/// another one is asked for.
[[nodiscard]] ListRequest read_list_request(Parameters& parameters);

/// Two to four statements in one round trip; for a search in two, the first of which tells whether it
/// finds anything as it was typed. What they read is bounded by api/search/row_budget.h, whatever the size of the
/// table.
[[nodiscard]] std::expected<JobPage, ApiError> list_jobs(Context& context, ListRequest request);

}  // namespace spearyx::api
