#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Sixteen bytes at a time, for what most text is: nothing special. Clang's vectors become SIMD128
/// in WebAssembly and SSE2 or NEON elsewhere.
namespace spearyx::sanitize {

using Bytes = unsigned char __attribute__((vector_size(16)));
inline constexpr std::size_t kBytesAtOnce = sizeof(Bytes);

[[nodiscard]] inline Bytes load_bytes(const char* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

/// Passes over blocks of sixteen bytes none of which `is_special` marks, given the bytes and those
/// one further on. Answers where the first other block, or the rest of the text, begins.
template <typename IsSpecial>
[[nodiscard]] std::size_t skip_plain(std::string_view text, std::size_t at, IsSpecial is_special) {
  for (; at + kBytesAtOnce < text.size(); at += kBytesAtOnce) {
    const char* block = text.data() + at;
    const auto marks = is_special(load_bytes(block), load_bytes(block + 1));
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(marks);
    if ((halves[0] | halves[1]) != 0) break;
  }
  return at;
}

/// The first byte from `at` on that `is_special` marks, which takes a byte or sixteen; else the
/// end.
template <typename IsSpecial>
[[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t at, IsSpecial is_special) {
  at = skip_plain(text, at, [&](Bytes bytes, Bytes) { return is_special(bytes); });
  while (at < text.size() && !is_special(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

}  // namespace spearyx::sanitize
