#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "normalize/text/text.h"

/// Word lists and tables as one sorted string each: no pointers, few bytes in the module, searched
/// by bisection. A list is words, each followed by a space. A table is lines `key=value`, each
/// followed by a newline. Both are sorted by word or key without regard to ASCII case; an unsorted
/// one does not compile.
namespace spearyx::normalize {

[[nodiscard]] constexpr std::string_view key_of(std::string_view entry) {
  return entry.substr(0, entry.find('='));
}

/// Compares a lower-case `key` with the key of an entry: negative, zero or positive.
[[nodiscard]] constexpr int compare_key(std::string_view key, std::string_view entry) {
  const std::string_view other = key_of(entry);
  for (std::size_t i = 0; i < key.size() && i < other.size(); ++i) {
    const int difference =
        static_cast<unsigned char>(key[i]) - static_cast<unsigned char>(ascii_lower(other[i]));
    if (difference != 0) return difference;
  }
  return key.size() < other.size() ? -1 : key.size() > other.size() ? 1 : 0;
}

/// The looks of words, in upper and lower case alike: most texts share first, middle and last
/// letter and length with none of them. Many words need many bits.
template <std::size_t kBits = 512>
class Looks {
 public:
  constexpr void add(std::string_view word) {
    bits_[look_of(word) / 64] |= std::uint64_t{1} << look_of(word) % 64;
  }

  /// Whether a text looks like one of the words; false for most others, and for the empty text.
  [[nodiscard]] constexpr bool may_have(std::string_view text) const {
    return !text.empty() && (bits_[look_of(text) / 64] >> look_of(text) % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t look_of(std::string_view word) {
    const auto letter = [](char c) { return static_cast<std::size_t>(c & 0x1F); };
    return (letter(word.front()) * 613 + letter(word[word.size() / 2]) * 397 +
            letter(word.back()) * 89 + word.size() * 37) %
           kBits;
  }

  std::array<std::uint64_t, kBits / 64> bits_{};
};

/// A sorted list or table with the looks of its keys, so that most texts that are no key need no
/// search.
class SortedText {
 public:
  consteval explicit SortedText(std::string_view text) : text_(text) {
    if (!is_sorted()) must_be_sorted();
    for (std::size_t at = 0; at < text.size(); at += entry_at(at).size() + 1) {
      looks_.add(key_of(entry_at(at)));
    }
  }

  /// The entry that starts at `at`, without its separator; empty behind the last.
  [[nodiscard]] constexpr std::string_view entry_at(std::size_t at) const {
    if (at >= text_.size()) return {};
    return text_.substr(at, text_.find(text_.back(), at) - at);
  }

  /// Whether an entry has the lower-case key.
  [[nodiscard]] bool contains(std::string_view key) const {
    return may_contain(key) && has_key_at(lower_bound(key, 0, text_.size()), key);
  }

  /// The value of a lower-case key; empty when there is none.
  [[nodiscard]] std::string_view value(std::string_view key) const {
    return may_contain(key) ? look_up(key) : std::string_view();
  }

 protected:
  /// Whether a text looks like a key, in any case of its ASCII letters; false for most others.
  [[nodiscard]] bool may_contain(std::string_view key) const { return looks_.may_have(key); }

  /// The start of the first entry between `low` and `high` whose key is not less than the
  /// lower-case `key`.
  [[nodiscard]] std::size_t lower_bound(std::string_view key, std::size_t low,
                                        std::size_t high) const;

 private:
  static void must_be_sorted();  // only declared: a call of it is no constant

  /// Whether no key stands twice, and none out of order.
  [[nodiscard]] consteval bool is_sorted() const {
    std::string_view previous;
    for (std::size_t at = 0; at < text_.size();) {
      const std::string_view entry = entry_at(at);
      char lower[64] = {};
      std::size_t size = 0;
      for (const char c : key_of(previous)) lower[size++] = ascii_lower(c);
      if (compare_key(std::string_view(lower, size), entry) >= 0) return false;
      previous = entry;
      at += entry.size() + 1;
    }
    return true;
  }

  [[nodiscard]] bool has_key_at(std::size_t at, std::string_view key) const;
  [[nodiscard]] std::string_view look_up(std::string_view key) const;

  std::string_view text_;
  Looks<> looks_;
};

/// A long table that also knows the first entry of each first letter, and can be searched for keys
/// that a text begins with.
class IndexedText : public SortedText {
 public:
  consteval explicit IndexedText(std::string_view text) : SortedText(text) {
    if (text.size() > std::numeric_limits<std::uint16_t>::max()) must_be_short();
    std::size_t letter = 0;
    for (std::size_t at = 0; at < text.size(); at += entry_at(at).size() + 1) {
      while (letter <= letter_of(text[at])) starts_[letter++] = static_cast<std::uint16_t>(at);
    }
    while (letter < starts_.size()) starts_[letter++] = static_cast<std::uint16_t>(text.size());
  }

  /// The start of the first entry whose key is not less than the lower-case `key`.
  [[nodiscard]] std::size_t lower_bound(std::string_view key) const {
    if (key.empty()) return 0;
    const std::size_t letter = letter_of(key.front());
    return SortedText::lower_bound(key, starts_[letter], starts_[letter + 1]);
  }

 private:
  static void must_be_short();  // only declared: a call of it is no constant

  /// The place of a letter: 1 to 26 in either case, 0 for anything that sorts before them, 27 for
  /// anything behind.
  static constexpr std::size_t letter_of(char c) {
    const auto lower = static_cast<unsigned char>(ascii_lower(c));
    return lower < 'a' ? 0 : lower > 'z' ? 27 : std::size_t{lower} - 'a' + 1;
  }

  std::array<std::uint16_t, 29> starts_{};
};

/// The looks of the words that keys begin with.
template <std::size_t kBits>
consteval void add_first_words(Looks<kBits>& looks, const SortedText& text) {
  for (std::size_t at = 0; !text.entry_at(at).empty(); at += text.entry_at(at).size() + 1) {
    const std::string_view key = key_of(text.entry_at(at));
    looks.add(key.substr(0, key.find(' ')));
  }
}

/// A list of words, each followed by a space.
class WordList : public SortedText {
 public:
  using SortedText::SortedText;

  /// Whether the list has a word, in any case of its ASCII letters.
  [[nodiscard]] bool contains_in_any_case(std::string_view word) const {
    return may_contain(word) && contains_lower_of(word);
  }

 private:
  [[nodiscard]] bool contains_lower_of(std::string_view word) const;
};

/// A table of lines `word=value`, each followed by a newline.
class WordTable : public SortedText {
 public:
  using SortedText::SortedText;

  /// The decimal value of a word in lower case; 0 for any other word.
  [[nodiscard]] std::int64_t number(std::string_view word) const;
};

}  // namespace spearyx::normalize
