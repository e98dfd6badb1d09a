#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "support/scan.h"

namespace spearyx::sanitize {

/// `find_byte` for padded text, which can be read `kBytesAtOnce` bytes beyond its end, so that its
/// last bytes are like all others. `TextBuffer` holds such text.
template <typename IsSpecial>
[[nodiscard]] std::size_t find_padded_byte(std::string_view text, std::size_t at,
                                           IsSpecial is_special) {
  for (; at < text.size(); at += kBytesAtOnce) {
    const std::size_t found = first_of(is_special(load_bytes(text.data() + at)));
    if (found < kBytesAtOnce) return std::min(at + found, text.size());
  }
  return text.size();
}

}  // namespace spearyx::sanitize
