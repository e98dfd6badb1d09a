#include "sanitize/line_marker.h"

#include <algorithm>
#include <iterator>

#include "sanitize/ascii.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

/// Bullets, arrows and ticks, and the places of these in word processors' symbol fonts; sorted.
constexpr char32_t kBullets[] = {0x00B7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1,
                                 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7,
                                 0x25CB, 0x25CF, 0x25E6, 0x2713, 0x2714, 0x2756, 0x27A2,
                                 0x27A4, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC};
static_assert(std::ranges::is_sorted(kBullets));

constexpr std::string_view kEmojiStyle = "\xEF\xB8\x8F";  // U+FE0F

MarkerKind kind_of(char32_t c) {
  if (c == '-' || c == 0x2013 || c == 0x2014) return MarkerKind::kDash;
  if (c == '*') return MarkerKind::kAsterisk;
  if (c == 'o') return MarkerKind::kCircle;
  return std::ranges::binary_search(kBullets, c) ? MarkerKind::kBullet : MarkerKind::kNone;
}

bool has_space_at(std::string_view line, std::size_t at) {
  return at < line.size() && line[at] == ' ';
}

bool has_letter_at(std::string_view line, std::size_t at) {
  return at < line.size() && (is_alpha(line[at]) || static_cast<unsigned char>(line[at]) >= 0x80);
}

LineMarker find_symbol(std::string_view line) {
  const Utf8Char symbol = decode_utf8(line, 0);
  LineMarker marker{.kind = kind_of(symbol.code_point),
                    .length = static_cast<std::uint32_t>(symbol.length)};
  if (marker.kind == MarkerKind::kNone) return {};
  if (line.substr(marker.length).starts_with(kEmojiStyle))
    marker.length += std::uint32_t{kEmojiStyle.size()};
  const bool has_space = has_space_at(line, marker.length);
  if (has_space) ++marker.length;
  const bool is_glued = marker.is_certain() ||
                        (marker.kind == MarkerKind::kDash && has_letter_at(line, marker.length));
  return has_space || is_glued ? marker : LineMarker{};
}

LineMarker find_number(std::string_view line) {
  std::uint32_t digits = 0;
  std::uint32_t number = 0;
  for (; digits < std::min<std::size_t>(line.size(), 2) && is_digit(line[digits]); ++digits) {
    number = number * 10 + static_cast<std::uint32_t>(line[digits] - '0');
  }
  if (digits == 0 || !has_space_at(line, digits + 1)) return {};
  const char delimiter = line[digits];
  if (delimiter != '.' && delimiter != ')') return {};
  return {MarkerKind::kNumber, delimiter, number, digits + 2};
}

}  // namespace

bool LineMarker::continues(const LineMarker& previous) const {
  if (kind == MarkerKind::kNone || kind != previous.kind) return false;
  return kind != MarkerKind::kNumber ||
         (delimiter == previous.delimiter && number == previous.number + 1);
}

bool is_wrapped_item(std::string_view item, char next) {
  constexpr std::size_t kMinBytes = 40;
  constexpr std::string_view kEnds = ".:;!?";
  return item.size() >= kMinBytes && !kEnds.contains(item.back()) && is_alpha(next) &&
         !is_upper(next);
}

LineMarker find_line_marker(std::string_view line) {
  if (line.empty()) return {};
  if (is_alpha(line[0]) && line[0] != 'o') return {};
  const LineMarker marker = is_digit(line[0]) ? find_number(line) : find_symbol(line);
  return marker.length < line.size() ? marker : LineMarker{};
}

}  // namespace spearyx::sanitize
