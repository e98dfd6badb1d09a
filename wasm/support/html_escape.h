#pragma once

#include <string_view>

namespace spearyx {

/// The entity of a character that is special in HTML and XML, in text and between double quotes;
/// nothing for any other character.
[[nodiscard]] constexpr std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace spearyx
