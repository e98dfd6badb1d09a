#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "normalize/text.h"

/// Word lists and tables as one sorted string each: no pointers, few bytes in the module, searched
/// by bisection. A list is words, each followed by a space. A table is lines `key=value`, each
/// followed by a newline. Both are sorted by word or key without regard to ASCII case, which a
/// `static_assert(is_sorted_text(…))` beside the string makes sure of.
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

/// The decimal value of a lower-case key; 0 when there is none.
[[nodiscard]] std::int64_t look_up_number(std::string_view table, std::string_view key);

/// True where the list holds the lower-case word.
[[nodiscard]] bool is_listed(std::string_view list, std::string_view word);

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

}  // namespace spearyx::normalize
