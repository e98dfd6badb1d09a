#include "normalize/text/sorted_text.h"

#include <algorithm>

namespace spearyx::normalize {
namespace {

/// Compares like `compare_key` with the entry that starts at `start`, without looking for its end
/// first.
int compare_at(std::string_view text, std::size_t start, std::string_view key) {
  for (std::size_t i = 0;; ++i) {
    const char other = text[start + i];
    const bool is_end = other == '=' || other == text.back();
    if (i == key.size()) return is_end ? 0 : -1;
    if (is_end) return 1;
    const int difference =
        static_cast<unsigned char>(key[i]) - static_cast<unsigned char>(ascii_lower(other));
    if (difference != 0) return difference;
  }
}

std::size_t end_of_entry(std::string_view text, std::size_t at) {
  while (text[at] != text.back()) ++at;
  return at;
}

/// A word in lower case; a word longer than any key is empty.
class Lower {
 public:
  std::string_view of(std::string_view word) {
    if (word.size() > letters_.size()) return {};
    std::ranges::transform(word, letters_.begin(), [](char c) { return ascii_lower(c); });
    return {letters_.data(), word.size()};
  }

 private:
  std::array<char, 16> letters_{};
};

}  // namespace

std::size_t SortedText::lower_bound(std::string_view key, std::size_t low, std::size_t high) const {
  while (low < high) {
    std::size_t start = low + (high - low) / 2;
    while (start > low && text_[start - 1] != text_.back()) --start;
    if (compare_at(text_, start, key) > 0) {
      low = end_of_entry(text_, start) + 1;
    } else {
      high = start;
    }
  }
  return low;
}

bool SortedText::has_key_at(std::size_t at, std::string_view key) const {
  return at < text_.size() && compare_at(text_, at, key) == 0;
}

std::string_view SortedText::look_up(std::string_view key) const {
  const std::size_t at = lower_bound(key, 0, text_.size());
  return has_key_at(at, key) ? entry_at(at).substr(key.size() + 1) : std::string_view();
}

bool WordList::contains_lower_of(std::string_view word) const {
  Lower lower;
  return contains(lower.of(word));
}

std::int64_t WordTable::number(std::string_view word) const {
  std::int64_t number = 0;
  for (const char digit : value(word)) number = number * 10 + (digit - '0');
  return number;
}

}  // namespace spearyx::normalize
