#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spearyx::api {

/// A search as somebody typed it, taken apart: words and quoted phrases that must occur, and those
/// with a leading '-' that must not; a leading '+' changes nothing. The characters of search
/// expressions (of FTS5 or of LIKE) mean nothing here: every term reaches the index as a quoted
/// string.
struct SearchQuery {
  struct Term {
    std::string text;
    bool is_phrase = false;
    /// Words of the index that begin with the text, any of which will do.
    std::vector<std::string> completions{};
  };
  std::vector<Term> wanted;
  std::vector<Term> excluded;
  /// Words that are not searched for: those that nearly every posting holds, beside others, and
  /// those behind sixteen terms.
  std::vector<std::string> ignored;
  /// Whether something was typed, even without a letter or digit to be found.
  bool is_given = false;

  /// Whether a text was typed that no posting can match.
  [[nodiscard]] bool matches_nothing() const {
    return is_given && wanted.empty() && excluded.empty();
  }
};

/// Reads at most sixteen terms. Terms without a letter, a digit, '+' or '#' are dropped, and so is
/// `#+`, with which the index's own words begin.
[[nodiscard]] SearchQuery parse_search(std::string_view text);

/// The query as an FTS5 expression; "" for an empty query.
[[nodiscard]] std::string to_match_expression(const SearchQuery& query);

/// The excluded terms as an FTS5 expression; "" where nothing is excluded.
[[nodiscard]] std::string to_exclusion(const SearchQuery& query);

/// A text as an FTS5 string.
[[nodiscard]] std::string phrase_of(std::string_view text);

}  // namespace spearyx::api
