#pragma once

#include <cstdint>
#include <string>

#include "api/context.h"
#include "api/job_filter.h"

/// The numbers of postings that the database keeps (table `shown_counts`), so that nobody counts them.
namespace spearyx::api {

/// The shown postings of a source and a category. `scopes` is `{remote scope: postings}`.
struct ShownCountRow {
  std::string source;
  std::int64_t category_id = 0;
  std::int64_t postings = 0;
  std::string scopes;
};

/// Whether the database keeps how many postings the filter lets through: those of some categories, some
/// sources and one scope at most, as far as lists show them.
[[nodiscard]] bool is_count_kept(const JobFilter& filter);

/// Asks for that number.
[[nodiscard]] store::Query<NumberRow> kept_count(const JobFilter& filter);

/// Asks for the counts of the filter's sources and categories.
[[nodiscard]] store::Query<ShownCountRow> shown_counts(const JobFilter& filter);

}  // namespace spearyx::api
