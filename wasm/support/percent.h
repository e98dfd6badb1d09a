#pragma once

#include <string>
#include <string_view>

namespace spearyx {

/// Appends a byte as URLs write it: "%2F".
inline void append_percent_encoded(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out.append({'%', kHex[byte >> 4U], kHex[byte & 0xFU]});
}

}  // namespace spearyx
