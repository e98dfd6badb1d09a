#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/jobs/list.h"
#include "api/search/matches.h"

/// The pages of a list: the ways to find its postings in their order, and the places where a page
/// begins.
namespace spearyx::api {

enum class Way : std::uint8_t {
  /// Along the keys of the search index.
  kNewest,
  kOldest,
  /// Along the keys of the table.
  kByFirstSight,
  /// Along an index, then along the search index for postings whose pay is unknown.
  kBySalary,
  /// By the rank of matches, for a search that finds few postings.
  kByMatch,
  /// With the words in the title first, the newest first, for a search that finds many.
  kTitlesFirst,
  /// Sorted among the newest matches: for an order that no index has, or where the index does not
  /// know which postings pay enough.
  kAmongNewest,
};

/// The way of a list. A search by relevance takes kByMatch, unless its matches turn out to be many.
[[nodiscard]] Way way_of(const ListRequest& request);

/// The end of the page before: the posting's key or id, and by salary its pay, if that is known.
struct Position {
  std::int64_t number = 0;
  std::optional<std::int64_t> salary;
};

/// A request for a page: the list, the way and the place.
struct PageRequest {
  const ListRequest& list;
  Way way = Way::kNewest;
  std::optional<Position> after;
  /// The lowest key down to which titles are looked through, for kTitlesFirst.
  std::int64_t lowest_title = 0;
  UnixSeconds now = 0;
};

/// Asks for a page, and for one posting more.
[[nodiscard]] store::Query<JobRow> page_query(const PageRequest& page);

/// Whether the pages of the way are found by their offset only.
[[nodiscard]] bool is_by_offset(Way way);

/// The position in a cursor that lists of this way have given out; nothing for any other text. Of a
/// way by offset, `number` is the offset.
[[nodiscard]] std::optional<Position> read_cursor(Way way, std::string_view cursor);

/// The cursor behind the last posting of a page.
[[nodiscard]] std::string cursor_after(const ListRequest& list, Way way, const JobRow& last);

/// The key above every other: no title is looked through.
inline constexpr std::int64_t kNoTitles = std::int64_t{1} << 62;

/// The lowest key down to which titles of a common search are looked through: about two thousand
/// matches deep, if all matches are as dense as the newest ones.
[[nodiscard]] std::int64_t lowest_title(const Matches& matches);

}  // namespace spearyx::api
