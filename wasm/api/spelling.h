#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/search_query.h"
#include "support/json.h"

namespace spearyx::api {

/// Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string
/// alignment), or `limit` + 1 when there are more than `limit`. Bytes, not characters.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Which words of the index may have been meant by a search: `[[term, start, least, most], …]`, for
/// the term at that place of `query.wanted` words of so many letters that start like that. They
/// share the first two letters with the term, also after a slip within these two. Three terms at
/// most, of plain letters only.
[[nodiscard]] Json ranges_of_near_words(const SearchQuery& query);

/// A search as it was probably meant.
struct Correction {
  SearchQuery query;
  /// The same as somebody would type it.
  std::string text;
  /// How many postings hold the rarest of the words put in.
  std::int64_t postings = 0;
};

/// The search with every misspelt word replaced by the word of the index that is nearest to it and,
/// among equals, in most postings; nothing where no word has to be. A word of four letters or more
/// may be one edit off, of eight or more two; one that the index knows is not misspelt.
/// `near_words` is `[{term, word, postings}, …]` of the ranges above.
[[nodiscard]] std::optional<Correction> correct_spelling(const SearchQuery& query,
                                                         std::string_view near_words);

}  // namespace spearyx::api
