#pragma once

#include <cstdint>
#include <string>

#include "api/context.h"
#include "api/search/filter.h"

/// The numbers of postings that the database keeps (table `shown_counts`), so that nobody counts them.
namespace spearyx::api {

/// The shown postings of a source and a category. `marked` is `{mark: postings}`, of `jobs.marks`.
struct ShownCountRow {
  std::string source;
  std::int64_t category_id = 0;
  std::int64_t postings = 0;
  std::string marked;
};

/// Whether the database keeps how many postings the filter lets through: those of some categories, some
/// sources and one scope, level or employment type at most, as far as lists show them.
[[nodiscard]] bool is_count_kept(const JobFilter& filter);

/// How many postings a filter lets through, and how many of unknown scope it would, whatever scopes it asks
/// for.
struct KeptCountRow {
  std::int64_t postings = 0;
  std::int64_t of_unknown_place = 0;
};

/// Asks for these numbers.
[[nodiscard]] store::Query<KeptCountRow> kept_count(const JobFilter& filter);

/// Asks for the counts of the filter's sources and categories.
[[nodiscard]] store::Query<ShownCountRow> shown_counts(const JobFilter& filter);

}  // namespace spearyx::api
