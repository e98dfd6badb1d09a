#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace spearyx {

/// The hexadecimal digits in the order of their values.
inline constexpr std::string_view kHexDigits = "0123456789abcdef";

/// The two digits of a byte.
[[nodiscard]] constexpr std::array<char, 2> hex_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return {kHexDigits[byte >> 4U], kHexDigits[byte & 0xFU]};
}

/// The digits of a text, two a byte.
[[nodiscard]] inline std::string hex_text(std::string_view text) {
  std::string digits;
  for (const char byte : text) digits.append_range(hex_of(byte));
  return digits;
}

/// The value of a hexadecimal digit of either case; nothing for any other character.
[[nodiscard]] constexpr std::optional<unsigned> hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  const char lower = static_cast<char>(digit | 0x20);
  if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a') + 10;
  return std::nullopt;
}

/// The text of digits, two a byte; it ends where they do.
[[nodiscard]] inline std::string text_of_hex(std::string_view digits) {
  std::string text;
  for (; digits.size() >= 2; digits.remove_prefix(2)) {
    const auto high = hex_value(digits[0]);
    const auto low = hex_value(digits[1]);
    if (!high || !low) break;
    text.push_back(static_cast<char>(*high << 4U | *low));
  }
  return text;
}

}  // namespace spearyx
