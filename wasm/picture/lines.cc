#include "picture/lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "support/utf8.h"

namespace spearyx::picture {
namespace {

constexpr std::size_t kMostCharacters = 400;
constexpr char32_t kEllipsis = U'…';

struct Range {
  char32_t first;
  char32_t last;
};

/// Characters that need shaping, run from right to left or draw nothing themselves.
constexpr std::array<Range, 12> kNotAlone = {{
    {0x0300, 0x036F},  // combining marks
    {0x0590, 0x0DFF},  // Hebrew to Sinhala
    {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E},  // marks of Thai
    {0x0F00, 0x109F},  // Tibetan, Myanmar
    {0x1780, 0x18AF},  // Khmer, Mongolian
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},  // joiners and directions
    {0xFB1D, 0xFDFF},
    {0xFE00, 0xFEFF},  // forms of Hebrew and Arabic, variation selectors
}};

bool is_in(const Range& range, char32_t c) { return c >= range.first && c <= range.last; }

bool is_blank(char32_t c) {
  return c <= U' ' || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200A) ||
         (c >= 0x2028 && c <= 0x2029) || c == 0x202F || c == 0x3000;
}

/// Whether a line may end on either side of a character.
bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// Whether a character must not begin a line.
bool is_closing(char32_t c) {
  return std::u32string_view(U"、。，．）」』】！？：；・ー").contains(c);
}

bool may_break_between(char32_t left, char32_t right) {
  if (left == U' ' || left == U'-' || left == U'/') return true;
  return (is_ideograph(left) || is_ideograph(right)) && !is_closing(right);
}

void append_blank(std::u32string& text) {
  if (!text.empty() && text.back() != U' ') text.push_back(U' ');
}

void trim_end(std::u32string& text) {
  while (!text.empty() && text.back() == U' ') text.pop_back();
}

/// Ends a line with "…", without the words for which there is no place left; of a single word
/// without its last characters.
void cut_short(std::u32string& line, const Style& style, float width) {
  const float dots = width_of({&kEllipsis, 1}, style);
  std::size_t size = line.size();
  while (size > 0 && width_of({line.data(), size}, style) + dots > width) --size;
  if (size > 0 && size < line.size() && !may_break_between(line[size - 1], line[size])) {
    const std::size_t blank = line.rfind(U' ', size);
    if (blank != line.npos) size = blank;
  }
  line.resize(size);
  trim_end(line);
  line.push_back(kEllipsis);
}

/// The end of the line that begins at `begin`.
std::size_t end_of_line(std::u32string_view text, std::size_t begin, const Style& style,
                        float width) {
  std::size_t last_break = begin;
  std::size_t end = begin;
  for (float used = 0; end < text.size(); ++end) {
    if (end > begin && may_break_between(text[end - 1], text[end])) last_break = end;
    used += style.face_of(text[end])->advance(text[end], style.size);
    if (used > width && text[end] != U' ') break;
  }
  if (end == text.size()) return end;
  return last_break > begin ? last_break : std::max(end, begin + 1);
}

}  // namespace

const Typeface* Style::face_of(char32_t character) const {
  const auto face = std::ranges::find_if(
      faces, [character](const Typeface* each) { return each->has(character); });
  return face == faces.end() ? nullptr : *face;
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size() && characters.size() < kMostCharacters;) {
    const auto [c, length] = decode_utf8(text, at);
    at += length;
    if (is_blank(c)) append_blank(characters);
    const bool is_alone =
        std::ranges::none_of(kNotAlone, [c](const Range& r) { return is_in(r, c); });
    if (!is_blank(c) && is_alone && c != 0xFFFD) characters.push_back(c);
  }
  trim_end(characters);
  return characters;
}

std::u32string drawable(std::u32string_view characters, const Style& style) {
  std::u32string text;
  for (const char32_t c : characters) {
    if (c == U' ') append_blank(text);
    if (c != U' ' && style.face_of(c) != nullptr) text.push_back(c);
  }
  trim_end(text);
  return text;
}

float width_of(std::u32string_view line, const Style& style) {
  float width = 0;
  const Typeface* last = nullptr;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Typeface* face = style.face_of(line[i]);
    if (face == last && i > 0) width += face->kerning(line[i - 1], line[i], style.size);
    width += face->advance(line[i], style.size);
    last = face;
  }
  return width;
}

std::vector<std::u32string> break_lines(std::u32string_view text, const Style& style, float width,
                                        std::size_t most) {
  std::vector<std::u32string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    if (lines.size() == most) {
      cut_short(lines.back(), style, width);
      break;
    }
    const std::size_t end = end_of_line(text, begin, style, width);
    std::u32string line(text.substr(begin, end - begin));
    trim_end(line);
    lines.push_back(std::move(line));
    begin = std::min(text.find_first_not_of(U' ', end), text.size());
  }
  return lines;
}

}  // namespace spearyx::picture
