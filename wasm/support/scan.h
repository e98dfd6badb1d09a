#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Text sixteen bytes at a time, for what most text is: nothing special. Clang's vectors become
/// SIMD128 in WebAssembly and SSE2 or NEON elsewhere.
namespace spearyx {

using Bytes = unsigned char __attribute__((vector_size(16)));
/// For each byte, whether something is true of it; what comparing `Bytes` yields.
using ByteMask = decltype(Bytes{} == Bytes{});
inline constexpr std::size_t kBytesAtOnce = sizeof(Bytes);

[[nodiscard]] inline Bytes load_bytes(const char* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

inline void store_bytes(Bytes bytes, char* to) { std::memcpy(to, &bytes, sizeof bytes); }

/// The position of the first byte of which it is true, `kBytesAtOnce` for none.
[[nodiscard]] inline std::size_t first_of(ByteMask mask) {
  using Bits = bool __attribute__((ext_vector_type(kBytesAtOnce)));
  const auto bits = std::bit_cast<std::uint16_t>(__builtin_convertvector(mask, Bits));
  return static_cast<std::size_t>(std::countr_zero(bits));
}

/// The first byte from `at` on that `is_special` marks, which takes a byte or sixteen; else the end
/// of the text.
template <typename IsSpecial>
[[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t at, IsSpecial is_special) {
  for (; at + kBytesAtOnce <= text.size(); at += kBytesAtOnce) {
    const std::size_t found = first_of(is_special(load_bytes(text.data() + at)));
    if (found < kBytesAtOnce) return at + found;
  }
  while (at < text.size() && !is_special(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

}  // namespace spearyx
