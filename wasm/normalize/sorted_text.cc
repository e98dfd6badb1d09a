#include "normalize/sorted_text.h"

namespace spearyx::normalize {

std::size_t lower_bound(std::string_view text, std::string_view key) {
  std::size_t low = 0;
  std::size_t high = text.size();
  while (low < high) {
    std::size_t start = low + (high - low) / 2;
    while (start > low && text[start - 1] != text.back()) --start;
    const std::string_view entry = entry_at(text, start);
    if (compare_key(key, entry) > 0) {
      low = start + entry.size() + 1;
    } else {
      high = start;
    }
  }
  return low;
}

std::string_view look_up(std::string_view table, std::string_view key) {
  const std::string_view entry = entry_at(table, lower_bound(table, key));
  if (entry.empty() || compare_key(key, entry) != 0) return {};
  return entry.substr(key.size() + 1);
}

std::int64_t look_up_number(std::string_view table, std::string_view key) {
  std::int64_t number = 0;
  for (const char digit : look_up(table, key)) number = number * 10 + (digit - '0');
  return number;
}

bool is_listed(std::string_view list, std::string_view word) {
  const std::string_view entry = entry_at(list, lower_bound(list, word));
  return !entry.empty() && compare_key(word, entry) == 0;
}

}  // namespace spearyx::normalize
