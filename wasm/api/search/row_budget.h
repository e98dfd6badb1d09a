#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "model/source.h"
#include "normalize/category/category.h"

/// How many rows of the database a read takes at most: D1 bills by them, and anybody can cause them.
namespace spearyx::api {

/// Any GET but a part of the sitemap stays within this.
inline constexpr std::int64_t kMostRows = 500;

/// What the counts that are kept take, all of them, and what surrounds a list besides.
inline constexpr std::int64_t kRowsOfCounts =
    std::ssize(kSources) * std::ssize(normalize::kCategories);
inline constexpr std::int64_t kRowsAround = 20;

/// A list in an order that no index has is put together of so many matches, the newest.
inline constexpr std::int64_t kSortedAmong = 90;

/// Words of the index that are looked at where a search finds nothing.
inline constexpr std::int64_t kNearWords = 100;

/// What a page takes: a look into the index and one into the table for each posting, one for each that is
/// passed over; where the page has to be sorted, three for each match.
[[nodiscard]] constexpr std::int64_t rows_of_page(std::int64_t limit, std::int64_t offset) {
  return 2 * (limit + 1) + offset;
}
inline constexpr std::int64_t kRowsOfSorted = 3 * (kSortedAmong + 1);

/// The most that a page may take: what is farther down is reached by cursors that need no offset.
inline constexpr std::int64_t kMostRowsOfPage = 280;

/// How many matches of a search are counted out, and ranked if they are no more: two rows for each.
inline constexpr std::int64_t kCountedMatches = 100;

/// How many postings of unknown scope are counted out beside those that are open to where somebody lives.
inline constexpr std::int64_t kCountedUnknown = 60;

/// How many postings are counted out where nobody keeps their number, nor is anything searched for.
[[nodiscard]] constexpr std::int64_t most_counted(std::int64_t page_rows, bool with_facets) {
  if (with_facets) return kCountedMatches;
  return std::min<std::int64_t>(300, kMostRows - kRowsAround - page_rows);
}

/// Among how many matches facets are counted where nobody keeps their numbers.
[[nodiscard]] constexpr std::int64_t most_facets(std::int64_t page_rows) {
  const std::int64_t rest = kMostRows - kRowsAround - kRowsOfCounts - page_rows;
  return std::clamp<std::int64_t>(rest / 2, 0, 120);
}

}  // namespace spearyx::api
