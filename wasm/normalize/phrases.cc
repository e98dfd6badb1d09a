#include "normalize/phrases.h"

#include <algorithm>
#include <string>

namespace spearyx::normalize {

PhraseMatch phrase_at(const WordTable& table, std::span<const Word> words, std::size_t at) {
  constexpr std::size_t kMostWords = 3;
  PhraseMatch longest;
  std::string phrase;
  const std::size_t end = std::min(at + kMostWords, words.size());
  for (std::size_t i = at; i < end; ++i) {
    if (i > at && is_hard_break(words[i].gap)) break;
    if (i > at) phrase.push_back(' ');
    phrase += words[i].folded;
    const std::string_view value = table.value(phrase);
    if (!value.empty()) longest = {value, i + 1 - at};
  }
  return longest;
}

}  // namespace spearyx::normalize
