#pragma once

#include <cstdint>
#include <string>

#include "api/context.h"
#include "api/search/filter.h"

/// The kept counts of postings (table `shown_counts`), so that no request counts them.
namespace spearyx::api {

/// The count of shown postings of a source and a category. `marked` is `{mark: postings}`, of
/// `jobs.marks`.
struct ShownCountRow {
  std::string source;
  std::int64_t category_id = 0;
  std::int64_t postings = 0;
  std::string marked;
};

/// Whether the number of the filter's postings is kept: those of any categories, any sources and
/// one scope, level or employment type at most, as far as lists show them.
[[nodiscard]] bool is_count_kept(const JobFilter& filter);

/// The number of a filter's postings, and the number of those of unknown scope that it would have,
/// whatever its scopes.
struct KeptCountRow {
  std::int64_t postings = 0;
  std::int64_t of_unknown_place = 0;
};

/// Asks for these numbers.
[[nodiscard]] store::Query<KeptCountRow> kept_count(const JobFilter& filter);

/// Asks for the counts of the filter's sources and categories.
[[nodiscard]] store::Query<ShownCountRow> shown_counts(const JobFilter& filter);

}  // namespace spearyx::api
