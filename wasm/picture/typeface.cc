#include "picture/typeface.h"

#include <cstddef>

// The library's functions, which its header only declares without this.
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
#undef STB_TRUETYPE_IMPLEMENTATION

namespace spearyx::picture {
namespace {

/// The size of a font is that of its em, as in CSS.
float scale_of(const stbtt_fontinfo& font, float size) {
  return stbtt_ScaleForMappingEmToPixels(&font, size);
}

int code_of(char32_t character) { return static_cast<int>(character); }

}  // namespace

std::optional<Typeface> Typeface::of(std::string_view file) {
  constexpr std::size_t kHead = 12;  // bytes of the table directory's head
  Typeface face;
  const auto* bytes = reinterpret_cast<const unsigned char*>(file.data());
  // What has another mark than a font's is not to be opened.
  if (file.size() < kHead || stbtt_GetFontOffsetForIndex(bytes, 0) < 0) return std::nullopt;
  if (stbtt_InitFont(&face.font_, bytes, 0) == 0) return std::nullopt;
  return face;
}

bool Typeface::has(char32_t character) const {
  return stbtt_FindGlyphIndex(&font_, code_of(character)) != 0;
}

float Typeface::advance(char32_t character, float size) const {
  int advance = 0;
  stbtt_GetCodepointHMetrics(&font_, code_of(character), &advance, nullptr);
  return static_cast<float>(advance) * scale_of(font_, size);
}

float Typeface::kerning(char32_t left, char32_t right, float size) const {
  const int units = stbtt_GetCodepointKernAdvance(&font_, code_of(left), code_of(right));
  return static_cast<float>(units) * scale_of(font_, size);
}

Glyph Typeface::draw(char32_t character, float size, float shift) const {
  const float scale = scale_of(font_, size);
  const int index = stbtt_FindGlyphIndex(&font_, code_of(character));
  int right = 0;
  int bottom = 0;
  Glyph glyph;
  stbtt_GetGlyphBitmapBoxSubpixel(&font_, index, scale, scale, shift, 0, &glyph.left, &glyph.top,
                                  &right, &bottom);
  glyph.width = right - glyph.left;
  glyph.height = bottom - glyph.top;
  glyph.coverage.resize(static_cast<std::size_t>(glyph.width) *
                        static_cast<std::size_t>(glyph.height));
  if (glyph.coverage.empty()) return glyph;
  stbtt_MakeGlyphBitmapSubpixel(&font_, glyph.coverage.data(), glyph.width, glyph.height,
                                glyph.width, scale, scale, shift, 0, index);
  return glyph;
}

}  // namespace spearyx::picture
