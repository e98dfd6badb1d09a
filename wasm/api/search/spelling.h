#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "api/search/query.h"
#include "store/batch.h"

namespace spearyx::api {

/// A word of the index, and the number of postings, open or closed, that hold it.
struct IndexWord {
  std::string word;
  std::int64_t postings = 0;
};

/// The number of insertions, deletions, substitutions and swaps of neighbours between two words
/// (optimal string alignment), or `limit` + 1 when there are more than `limit`. Bytes, not
/// characters.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Words of the index from `low` on and before `high`.
struct WordRange {
  std::string low;
  std::string high;
};

/// The range of the words that begin with a text.
[[nodiscard]] WordRange words_from(const std::string& start);

/// The words of the index within the ranges, at most so many.
[[nodiscard]] store::Query<IndexWord> words_within(const std::vector<WordRange>& ranges,
                                                   std::int64_t most);

/// Whether a word can be corrected: it has neither few nor very many letters, all of them ASCII and
/// in lower case.
[[nodiscard]] bool is_correctable(std::string_view word);

/// The most edits that a word may be off: one, or two from eight letters on.
[[nodiscard]] std::size_t allowed_edits(std::string_view word);

/// The first letters that a correctable word may have been meant to start with: as typed, with
/// neighbours swapped, or with one letter too many. The likeliest come first.
[[nodiscard]] std::array<std::string, 7> openings(std::string_view word);

/// The ranges of the index in which words may be that a search without matches may have meant, the
/// likeliest first: its words themselves, words that begin with its last one, and words whose first
/// letters are those of a misspelt word, three or four, with a slip among them or behind.
[[nodiscard]] std::vector<WordRange> ranges_of_near_words(const SearchQuery& query);

/// A search as it was probably meant.
struct OtherSearch {
  SearchQuery query;
  /// The search as somebody would type it, where the spelling was corrected.
  std::string corrected{};
  /// The most postings that can hold all of its words, as far as the words tell.
  std::int64_t most_postings = std::numeric_limits<std::int64_t>::max();
};

/// The search with its last word completed and every misspelt word replaced by the word that is
/// nearest to it and, among equals, in most postings; the query itself where neither can be done. A
/// word of four letters or more may be one edit off, of eight or more two; a word of the index is
/// not misspelt.
[[nodiscard]] OtherSearch other_search(const SearchQuery& query,
                                       const std::vector<IndexWord>& words);

}  // namespace spearyx::api
