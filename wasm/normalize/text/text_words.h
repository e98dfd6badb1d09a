#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "support/scan.h"

/// The words of a long text, read once for all searches of single words.
namespace spearyx::normalize {

/// The sum over the letters of a word.
struct WordSum {
  std::uint64_t hash;
  bool is_ascii;
};

[[nodiscard]] constexpr WordSum sum_of(std::string_view word) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kLowerCase = 0x2020202020202020U;
  constexpr std::uint64_t kNotAscii = 0x8080808080808080U;
  std::uint64_t hash = word.size() * kOdd;
  std::uint64_t bits = 0;
  const auto add = [&](std::uint64_t block) {
    bits |= block;
    hash = (hash ^ (block | kLowerCase)) * kOdd;
    hash ^= hash >> 32U;
  };
  const char* const begin = word.data();
  const std::size_t size = word.size();
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) add(load_bits<std::uint64_t>(begin + at));
    add(load_bits<std::uint64_t>(begin + size - 8));  // overlaps with those before
  } else if (size >= 4) {
    add(load_bits<std::uint32_t>(begin) | std::uint64_t{load_bits<std::uint32_t>(begin + size - 4)}
                                              << 32U);
  } else if (size > 0) {
    const auto byte = [begin](std::size_t at) {
      return std::uint64_t{load_bits<std::uint8_t>(begin + at)};
    };
    add(byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U);
  }
  return {hash, (bits & kNotAscii) == 0};
}

/// The hash of a word as `Words` folds it; ASCII letters in upper case give the same.
[[nodiscard]] constexpr std::uint64_t word_hash(std::string_view word) { return sum_of(word).hash; }

/// A word of a long text.
struct TextWord {
  std::uint64_t hash;
  std::uint32_t begin;  // byte of the text
};

/// The words of a plain text, as hashes of their folded letters.
class TextWords {
 public:
  explicit TextWords(std::string_view plain_text);

  [[nodiscard]] std::span<const TextWord> all() const { return words_; }

  /// Whether the text has a word, given in lower-case letters without marks.
  [[nodiscard]] bool has(std::string_view folded_word) const;

 private:
  std::vector<TextWord> words_;
};

}  // namespace spearyx::normalize
