#pragma once

#include <cstdint>
#include <expected>
#include <string_view>
#include <vector>

#include "api/context.h"
#include "api/search/filter.h"

/// The parameters that keep a list empty.
namespace spearyx::api {

/// A parameter, and the number of postings that the list would hold without it.
struct WithoutFilter {
  std::string_view parameter;
  /// The number, or one more than `kCountedWithout` where there are more.
  std::int64_t postings = 0;
};

/// Looks for the parameters without each of which the list would not be empty; those that bring most
/// come first. Takes one statement, or none for a search without a filter beside it.
[[nodiscard]] std::expected<std::vector<WithoutFilter>, ApiError> without_filters(
    Context& context, const JobFilter& filter);

}  // namespace spearyx::api
