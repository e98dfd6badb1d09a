#include "normalize/text/text_words.h"

#include <algorithm>

#include "normalize/text/words.h"
#include "support/scan.h"

namespace spearyx::normalize {

TextWords::TextWords(std::string_view plain_text) {
  words_.reserve(plain_text.size() / 5);
  Words folded;  // of what is not ASCII alone
  const auto take = [&](std::size_t begin, std::size_t end) {
    const std::string_view run = plain_text.substr(begin, end - begin);
    const auto [hash, is_ascii] = sum_of(run);
    if (is_ascii) {
      words_.emplace_back(hash, static_cast<std::uint32_t>(begin));
      return;
    }
    folded.read(run);
    for (const Word& word : folded) {
      const auto at = begin + static_cast<std::size_t>(word.raw.data() - run.data());
      words_.emplace_back(word_hash(word.folded), static_cast<std::uint32_t>(at));
    }
  };
  each_run(
      plain_text,
      [](auto c) {
        return (((c | 0x20) >= 'a') & ((c | 0x20) <= 'z')) | ((c >= '0') & (c <= '9')) |
               (c >= 0x80);
      },
      take);
}

bool TextWords::has(std::string_view folded_word) const {
  return std::ranges::contains(words_, word_hash(folded_word), &TextWord::hash);
}

}  // namespace spearyx::normalize
