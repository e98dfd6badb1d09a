#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "support/hex.h"

/// Percent-encoding, as URLs have it (RFC 3986, section 2).
namespace spearyx {

/// Appends a byte as an escape: "%2F".
inline void append_percent_encoded(std::string& out, char c) {
  out.push_back('%');
  for (const char digit : hex_of(c)) {
    out.push_back(digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit);
  }
}

/// Decodes the escape, "%2F", at the front of a text; nothing where there is none.
[[nodiscard]] constexpr std::optional<char> percent_decoded(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  const auto high = hex_value(text[1]);
  const auto low = hex_value(text[2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

/// Decodes the escapes of a text once; anything else stays as it is.
[[nodiscard]] inline std::string decode_percent(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = percent_decoded(text.substr(at));
    out.push_back(byte.value_or(text[at]));
    at += byte ? 3 : 1;
  }
  return out;
}

/// Whether no part of a URL has to escape the byte.
[[nodiscard]] constexpr bool is_unreserved(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").contains(c);
}

/// Encodes a name or value of a query: everything but letters, digits and "-._~".
[[nodiscard]] inline std::string encode_percent(std::string_view text) {
  std::string out;
  for (const char c : text) is_unreserved(c) ? out.push_back(c) : append_percent_encoded(out, c);
  return out;
}

/// Encodes one segment of a path. The dot segments "." and ".." become empty, since URL parsers
/// resolve them in any spelling.
[[nodiscard]] inline std::string encode_path_segment(std::string_view segment) {
  return segment == "." || segment == ".." ? "" : encode_percent(segment);
}

}  // namespace spearyx
