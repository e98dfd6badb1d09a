#include "normalize/text.h"

#include <algorithm>
#include <cstdint>

#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

enum class Visibility : std::uint8_t { kVisible, kSpace, kJoiner, kInvisible };

constexpr bool is_white_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

constexpr bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
         c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F) || (c & 0xFFFE) == 0xFFFE;
}

constexpr Visibility visibility(char32_t c) {
  if (c > 0x20 && c < 0x7F) return Visibility::kVisible;
  if (is_white_space(c)) return Visibility::kSpace;
  if (c == 0x200C || c == 0x200D) return Visibility::kJoiner;
  return is_invisible(c) ? Visibility::kInvisible : Visibility::kVisible;
}

/// The letters U+00C0 to U+017F without their marks; a space for what is no letter.
constexpr std::string_view kUnaccented =
    "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

constexpr char unaccented(char32_t c) {
  if (c < 0x80) return is_ascii_alpha(static_cast<char>(c)) ? static_cast<char>(c) : ' ';
  if (c >= 0xC0 && c <= 0x17F) return kUnaccented[c - 0xC0];
  // The Romanian letters with a comma below.
  if (c >= 0x218 && c <= 0x21B) return "SsTt"[c - 0x218];
  return ' ';
}

/// What the letter adds to its first one.
constexpr std::string_view second_letter(char32_t c) {
  switch (c) {
    case 0xDF:
      return "s";
    case 0xC6:
    case 0xE6:
    case 0x152:
    case 0x153:
      return "e";
    case 0xDE:
    case 0xFE:
      return "h";
    default:
      return "";
  }
}

/// What stands at `at`: as many visible ASCII characters as stand there in a row, which are alike to
/// `fold_whitespace`, or one character.
Utf8Char next_piece(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] > 0x20 && text[end] < 0x7F) ++end;
  return end > at ? Utf8Char{static_cast<char32_t>(text[at]), end - at} : decode_utf8(text, at);
}

/// Arabic, Indic scripts and emoji are joined; Latin, Greek and Cyrillic never are.
constexpr bool takes_joiner(char32_t c) { return c >= 0x600; }

}  // namespace

std::string fold_whitespace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  char32_t previous = 0;
  char32_t joiner = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = next_piece(text, at);
    at += length;
    switch (visibility(c)) {
      case Visibility::kInvisible:
        continue;
      case Visibility::kSpace:
        space = true;
        continue;
      case Visibility::kJoiner:
        joiner = c;
        continue;
      case Visibility::kVisible:
        break;
    }
    if (space && !out.empty()) {
      out.push_back(' ');
    } else if (joiner != 0 && takes_joiner(previous) && takes_joiner(c)) {
      append_utf8(out, joiner);
    }
    if (c < 0x80) {
      out.append(text, at - length, length);
    } else {
      append_utf8(out, c);
    }
    previous = c;
    space = false;
    joiner = 0;
  }
  return out;
}

std::string clean_title(std::string_view title) {
  std::string out = fold_whitespace(title);
  std::size_t end = 0;
  for (std::size_t count = 0; end < out.size() && count < kMaxTitleCharacters; ++count) {
    end += decode_utf8(out, end).length;
  }
  out.resize(end);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string unescape_newlines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t at = text.find('\\'); at != text.npos; at = text.find('\\', at)) {
    const std::string_view rest = text.substr(at);
    const std::size_t length = rest.starts_with("\\r\\n")                           ? 4
                               : rest.starts_with("\\n") || rest.starts_with("\\r") ? 2
                                                                                    : 0;
    if (length == 0) {
      ++at;
      continue;
    }
    out.append(text, copied, at - copied).push_back('\n');
    at += length;
    copied = at;
  }
  return out.append(text, copied);
}

std::string_view strip_trailing_comma(std::string_view location) {
  const std::size_t last = location.find_last_not_of(", \t\r\n");
  return location.substr(0, last == location.npos ? 0 : last + 1);
}

bool append_unaccented(std::string& out, char32_t c) {
  const char letter = unaccented(c);
  if (letter == ' ') return false;
  out.push_back(letter);
  out.append(second_letter(c));
  return true;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return ascii_lower(c); });
  return out;
}

bool iequals(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

}  // namespace spearyx::normalize
