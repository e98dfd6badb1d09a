#include "support/utf8.h"

#include <array>
#include <cstdint>
#include <utility>

#include "support/scan.h"

namespace spearyx {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

/// The meaning of a lead byte: the number of continuation bytes, and the range of the first.
struct Lead {
  std::size_t continuations;
  std::uint8_t low;
  std::uint8_t high;
};

constexpr Lead lead_of(std::uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](auto byte) { return byte >= 0x80; });
}

}  // namespace

Utf8Char decode_utf8(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  if (first < 0x80) return {first, 1};
  const Lead lead = lead_of(first);
  if (lead.continuations == 0) return {kReplacement, 1};
  char32_t code_point = first & (0x3FU >> lead.continuations);
  for (std::size_t i = 1; i <= lead.continuations; ++i) {
    if (at + i >= text.size()) return {kReplacement, i};
    const std::uint8_t next = byte_at(text, at + i);
    const std::uint8_t low = i == 1 ? lead.low : std::uint8_t{0x80};
    const std::uint8_t high = i == 1 ? lead.high : std::uint8_t{0xBF};
    if (next < low || next > high) return {kReplacement, i};
    code_point = (code_point << 6) | (next & 0x3FU);
  }
  return {code_point, lead.continuations + 1};
}

char* write_utf8(char32_t code_point, char* to) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacement;
  }
  if (code_point < 0x80) {
    *to = static_cast<char>(code_point);
    return to + 1;
  }
  constexpr std::array<char32_t, 5> kLeads = {0, 0, 0xC0, 0xE0, 0xF0};
  const std::size_t size = code_point < 0x800 ? 2 : (code_point < 0x10000 ? 3 : 4);
  for (std::size_t i = size - 1; i > 0; --i, code_point >>= 6) {
    to[i] = static_cast<char>(0x80 | (code_point & 0x3F));
  }
  to[0] = static_cast<char>(kLeads[size] | code_point);
  return to + size;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) return out.push_back(static_cast<char>(code_point));
  std::array<char, 4> bytes{};
  const char* const end = write_utf8(code_point, bytes.data());
  out.append(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
}

std::size_t valid_utf8_length(std::string_view text, std::size_t at) {
  const Utf8Char character = decode_utf8(text, at);
  const bool is_malformed =
      character.code_point == kReplacement && text.substr(at, 3) != kReplacementCharacter;
  return is_malformed ? 0 : character.length;
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = skip_ascii(text, 0);
  while (at < text.size()) {
    const std::size_t length = valid_utf8_length(text, at);
    if (length == 0) return at;
    at = skip_ascii(text, at + length);
  }
  return text.size();
}

void repair_utf8(std::string& text) {
  std::size_t at = valid_utf8_prefix(text);
  if (at == text.size()) return;
  std::string repaired = text.substr(0, at);
  while (at < text.size()) {
    const Utf8Char character = decode_utf8(text, at);
    append_utf8(repaired, character.code_point);
    at += character.length;
  }
  text = std::move(repaired);
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (byte_at(text, end) & 0xC0U) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace spearyx
