#pragma once

#include <cstddef>
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

}  // namespace spearyx::normalize
