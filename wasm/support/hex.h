#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace spearyx {

/// The hexadecimal digits in the order of their values.
inline constexpr std::string_view kHexDigits = "0123456789abcdef";

/// The two digits of a byte.
[[nodiscard]] constexpr std::array<char, 2> hex_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return {kHexDigits[byte >> 4U], kHexDigits[byte & 0xFU]};
}

/// The value of a hexadecimal digit of either case; nothing for any other character.
[[nodiscard]] constexpr std::optional<unsigned> hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  const char lower = static_cast<char>(digit | 0x20);
  if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a') + 10;
  return std::nullopt;
}

}  // namespace spearyx
