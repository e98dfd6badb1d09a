#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "api/search/shown_counts.h"
#include "support/json.h"

namespace spearyx::api {

/// How many of the postings found have each value.
struct Facets {
  /// `{property: {value: postings}}` for category, source, remote, level and employmentType.
  Json counts;
  /// 0 where all postings of the filter are counted, else how many of the newest ones at most.
  std::int64_t counted_among = 0;
  /// How many postings were counted.
  std::int64_t postings = 0;
};

/// What facets are counted of.
struct FacetRow {
  std::int64_t category_id = 0;
  std::string source_name;
  /// `jobs.marks`.
  std::string marks;
};

[[nodiscard]] Facets no_facets();

/// Facets of all postings, from the counts that are kept.
[[nodiscard]] Facets to_facets(const std::vector<ShownCountRow>& rows);

/// Asks for the newest `most` postings of the filter, and one more.
[[nodiscard]] store::Query<FacetRow> newest_for_facets(const JobFilter& filter, std::int64_t most,
                                                       UnixSeconds now);

/// The facets of these.
[[nodiscard]] Facets to_facets(const std::vector<FacetRow>& rows, std::int64_t most);

}  // namespace spearyx::api
