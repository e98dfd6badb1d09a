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

/// A list of words, each followed by a space. Most words that are not in it need no search: it
/// knows which lengths the words with an initial have.
class WordList {
 public:
  consteval explicit WordList(std::string_view words) : words_(words) {
    if (!is_sorted_text(words)) must_be_sorted();
    for (std::size_t at = 0; at < words.size(); at += entry_at(words, at).size() + 1) {
      const char first = ascii_lower(words[at]);
      if (!is_letter(first)) continue;
      std::uint16_t& lengths = lengths_[initial(first)];
      lengths |= length_bit(key_of(entry_at(words, at)).size());
    }
  }

  /// Whether a word in lower case is in the list.
  [[nodiscard]] bool contains(std::string_view word) const {
    return may_contain(word) && has_key(words_, word);
  }

  /// The same for a word in any case of its ASCII letters.
  [[nodiscard]] bool contains_in_any_case(std::string_view word) const;

 protected:
  [[nodiscard]] std::string_view text() const { return words_; }

  [[nodiscard]] constexpr bool may_contain(std::string_view word) const {
    if (word.empty()) return false;
    return !is_letter(word[0]) || (lengths_[initial(word[0])] & length_bit(word.size())) != 0;
  }

 private:
  static void must_be_sorted();  // only declared: a list out of order does not compile

  static constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
  static constexpr std::size_t initial(char c) { return static_cast<std::size_t>(c - 'a'); }
  static constexpr std::uint16_t length_bit(std::size_t length) {
    return static_cast<std::uint16_t>(1U << (length < 15 ? length : 15));
  }

  std::string_view words_;
  std::array<std::uint16_t, 26> lengths_{};  // by initial, a bit for each length
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
