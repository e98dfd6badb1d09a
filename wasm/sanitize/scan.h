#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Sixteen bytes at a time, for what most text is: nothing special. Clang's vectors become SIMD128
/// in WebAssembly and SSE2 or NEON elsewhere.
///
/// Text that is called padded can be read `kBytesAtOnce` bytes beyond its end, so that its last
/// bytes are like all others. `TextBuffer` holds such text.
namespace spearyx::sanitize {

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

/// The first byte from `at` on that `is_special` marks; else the end of the text, which is padded.
template <typename IsSpecial>
[[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t at, IsSpecial is_special) {
  for (; at < text.size(); at += kBytesAtOnce) {
    const std::size_t found = first_of(is_special(load_bytes(text.data() + at)));
    if (found < kBytesAtOnce) return std::min(at + found, text.size());
  }
  return text.size();
}

}  // namespace spearyx::sanitize
