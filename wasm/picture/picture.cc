#include "picture/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "picture/lines.h"
#include "picture/mark.h"

namespace spearyx::picture {
namespace {

// Places are in pixels from the upper left, those of texts on their baselines.
constexpr float kMargin = 80;
constexpr float kTextWidth = Canvas::kWidth - 2 * kMargin;
constexpr float kCompanyBaseline = 110;
constexpr float kTitleTop = 136;
constexpr float kBelowTitle = 24;
constexpr float kFactHeight = 50;
constexpr int kMarkSize = 44;
constexpr int kMarkTop = 536;

constexpr float kLineHeight = 1.16F;  // of the size of a title

/// The sizes of titles, from that of the shortest; a title that needs more lines gets the next.
struct TitleSize {
  float size;
  std::size_t lines;
};
constexpr std::array<TitleSize, 3> kTitleSizes = {{{76, 2}, {64, 3}, {52, 4}}};

Style style_of(const Typeface& face, const Faces& faces, float size) {
  Style style{.faces = {&face}, .size = size};
  if (faces.fallback != nullptr) style.faces.push_back(faces.fallback);
  return style;
}

class Painter {
 public:
  explicit Painter(const Faces& faces) : faces_(faces) {}

  Canvas paint(const Texts& texts) && {
    write_cut(texts.company, style_of(faces_.bold, faces_, 40), Ink::kAccent, kCompanyBaseline);
    float baseline = write_title(texts.title) + kBelowTitle;
    for (const std::string_view fact : {texts.place, texts.pay}) {
      if (write_cut(fact, style_of(faces_.regular, faces_, 38), Ink::kQuiet,
                    baseline + kFactHeight))
        baseline += kFactHeight;
    }
    draw_mark(canvas_, static_cast<int>(kMargin), kMarkTop, kMarkSize);
    write(U"Spearyx Jobs", style_of(faces_.bold, faces_, 30), Ink::kText,
          {kMargin + kMarkSize + 16, kMarkTop + 33});
    return std::move(canvas_);
  }

 private:
  struct Pen {
    float x;
    float y;
  };

  /// Writes a title, and returns its last baseline.
  float write_title(std::string_view text) {
    const std::u32string characters = characters_of(text);
    for (const auto& [size, most] : kTitleSizes) {
      const Style style = style_of(faces_.bold, faces_, size);
      const auto lines = break_lines(drawable(characters, style), style, kTextWidth, most);
      const bool is_whole = lines.empty() || lines.back().back() != U'…';
      if (!is_whole && size != kTitleSizes.back().size) continue;
      float baseline = kTitleTop;
      for (const std::u32string& line : lines)
        write(line, style, Ink::kText, {kMargin, baseline += size * kLineHeight});
      return baseline;
    }
    return kTitleTop;
  }

  /// Writes a text on one line, as much of it as there is place for; false where there is none.
  bool write_cut(std::string_view text, const Style& style, Ink ink, float baseline) {
    const auto lines = break_lines(drawable(characters_of(text), style), style, kTextWidth, 1);
    if (!lines.empty()) write(lines[0], style, ink, {kMargin, baseline});
    return !lines.empty();
  }

  void write(std::u32string_view line, const Style& style, Ink ink, Pen pen) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Typeface& face = *style.face_of(line[i]);
      if (i > 0) pen.x += face.kerning(line[i - 1], line[i], style.size);
      const float pixel = std::floor(pen.x);
      put(face.draw(line[i], style.size, pen.x - pixel), ink, static_cast<int>(pixel),
          static_cast<int>(pen.y));
      pen.x += face.advance(line[i], style.size);
    }
  }

  void put(const Glyph& glyph, Ink ink, int x, int y) {
    for (std::size_t at = 0; at < glyph.coverage.size(); ++at) {
      const int column = static_cast<int>(at) % glyph.width;
      const int row = static_cast<int>(at) / glyph.width;
      canvas_.cover(ink, x + glyph.left + column, y + glyph.top + row, glyph.coverage[at]);
    }
  }

  const Faces& faces_;
  Canvas canvas_;
};

}  // namespace

bool lacks_characters(const Texts& texts, const Faces& faces) {
  const Style style = style_of(faces.regular, faces, 1);
  const auto lacks = [&](std::string_view text) {
    return std::ranges::any_of(characters_of(text),
                               [&](char32_t c) { return style.face_of(c) == nullptr; });
  };
  return lacks(texts.title) || lacks(texts.company) || lacks(texts.place) || lacks(texts.pay);
}

Canvas draw(const Texts& texts, const Faces& faces) { return Painter(faces).paint(texts); }

}  // namespace spearyx::picture
