#pragma once

#include <algorithm>
#include <functional>
#include <ranges>

namespace spearyx {

/// Sorts in ascending order, equal elements in any: at most O(n log n), and by less code in a module than
/// std::ranges::sort has for each type that is sorted.
template <std::ranges::random_access_range Range, typename Projection = std::identity>
constexpr void heap_sort(Range& range, Projection projection = {}) {
  std::ranges::make_heap(range, {}, projection);
  std::ranges::sort_heap(range, {}, projection);
}

}  // namespace spearyx
