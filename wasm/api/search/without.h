#pragma once

#include <cstdint>
#include <expected>
#include <string_view>
#include <vector>

#include "api/context.h"
#include "api/search/filter.h"

/// What an empty list could hold: the filter without one of its parameters.
namespace spearyx::api {

/// What the list would hold without a parameter.
struct WithoutFilter {
  std::string_view parameter;
  /// At most one more than `kCountedWithout`.
  std::int64_t postings = 0;
};

/// The parameters without each of which the list would not be empty, what brings most first. One statement;
/// none for a search with no filter beside it.
[[nodiscard]] std::expected<std::vector<WithoutFilter>, ApiError> without_filters(
    Context& context, const JobFilter& filter);

}  // namespace spearyx::api
