#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spearyx::api {

/// What somebody typed into the search box, taken apart: words and quoted phrases that must occur,
/// and those with a leading '-' that must not; a leading '+' changes nothing. The characters of
/// search expressions (of FTS5 or of LIKE) mean nothing here: every term reaches the index as a
/// quoted string.
struct SearchQuery {
  struct Term {
    std::string text;
    bool is_phrase = false;
  };
  std::vector<Term> wanted;
  std::vector<Term> excluded;
  /// Somebody typed something, though it may hold no letter or digit to be found.
  bool is_given = false;

  /// True where something was typed that no posting can match.
  [[nodiscard]] bool matches_nothing() const {
    return is_given && wanted.empty() && excluded.empty();
  }
};

/// How much of the last word must be there.
enum class LastWord { kWhole, kPrefix, kPrefixFromThree };

/// Reads at most sixteen terms; those without a letter, a digit, '+' or '#' are dropped.
[[nodiscard]] SearchQuery parse_search(std::string_view text);

/// Columns of the index that hold text.
inline constexpr std::string_view kAllText = "{title company description}";
inline constexpr std::string_view kTitleText = "{title}";

/// The query as an FTS5 expression over the given columns; "" for an empty query. The
/// last word, unless it is quoted or holds a separator, also matches as a prefix: from three
/// letters on, since two-letter words ("go") are mostly meant whole, but "c#" with its "c#12".
[[nodiscard]] std::string to_match_expression(const SearchQuery& query, std::string_view columns,
                                              LastWord last_word);

/// What must not occur, in any of the texts; "" where nothing is excluded.
[[nodiscard]] std::string to_exclusion(const SearchQuery& query);

/// A text as an FTS5 string.
[[nodiscard]] std::string phrase_of(std::string_view text);

}  // namespace spearyx::api
