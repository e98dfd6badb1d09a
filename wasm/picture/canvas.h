#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace spearyx::picture {

/// The colours that are drawn with, each in shades from its ground to itself.
enum class Ink : std::uint8_t {
  kText,
  kQuiet,
  kAccent,
  kMark,   // the ground of the site's mark
  kArrow,  // on it
};

/// An indexed image of 1200 × 630 pixels, the size that previews of links are made for
/// (https://ogp.me).
class Canvas {
 public:
  static constexpr int kWidth = 1200;
  static constexpr int kHeight = 630;
  static constexpr std::size_t kShades = 16;
  static constexpr std::size_t kInks = 5;
  /// Bytes of one colour: red, green and blue.
  static constexpr std::size_t kColourBytes = 3;

  using Palette = std::array<std::uint8_t, kInks * kShades * kColourBytes>;

  /// The colours of the pixels' values.
  [[nodiscard]] static const Palette& palette();

  /// Covers a share of a pixel, 255 for all of it; nothing outside of the image.
  void cover(Ink ink, int x, int y, unsigned coverage);

  [[nodiscard]] std::uint8_t at(int x, int y) const { return rows_[index(x, y)]; }

  /// The rows from the top, each behind a byte 0: the form in which PNG has rows that no filter has
  /// changed (https://www.w3.org/TR/png-3/, section 7.3).
  [[nodiscard]] std::span<const std::uint8_t> rows() const { return rows_; }

 private:
  static constexpr std::size_t kRowBytes = kWidth + 1;

  static std::size_t index(int x, int y) {
    return static_cast<std::size_t>(y) * kRowBytes + 1 + static_cast<std::size_t>(x);
  }

  std::vector<std::uint8_t> rows_ = std::vector<std::uint8_t>(kRowBytes * kHeight);
};

}  // namespace spearyx::picture
