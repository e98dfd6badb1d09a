#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spearyx {

/// A set of bytes with a lookup in one step.
class ByteSet {
 public:
  constexpr ByteSet() = default;
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) add(byte);
  }

  constexpr void add(char byte) { bits_[index(byte) / 32] |= 1U << index(byte) % 32; }
  [[nodiscard]] constexpr bool contains(char byte) const {
    return (bits_[index(byte) / 32] >> index(byte) % 32 & 1U) != 0;
  }

 private:
  static constexpr std::size_t index(char byte) { return static_cast<unsigned char>(byte); }

  std::array<std::uint32_t, 8> bits_{};
};

}  // namespace spearyx
