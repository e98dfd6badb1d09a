#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "model/source.h"
#include "normalize/category/category.h"

/// The most rows of the database that a read takes: D1 bills by them, and anybody can cause them.
namespace spearyx::api {

/// The rows of any GET but a part of the sitemap.
inline constexpr std::int64_t kMostRows = 500;

/// The rows of all kept counts, and the rows around a list besides.
inline constexpr std::int64_t kRowsOfCounts =
    std::ssize(kSources) * std::ssize(normalize::kCategories);
inline constexpr std::int64_t kRowsAround = 20;

/// The number of newest matches that are sorted in an order that no index has.
inline constexpr std::int64_t kSortedAmong = 90;

/// The number of words of the index that are looked at where a search finds nothing.
inline constexpr std::int64_t kNearWords = 100;

/// The rows of a page: one in the index and one in the table for each posting, one for each that is
/// passed over. A page that has to be sorted takes three for each match.
[[nodiscard]] constexpr std::int64_t rows_of_page(std::int64_t limit, std::int64_t offset) {
  return 2 * (limit + 1) + offset;
}
inline constexpr std::int64_t kRowsOfSorted = 3 * (kSortedAmong + 1);

/// The most rows of a page; pages farther down are reached by cursors that need no offset.
inline constexpr std::int64_t kMostRowsOfPage = 280;

/// The most matches of a search that are counted, and ranked if there are no more: two rows for
/// each.
inline constexpr std::int64_t kCountedMatches = 100;

/// The most postings of unknown scope that are counted beside those that are open to the place
/// where one lives.
inline constexpr std::int64_t kCountedUnknown = 60;

/// The most postings that are counted of what an empty list would hold without one of its filters.
inline constexpr std::int64_t kCountedWithout = 20;

/// The most postings that are counted where no count is kept, and nothing is searched for.
[[nodiscard]] constexpr std::int64_t most_counted(std::int64_t page_rows, bool with_facets) {
  if (with_facets) return kCountedMatches;
  return std::min<std::int64_t>(300, kMostRows - kRowsAround - page_rows);
}

/// The most matches among which facets are counted where no counts are kept.
[[nodiscard]] constexpr std::int64_t most_facets(std::int64_t page_rows) {
  const std::int64_t rest = kMostRows - kRowsAround - kRowsOfCounts - page_rows;
  return std::clamp<std::int64_t>(rest / 2, 0, 120);
}

}  // namespace spearyx::api
