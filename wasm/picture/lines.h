#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picture/typeface.h"

/// Texts as characters that are drawn one after the other, from left to right.
namespace spearyx::picture {

/// The faces of a text, in the order in which they are asked for a character, and its size.
struct Style {
  std::vector<const Typeface*> faces;
  float size;  // pixels

  /// The first face that has a character, or null.
  [[nodiscard]] const Typeface* face_of(char32_t character) const;
};

/// The characters of a text, some hundreds at most, without those that stand for themselves only
/// together with others: marks over letters, and scripts that join letters or run from right to
/// left. Blanks and control characters become one blank.
[[nodiscard]] std::u32string characters_of(std::string_view text);

/// The characters that a style can draw.
[[nodiscard]] std::u32string drawable(std::u32string_view characters, const Style& style);

/// The width of a line whose characters the style can draw, in pixels.
[[nodiscard]] float width_of(std::u32string_view line, const Style& style);

/// Breaks a text into at most `most` lines of a width: between words, behind hyphens and slashes,
/// between ideographs, and within a word that is wider than a line. The last line ends with "…"
/// where something is left out.
[[nodiscard]] std::vector<std::u32string> break_lines(std::u32string_view text, const Style& style,
                                                      float width, std::size_t most);

}  // namespace spearyx::picture
