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
    /// The texts that are searched for, any of which will do; so will one of the remote scopes.
    std::vector<std::string> texts{text};
    std::vector<std::string> scopes{};
  };
  /// The words and scopes that are searched for beside what was typed.
  struct Meaning {
    std::string typed;
    std::vector<std::string> words{};
    std::vector<std::string> scopes{};
  };
  std::vector<Term> wanted;
  std::vector<Term> excluded;
  std::vector<Meaning> meanings;
  /// Words that are not searched for: those that nearly every posting holds, beside others or beside three of them, and
  /// those behind sixteen terms.
  std::vector<std::string> ignored;
  /// Whether something was typed, even without a letter or digit to be found.
  bool is_given = false;

  /// Whether a text was typed that no posting can match.
  [[nodiscard]] bool matches_nothing() const {
    return is_given && wanted.empty() && excluded.empty();
  }
};

/// Reads at most sixteen terms; slashes separate terms. Terms without a letter, a digit, '+' or '#'
/// are dropped, and so is `#+`, with which the index's own words begin.
[[nodiscard]] SearchQuery parse_search(std::string_view text);

/// Any of the texts, as an FTS5 expression.
[[nodiscard]] std::string any_of(const std::vector<std::string>& texts);

/// The excluded terms as an FTS5 expression; "" where nothing is excluded.
[[nodiscard]] std::string to_exclusion(const SearchQuery& query);

/// A text as an FTS5 string, spelt as the index does.
[[nodiscard]] std::string phrase_of(std::string_view text);

}  // namespace spearyx::api
