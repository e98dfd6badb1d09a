#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace spearyx {

/// Appends a byte as URLs write it: "%2F".
inline void append_percent_encoded(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out.append({'%', kHex[byte >> 4U], kHex[byte & 0xFU]});
}

/// The byte that "%2F" at the front of a text stands for; nothing where it is no such escape.
[[nodiscard]] inline std::optional<char> percent_decoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEFabcdef";
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  const std::size_t high = kHex.find(text[1]);
  const std::size_t low = kHex.find(text[2]);
  if (high == kHex.npos || low == kHex.npos) return std::nullopt;
  const auto value = [](std::size_t place) { return place < 16 ? place : place - 6; };
  return static_cast<char>(value(high) * 16 + value(low));
}

/// A text with its escapes decoded once; what is no escape stays as it is.
[[nodiscard]] inline std::string decode_percent(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = percent_decoded(text.substr(at));
    out.push_back(byte.value_or(text[at]));
    at += byte ? 3 : 1;
  }
  return out;
}

}  // namespace spearyx
