#pragma once

#include <stb/stb_truetype.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace spearyx::picture {

/// The picture of one character: the share of each pixel that its outline covers, row by row.
struct Glyph {
  int left = 0;  // pixels from the pen
  int top = 0;   // pixels below the baseline, so mostly negative
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> coverage;  // 255 for all of a pixel
};

/// A font of TrueType or OpenType outlines. Sizes and advances are in pixels.
class Typeface {
 public:
  /// Opens the bytes of a font file, which stay with the caller; nothing where they are none.
  [[nodiscard]] static std::optional<Typeface> of(std::string_view file);

  [[nodiscard]] bool has(char32_t character) const;

  [[nodiscard]] float advance(char32_t character, float size) const;

  /// What two neighbours move together, mostly negative: "AV".
  [[nodiscard]] float kerning(char32_t left, char32_t right, float size) const;

  /// Draws a character whose pen stands `shift` (0 to 1) right of a pixel's edge.
  [[nodiscard]] Glyph draw(char32_t character, float size, float shift) const;

 private:
  stbtt_fontinfo font_{};
};

}  // namespace spearyx::picture
