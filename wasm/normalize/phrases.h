#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "normalize/sorted_text.h"
#include "normalize/words.h"

namespace spearyx::normalize {

/// A phrase of a table as it stands in a text.
struct PhraseMatch {
  /// The value in the table; empty where no phrase begins.
  std::string_view value;
  std::size_t words = 0;
};

/// The longest phrase of up to three words that begins at the word `at`. None reaches over the end of a
/// list item.
[[nodiscard]] PhraseMatch phrase_at(const SortedText& table, std::span<const Word> words,
                                    std::size_t at);

/// Whether one of the words is in the list.
[[nodiscard]] bool has_any_of(std::span<const Word> words, const WordList& list);

/// The word behind the pattern that begins at the word `at`; nothing where it does not. A pattern is
/// tokens with a space between: a word, "a|b" one of several, "*" any, "#" a number in digits or as a
/// word; "a?" may be missing. "@rh" is a phrase whose value is one of these letters: `phrases` has the one
/// that begins at each word.
[[nodiscard]] std::optional<std::size_t> match_pattern(std::string_view pattern,
                                                       std::span<const Word> words, std::size_t at,
                                                       std::span<const PhraseMatch> phrases = {});

/// Tells from afar which of up to 32 patterns may begin at a word: it and the next one begin and end with
/// letters that words there do.
class PatternIndex {
 public:
  template <typename Patterns, typename Projection>
  consteval PatternIndex(const Patterns& patterns, Projection words_of) {
    std::uint32_t bit = 1;
    for (const auto& pattern : patterns) {
      if (bit == 0) must_be_fewer();
      add(std::invoke(words_of, pattern), bit);
      bit <<= 1U;
    }
  }

  /// A bit for each pattern that may begin at the word `at`; where that is a number or begins a phrase, as
  /// `is_other` says, also those that begin with such.
  [[nodiscard]] std::uint32_t beginning_at(std::span<const Word> words, std::size_t at,
                                           bool is_other) const {
    const std::uint32_t first = first_.with(words[at].folded) | (is_other ? first_.others : 0);
    if (first == 0 || at + 1 == words.size()) return first;
    return first & (next_.with(words[at + 1].folded) | next_.others);
  }

 private:
  static constexpr std::size_t letter(char c) { return static_cast<std::size_t>(c & 0x1F); }

  /// The patterns that have a word of certain letters at a place.
  struct Letters {
    std::array<std::uint32_t, 32> begin{};
    std::array<std::uint32_t, 32> end{};
    std::uint32_t others = 0;  // that have a number, a phrase or any word there

    [[nodiscard]] std::uint32_t with(std::string_view word) const {
      return begin[letter(word.front())] & end[letter(word.back())];
    }

    consteval void add_token(std::string_view token, std::uint32_t bit) {
      while (!token.empty()) {
        const std::string_view word = token.substr(0, token.find('|'));
        token.remove_prefix(std::min(word.size() + 1, token.size()));
        if (std::string_view("@#*").contains(word.front())) {
          others |= bit;
        } else {
          begin[letter(word.front())] |= bit;
          end[letter(word.back())] |= bit;
        }
      }
    }
  };

  /// Cuts the first token off a pattern, and tells whether it may be missing.
  static consteval bool cut_token(std::string_view& pattern, std::string_view& token) {
    token = pattern.substr(0, pattern.find(' '));
    pattern.remove_prefix(std::min(token.size() + 1, pattern.size()));
    const bool is_optional = token.ends_with('?');
    if (is_optional) token.remove_suffix(1);
    return is_optional;
  }

  /// The first token is there; of the next ones all up to the first that has to be.
  consteval void add(std::string_view pattern, std::uint32_t bit) {
    std::string_view token;
    if (cut_token(pattern, token)) must_begin_with_a_word();
    first_.add_token(token, bit);
    bool is_optional = true;
    while (is_optional && !pattern.empty()) {
      is_optional = cut_token(pattern, token);
      next_.add_token(token, bit);
    }
    // What follows a phrase stands further on, and what ends here is followed by anything.
    if (is_optional || (first_.others & bit) != 0) next_.others |= bit;
  }

  // Only declared: a call of these is no constant.
  static void must_be_fewer();
  static void must_begin_with_a_word();

  Letters first_;
  Letters next_;
};

}  // namespace spearyx::normalize
