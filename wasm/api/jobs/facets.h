#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "api/search/shown_counts.h"
#include "support/json.h"

namespace spearyx::api {

/// The numbers of found postings by value.
struct Facets {
  /// `{property: {value: postings}}` for category, source, remote, level and employmentType.
  Json counts;
  /// The number of newest postings that are counted; 0 where all of the filter are.
  std::int64_t counted_among = 0;
  /// The number of postings that were counted.
  std::int64_t postings = 0;
};

/// The properties of a posting that facets count.
struct FacetRow {
  std::int64_t category_id = 0;
  std::string source_name;
  /// The posting's marks, `jobs.marks`.
  std::string marks;
};

[[nodiscard]] Facets no_facets();

/// Facets of all postings, from the counts that are kept.
[[nodiscard]] Facets to_facets(const std::vector<ShownCountRow>& rows);

/// Asks for the properties of the newest `most` postings of the filter, and of one more.
[[nodiscard]] store::Query<FacetRow> newest_for_facets(const JobFilter& filter, std::int64_t most,
                                                       UnixSeconds now);

/// The facets of these postings, which are cut to `most`.
[[nodiscard]] Facets to_facets(const std::vector<FacetRow>& rows, std::int64_t most);

}  // namespace spearyx::api
