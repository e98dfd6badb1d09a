#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "normalize/text/sorted_text.h"
#include "normalize/text/words.h"

namespace spearyx::normalize {

/// A phrase of a table, found in a text.
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

/// The word behind the pattern that begins at the word `at`; nothing where it does not begin there.
/// A pattern is tokens with a space between: a word, "a|b" one of several, "*" any, "#" a number in
/// digits or as a word; "a?" may be missing. "@rh" is a phrase whose value is one of these letters:
/// `phrases` has the one that begins at each word.
[[nodiscard]] std::optional<std::size_t> match_pattern(std::string_view pattern,
                                                       std::span<const Word> words, std::size_t at,
                                                       std::span<const PhraseMatch> phrases = {});

/// A quick test which of up to 32 patterns may begin at a word. Some word with which they begin
/// must have its first and last letter, and some word behind that the first letter of the next one.
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

  /// A bit for each pattern that may begin at the word `at`; where that is a number or begins a
  /// phrase, as `is_other` says, also a bit for patterns that begin with one.
  [[nodiscard]] std::uint32_t beginning_at(std::span<const Word> words, std::size_t at,
                                           bool is_other) const {
    const std::string_view word = words[at].folded;
    const std::uint32_t here =
        (first_[letter(word.front())] & last_[letter(word.back())]) | (is_other ? others_ : 0);
    if (here == 0 || at + 1 == words.size()) return here;
    return here & next_[letter(words[at + 1].folded.front())];
  }

 private:
  using Bits = std::array<std::uint32_t, 32>;  // by letter

  static constexpr std::size_t letter(char c) { return static_cast<std::size_t>(c & 0x1F); }

  /// Cuts the first token off a pattern, and tells whether it may be missing.
  static consteval bool cut_token(std::string_view& pattern, std::string_view& token) {
    token = pattern.substr(0, pattern.find(' '));
    pattern.remove_prefix(std::min(token.size() + 1, pattern.size()));
    const bool is_optional = token.ends_with('?');
    if (is_optional) token.remove_suffix(1);
    return is_optional;
  }

  template <typename Take>
  static consteval void each_alternative(std::string_view token, Take take) {
    while (!token.empty()) {
      const std::string_view word = token.substr(0, token.find('|'));
      token.remove_prefix(std::min(word.size() + 1, token.size()));
      take(word);
    }
  }

  /// Whether a token is a number, a phrase or any word.
  static consteval bool is_class(std::string_view word) {
    return std::string_view("@#*").contains(word.front());
  }

  /// Adds a pattern: its first token, and of the next ones all up to the first that must be there.
  consteval void add(std::string_view pattern, std::uint32_t bit) {
    std::string_view token;
    if (cut_token(pattern, token)) must_begin_with_a_word();
    each_alternative(token, [&](std::string_view word) {
      (is_class(word) ? others_ : first_[letter(word.front())]) |= bit;
      if (!is_class(word)) last_[letter(word.back())] |= bit;
    });
    // What follows a phrase stands further on, and what ends here is followed by anything.
    bool may_be_any = (others_ & bit) != 0;
    bool is_optional = true;
    while (is_optional && !pattern.empty()) {
      is_optional = cut_token(pattern, token);
      each_alternative(token, [&](std::string_view word) {
        if (!is_class(word)) next_[letter(word.front())] |= bit;
        may_be_any |= is_class(word);
      });
    }
    if (may_be_any || is_optional) {
      for (std::uint32_t& patterns : next_) patterns |= bit;
    }
  }

  // Only declared: a call of these is no constant.
  static void must_be_fewer();
  static void must_begin_with_a_word();

  Bits first_{};
  Bits last_{};
  Bits next_{};
  std::uint32_t others_ = 0;
};

}  // namespace spearyx::normalize
