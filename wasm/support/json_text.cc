#include "support/json_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "support/hex.h"
#include "support/scan.h"
#include "support/utf8.h"

namespace spearyx {
namespace {

/// A decoded escape: its length with the backslash, and its character.
struct Escape {
  std::size_t length;
  char32_t code_point;
};

/// The value of each byte as a hexadecimal digit; above 15 for any other byte.
constexpr auto kHexValues = [] {
  std::array<std::uint8_t, 256> values{};
  for (std::size_t byte = 0; byte < values.size(); ++byte) {
    values[byte] = static_cast<std::uint8_t>(hex_value(static_cast<char>(byte)).value_or(0xFF));
  }
  return values;
}();

/// The code unit of "\\u" and four hexadecimal digits.
std::optional<char32_t> code_unit(std::string_view escape) {
  if (escape.size() < 6 || escape[1] != 'u') return std::nullopt;
  char32_t unit = 0;
  std::uint8_t all = 0;
  for (const char digit : escape.substr(2, 4)) {
    const std::uint8_t value = kHexValues[static_cast<std::uint8_t>(digit)];
    unit = unit << 4U | value;
    all |= value;
  }
  return all > 15 ? std::nullopt : std::optional(unit);
}

Escape read_code_point(std::string_view text) {
  const auto high = code_unit(text);
  if (!high) return {1, '\\'};
  const auto low = *high >= 0xD800 && *high <= 0xDBFF ? code_unit(text.substr(6)) : std::nullopt;
  if (!low || *low < 0xDC00 || *low > 0xDFFF) return {6, *high};
  return {12, 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00)};
}

Escape read_escape(std::string_view text) {
  switch (text.size() > 1 ? text[1] : '\0') {
    case 'u':
      return read_code_point(text);
    case '"':
    case '\\':
    case '/':
      return {2, static_cast<char32_t>(text[1])};
    case 'b':
      return {2, '\b'};
    case 'f':
      return {2, '\f'};
    case 'n':
      return {2, '\n'};
    case 'r':
      return {2, '\r'};
    case 't':
      return {2, '\t'};
    default:
      return {1, '\\'};
  }
}

}  // namespace

std::string unescape_json(std::string_view quoted) {
  std::string text;
  // No escape is shorter than what it says.
  text.resize_and_overwrite(quoted.size(), [quoted](char* to, std::size_t) {
    const char* begin = to;
    std::size_t at = 0;
    while (at < quoted.size()) {
      to = copy_until(quoted, at, to, [](auto byte) { return byte == '\\'; });
      if (at == quoted.size()) break;
      const Escape escape = read_escape(quoted.substr(at));
      to = write_utf8(escape.code_point, to);
      at += escape.length;
    }
    return static_cast<std::size_t>(to - begin);
  });
  return text;
}

}  // namespace spearyx
