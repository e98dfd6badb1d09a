#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "normalize/text.h"

/// Word lists and tables as one sorted string each: no pointers, few bytes in the module, searched
/// by bisection. A list is words, each followed by a space. A table is lines `key=value`, each
/// followed by a newline. Both are sorted by word or key without regard to ASCII case, which
/// `WordList` and a `static_assert(is_sorted_text(…))` beside the table make sure of.
namespace spearyx::normalize {

/// The entry that starts at `at`, without its separator.
[[nodiscard]] constexpr std::string_view entry_at(std::string_view text, std::size_t at) {
  return at >= text.size() ? std::string_view() : text.substr(at, text.find(text.back(), at) - at);
}

[[nodiscard]] constexpr std::string_view key_of(std::string_view entry) {
  return entry.substr(0, entry.find('='));
}

/// Negative, zero, positive: the order of a lower-case `key` and the key of an entry.
[[nodiscard]] constexpr int compare_key(std::string_view key, std::string_view entry) {
  const std::string_view other = key_of(entry);
  for (std::size_t i = 0; i < key.size() && i < other.size(); ++i) {
    const int difference =
        static_cast<unsigned char>(key[i]) - static_cast<unsigned char>(ascii_lower(other[i]));
    if (difference != 0) return difference;
  }
  return key.size() < other.size() ? -1 : key.size() > other.size() ? 1 : 0;
}

/// Where the first entry starts whose key is not less than the lower-case `key`.
[[nodiscard]] std::size_t lower_bound(std::string_view text, std::string_view key);

/// The value of a lower-case key; empty when there is none.
[[nodiscard]] std::string_view look_up(std::string_view table, std::string_view key);

/// True where the list or table has an entry with the lower-case key.
[[nodiscard]] bool has_key(std::string_view text, std::string_view key);

/// No key twice, none out of order.
[[nodiscard]] consteval bool is_sorted_text(std::string_view text) {
  std::string_view previous;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view entry = entry_at(text, at);
    char lower[64] = {};
    std::size_t size = 0;
    for (const char c : key_of(previous)) lower[size++] = ascii_lower(c);
    if (compare_key(std::string_view(lower, size), entry) >= 0) return false;
    previous = entry;
    at += entry.size() + 1;
  }
  return true;
}

/// A list of words, each followed by a space. Most words that are not in it need no search: they
/// share first letter, last letter and length with none of the list.
class WordList {
 public:
  consteval explicit WordList(std::string_view words) : words_(words) {
    if (!is_sorted_text(words)) must_be_sorted();
    for (std::size_t at = 0; at < words.size(); at += entry_at(words, at).size() + 1) {
      const std::size_t look = look_of(key_of(entry_at(words, at)));
      looks_[look / 64] |= std::uint64_t{1} << look % 64;
    }
  }

  /// Whether a word in lower case is in the list.
  [[nodiscard]] bool contains(std::string_view word) const {
    return may_contain(word) && has_key(words_, word);
  }

  /// The same for a word in any case of its ASCII letters.
  [[nodiscard]] bool contains_in_any_case(std::string_view word) const {
    return may_contain(word) && contains_lower_of(word);
  }

 protected:
  [[nodiscard]] std::string_view text() const { return words_; }

  [[nodiscard]] constexpr bool may_contain(std::string_view word) const {
    if (word.empty()) return false;
    const std::size_t look = look_of(word);
    return (looks_[look / 64] >> look % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t kLooks = 256;

  static void must_be_sorted();  // only declared: a list out of order does not compile

  /// How a word looks from afar, alike in upper and lower case.
  static constexpr std::size_t look_of(std::string_view word) {
    const auto letter = [](char c) { return static_cast<std::size_t>(c & 0x1F); };
    return (letter(word.front()) * 19 + letter(word.back()) * 89 + word.size() * 37) % kLooks;
  }

  [[nodiscard]] bool contains_lower_of(std::string_view word) const;

  std::string_view words_;
  std::array<std::uint64_t, kLooks / 64> looks_{};  // a bit for each look of a word in the list
};

/// A table of lines `word=value`, each followed by a newline.
class WordTable : public WordList {
 public:
  using WordList::WordList;

  /// The value of a word in lower case; empty when there is none.
  [[nodiscard]] std::string_view value(std::string_view word) const {
    return may_contain(word) ? look_up(text(), word) : std::string_view();
  }

  /// The decimal value of a word in lower case; 0 when there is none.
  [[nodiscard]] std::int64_t number(std::string_view word) const;
};

}  // namespace spearyx::normalize
