#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Bytes by the classes of the Infra and HTML standards, without a locale.
namespace spearyx::sanitize {

[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}
[[nodiscard]] constexpr bool is_alpha(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }
[[nodiscard]] constexpr bool is_alphanumeric(char c) { return is_alpha(c) || is_digit(c); }
/// Whether a byte separates the parts of a tag, once newlines are normalised.
[[nodiscard]] constexpr bool is_html_space(char c) {
  constexpr std::uint64_t kSpaces =
      1ULL << ' ' | 1ULL << '\n' | 1ULL << '\t' | 1ULL << '\f' | 1ULL << '\r';
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' && (kSpaces >> byte & 1) != 0;
}
/// Whether a byte, or each of sixteen, ends the name of a tag or, with an equals sign, of an
/// attribute.
[[nodiscard]] constexpr auto is_tag_name_end(auto c) {
  return c == '>' | c == '/' | c == ' ' | c == '\n' | c == '\t' | c == '\f' | c == '\r';
}

/// Whether `text` has `lower`, written in lower case, at `at`, in any case.
[[nodiscard]] constexpr bool has_word_at(std::string_view text, std::size_t at,
                                         std::string_view lower) {
  if (text.size() < lower.size() || at > text.size() - lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (to_lower(text[at + i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace spearyx::sanitize
