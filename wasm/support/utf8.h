#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx {

/// U+FFFD in UTF-8, the stand-in for bytes that are not text.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// One decoded character: its code point and how many bytes it took (1 to 4).
struct Utf8Char {
  char32_t code_point;
  std::size_t length;
};

/// Decodes the character that starts at `text[at]`; `at < text.size()`. A malformed sequence yields
/// U+FFFD and the length of its maximal valid prefix, at least 1 (Unicode 15, section 3.9, table
/// 3-7).
[[nodiscard]] Utf8Char decode_utf8(std::string_view text, std::size_t at);

/// Writes a code point, at most four bytes of it, and returns the end; surrogates and values above
/// U+10FFFF are written as U+FFFD.
char* write_utf8(char32_t code_point, char* to);

/// Appends a code point; surrogates and values above U+10FFFF are written as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The number of bytes of the character at `text[at]`; 0 where it is malformed.
[[nodiscard]] std::size_t valid_utf8_length(std::string_view text, std::size_t at);

/// The length of the longest prefix that is well-formed UTF-8.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text);

[[nodiscard]] inline bool is_valid_utf8(std::string_view text) {
  return valid_utf8_prefix(text) == text.size();
}

/// Replaces malformed sequences by U+FFFD in place; leaves well-formed text untouched.
void repair_utf8(std::string& text);

/// The longest prefix of at most `max_bytes` that splits no character.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

}  // namespace spearyx
