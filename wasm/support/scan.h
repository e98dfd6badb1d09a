#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Scanning text sixteen bytes at a time, because most text holds nothing special. Clang's vectors
/// become SIMD128 in WebAssembly and SSE2 or NEON elsewhere.
namespace spearyx {

/// An unsigned number as it lies in memory, the lowest byte first.
template <typename Bits>
[[nodiscard]] constexpr Bits load_bits(const char* from) {
  Bits bits = 0;
  if consteval {
    for (std::size_t i = 0; i < sizeof(Bits); ++i)
      bits = static_cast<Bits>(bits | Bits{static_cast<unsigned char>(from[i])} << 8 * i);
  } else {
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(&bits, from, sizeof bits);
  }
  return bits;
}

using Bytes = unsigned char __attribute__((vector_size(16)));
/// A condition for each byte, the result of a comparison of `Bytes`.
using ByteMask = decltype(Bytes{} == Bytes{});
inline constexpr std::size_t kBytesAtOnce = sizeof(Bytes);

[[nodiscard]] inline Bytes load_bytes(const char* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

inline void store_bytes(Bytes bytes, char* to) { std::memcpy(to, &bytes, sizeof bytes); }

/// A bit for each byte, the lowest for the first.
[[nodiscard]] inline std::uint16_t bits_of(ByteMask mask) {
  using Bits = bool __attribute__((ext_vector_type(kBytesAtOnce)));
  return std::bit_cast<std::uint16_t>(__builtin_convertvector(mask, Bits));
}

/// The position of the first byte that the mask marks; `kBytesAtOnce` for none.
[[nodiscard]] inline std::size_t first_of(ByteMask mask) {
  return static_cast<std::size_t>(std::countr_zero(bits_of(mask)));
}

/// The position of the first byte from `at` on that `is_special` marks, else the end of the text;
/// `is_special` takes one byte or sixteen.
template <typename IsSpecial>
[[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t at, IsSpecial is_special) {
  for (; at + kBytesAtOnce <= text.size(); at += kBytesAtOnce) {
    const std::size_t found = first_of(is_special(load_bytes(text.data() + at)));
    if (found < kBytesAtOnce) return at + found;
  }
  while (at < text.size() && !is_special(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

/// Copies from `at` on up to the first byte that `is_special` marks, or to the end, and puts `at`
/// there; returns the end of the copy. There must be room for what is left of the text.
template <typename IsSpecial>
char* copy_until(std::string_view text, std::size_t& at, char* to, IsSpecial is_special) {
  while (at + kBytesAtOnce <= text.size()) {
    const Bytes bytes = load_bytes(text.data() + at);
    store_bytes(bytes, to);
    const std::size_t plain = first_of(is_special(bytes));
    at += plain;
    to += plain;
    if (plain < kBytesAtOnce) return to;
  }
  while (at < text.size() && !is_special(static_cast<unsigned char>(text[at]))) *to++ = text[at++];
  return to;
}

/// Calls `take(begin, end)` for each run of bytes that `is_part` marks; `is_part` takes sixteen
/// bytes, and never marks a zero.
template <typename IsPart, typename Take>
void each_run(std::string_view text, IsPart is_part, Take take) {
  bool is_inside = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); at += kBytesAtOnce) {
    char piece[kBytesAtOnce] = {};
    const std::size_t size = text.copy(piece, kBytesAtOnce, at);
    const Bytes bytes = load_bytes(size == kBytesAtOnce ? text.data() + at : piece);
    const unsigned parts = bits_of(is_part(bytes));
    // A bit where a run begins or has ended, by turns.
    const unsigned inside = is_inside ? 1 : 0;
    for (unsigned edges = (parts ^ (parts << 1U | inside)) & 0xFFFFU; edges != 0;
         edges &= edges - 1) {
      const std::size_t edge = at + static_cast<std::size_t>(std::countr_zero(edges));
      if (is_inside) take(begin, edge);
      is_inside = !is_inside;
      begin = edge;
    }
  }
  if (is_inside) take(begin, text.size());
}

}  // namespace spearyx
