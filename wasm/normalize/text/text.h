#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// Plain-text fields of a posting: title, company, location, and the text repairs that come before
/// the sanitizer. Every function takes any bytes and returns well-formed UTF-8 for well-formed
/// input; none of them knows HTML. Order of use for a feed that needs everything:
/// `unescape_newlines`, then `repair_mojibake`, then entities, then `fold_whitespace`.
namespace spearyx::normalize {

/// The most characters of a title; the longest recorded one has 125.
inline constexpr std::size_t kMaxTitleCharacters = 300;

/// Folds a text into one line of visible text. It is trimmed, and every run of Unicode white space
/// (no-break spaces included) becomes one space; control characters, bidirectional controls, byte
/// order marks, soft hyphens and zero-width characters go. A joiner stays between two characters of
/// a script, or between two emoji, that need it. Malformed bytes become U+FFFD.
[[nodiscard]] std::string fold_whitespace(std::string_view text);

/// `fold_whitespace` for a text that comes in pieces and may have several lines.
class TextFolder {
 public:
  /// Prepares for a text of about `size` bytes.
  explicit TextFolder(std::size_t size) { out_.reserve(size); }

  void append(std::string_view piece);
  void append(char32_t c);
  /// Ends the line; lines without text are left out.
  void end_line() { gap_ = '\n'; }
  /// The text so far, without white space at its end.
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void close_gap();

  std::string out_;
  char gap_ = '\0';  // what separates the next character from the last: a space, a newline, nothing
  char32_t joiner_ = 0;
  char32_t previous_ = 0;
};

/// A title as `fold_whitespace` gives it, cut to `kMaxTitleCharacters` at a character.
[[nodiscard]] std::string clean_title(std::string_view title);

/// Undoes UTF-8 that was read as Latin-1 or Windows-1252 and encoded again: "KrakÃ³w" → "Kraków",
/// up to three times over. Only runs whose characters are the bytes of well-formed multi-byte UTF-8
/// change, and only where correct text does not look the same ("AMANHÃ…", "«PÅ»", "café »"), so
/// correct text comes back as it is. The rest of a character that was cut in half ("weâ€" at the
/// end of a text, "voilÃ tout") goes, or is "à" again.
[[nodiscard]] std::string repair_mojibake(std::string_view text);

/// Replaces the two characters backslash and n (or \r, or \r\n) by one newline. Never by nothing:
/// "<scr\nnipt>" must not close up into a tag. Belongs before the sanitizer.
[[nodiscard]] std::string unescape_newlines(std::string_view text);

/// Joins texts, with a separator between each two.
[[nodiscard]] std::string join(std::span<const std::string> texts, std::string_view separator);

/// The location without the white space and commas at its end: "Cambridge, " → "Cambridge".
[[nodiscard]] std::string_view strip_trailing_comma(std::string_view location);

[[nodiscard]] constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_alpha(char c) {
  return is_ascii_lower(c) || is_ascii_upper(c);
}
[[nodiscard]] constexpr bool is_ascii_alnum(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c);
}
[[nodiscard]] constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr char ascii_upper(char c) {
  return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

/// A mark that goes with the letter before it, of those that Latin letters have.
[[nodiscard]] constexpr bool is_combining_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// A Latin letter without its marks, in the case it has: 'e' for "é", 'A' for "Æ"; a space for
/// every other character.
[[nodiscard]] char unaccented(char32_t c);

/// Appends a Latin letter without its marks, in the case it has: "é" → "e", "Ł" → "L", "ß" → "ss",
/// "Æ" → "Ae". Appends nothing and says so for every other character, ASCII digits included.
[[nodiscard]] bool append_unaccented(std::string& out, char32_t c);

/// The text with its ASCII letters in lower case, all other bytes as they are; no locale.
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// Whether two texts are equal but for the case of ASCII letters.
[[nodiscard]] bool iequals(std::string_view a, std::string_view b);

}  // namespace spearyx::normalize
