#include "normalize/text/text.h"

#include <algorithm>
#include <cstdint>

#include "support/scan.h"
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

/// The letters U+00C0 to U+017F without their marks; a space for a character that is no letter.
constexpr std::string_view kUnaccented =
    "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// The second letter that a character stands for, after its first.
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

constexpr bool is_visible_ascii(char c) { return c > 0x20 && c < 0x7F; }

/// The end of the visible ASCII characters from `at` on, with single spaces between them, which
/// folding leaves as they are.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  const auto is_plain = [&](std::size_t i) {
    return is_visible_ascii(text[i]) ||
           (text[i] == ' ' && i + 1 < text.size() && is_visible_ascii(text[i + 1]));
  };
  if (!is_visible_ascii(text[at])) return at;
  while (at + kBytesAtOnce < text.size()) {
    const Bytes bytes = load_bytes(text.data() + at);
    const Bytes next = load_bytes(text.data() + at + 1);
    const std::size_t plain =
        first_of((bytes < 0x20) | (bytes >= 0x7F) | ((bytes == ' ') & (next <= 0x20)));
    at += plain;
    if (plain < kBytesAtOnce) break;
  }
  while (at < text.size() && is_plain(at)) ++at;
  return text[at - 1] == ' ' ? at - 1 : at;
}

/// Whether a character may be joined: Arabic, Indic scripts and emoji are; Latin, Greek and
/// Cyrillic never.
constexpr bool takes_joiner(char32_t c) { return c >= 0x600; }

}  // namespace

void TextFolder::close_gap() {
  if (gap_ != '\0' && !out_.empty()) out_.push_back(gap_);
  gap_ = '\0';
}

void TextFolder::append(std::string_view piece) {
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t end = end_of_plain(piece, at);
    if (end == at) {
      const Utf8Char c = decode_utf8(piece, at);
      append(c.code_point);
      at += c.length;
      continue;
    }
    close_gap();
    out_.append(piece, at, end - at);
    joiner_ = 0;
    previous_ = 0;
    at = end;
  }
}

void TextFolder::append(char32_t c) {
  switch (visibility(c)) {
    case Visibility::kInvisible:
      return;
    case Visibility::kSpace:
      if (gap_ == '\0') gap_ = ' ';
      return;
    case Visibility::kJoiner:
      joiner_ = c;
      return;
    case Visibility::kVisible:
      break;
  }
  const bool is_joined = joiner_ != 0 && takes_joiner(previous_) && takes_joiner(c);
  if (gap_ == '\0' && is_joined) append_utf8(out_, joiner_);
  close_gap();
  append_utf8(out_, c);
  previous_ = c;
  joiner_ = 0;
}

std::string fold_whitespace(std::string_view text) {
  TextFolder folder(text.size());
  folder.append(text);
  return folder.take();
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

std::string join(std::span<const std::string> texts, std::string_view separator) {
  std::string all;
  for (const std::string& text : texts) all.append(all.empty() ? "" : separator).append(text);
  return all;
}

std::string_view strip_trailing_comma(std::string_view location) {
  const std::size_t last = location.find_last_not_of(", \t\r\n");
  return location.substr(0, last == location.npos ? 0 : last + 1);
}

char unaccented(char32_t c) {
  if (c < 0x80) return is_ascii_alpha(static_cast<char>(c)) ? static_cast<char>(c) : ' ';
  if (c >= 0xC0 && c <= 0x17F) return kUnaccented[c - 0xC0];
  // The Romanian letters with a comma below.
  if (c >= 0x218 && c <= 0x21B) return "SsTt"[c - 0x218];
  return ' ';
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
