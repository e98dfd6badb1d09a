#pragma once

#include <cstddef>
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
[[nodiscard]] PhraseMatch phrase_at(const WordTable& table, std::span<const Word> words,
                                    std::size_t at);

/// Whether one of the words is in the list.
[[nodiscard]] bool has_any_of(std::span<const Word> words, const WordList& list);

/// A pattern of words: tokens with a space between. A token is a word, "a|b" one of several, "*" any, "#" a
/// number in digits or as a word; "a?" may be missing. "@x" is words of a class:
/// how many there are at a word tells the function, 0 for none.
using WordClass = std::size_t (*)(char letter, std::span<const Word> words, std::size_t at);

/// The word behind the pattern that begins at the word `at`; nothing where it does not.
[[nodiscard]] std::optional<std::size_t> match_pattern(std::string_view pattern,
                                                       std::span<const Word> words, std::size_t at,
                                                       WordClass find_class = nullptr);

}  // namespace spearyx::normalize
