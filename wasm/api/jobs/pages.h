#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/jobs/list.h"
#include "api/search/matches.h"

/// The pages of a list: in which way its postings are found in their order, and where a page begins.
namespace spearyx::api {

enum class Way : std::uint8_t {
  /// Along the keys of the search index.
  kNewest,
  kOldest,
  /// Along the keys of the table.
  kByFirstSight,
  /// Along an index, then along the search index for those whose pay is unknown.
  kBySalary,
  /// By how well they match: of a search that finds few postings.
  kByMatch,
  /// With the words in the title first, the newest first: of a search that finds many.
  kTitlesFirst,
  /// Put together of the newest matches: in an order that no index has, or where the index does not know
  /// who of them pays enough.
  kAmongNewest,
};

/// The way of a list. A search by relevance takes kByMatch, unless its matches turn out to be many.
[[nodiscard]] Way way_of(const ListRequest& request);

/// Where the page before ended: the posting's key or id, and by salary what it pays, if that is known.
struct Position {
  std::int64_t number = 0;
  std::optional<std::int64_t> salary;
};

/// A page of which list, how and from where.
struct PageRequest {
  const ListRequest& list;
  Way way = Way::kNewest;
  std::optional<Position> after;
  /// For kTitlesFirst: titles are looked through down to this key.
  std::int64_t lowest_title = 0;
  UnixSeconds now = 0;
};

/// Asks for a page, and for one posting more.
[[nodiscard]] store::Query<JobRow> page_query(const PageRequest& page);

/// Whether the pages of the way have a place by number only.
[[nodiscard]] bool is_by_offset(Way way);

/// What a cursor says that lists of this way have given out; nothing for any other text. Of a way by
/// offset, `number` is the offset.
[[nodiscard]] std::optional<Position> read_cursor(Way way, std::string_view cursor);

/// The cursor of what follows the last posting of a page.
[[nodiscard]] std::string cursor_after(const ListRequest& list, Way way, const JobRow& last);

/// Above every key: no title is looked through.
inline constexpr std::int64_t kNoTitles = std::int64_t{1} << 62;

/// Down to which key titles of a common search are looked through: where its matches, as densely as the
/// newest ones follow each other, are two thousand.
[[nodiscard]] std::int64_t lowest_title(const Matches& matches);

}  // namespace spearyx::api
