#include "picture/canvas.h"

namespace spearyx::picture {
namespace {

struct Colour {
  unsigned red;
  unsigned green;
  unsigned blue;
};

/// The colours of the light theme; web/src/styles/tokens.css and web/public/favicon.svg have them.
constexpr Colour kGround = {0xF6, 0xF6, 0xF3};
constexpr Colour kMarkColour = {0x1F, 0x6F, 0x5C};
constexpr std::array<Colour, Canvas::kInks> kColours = {
    {{0x1C, 0x1F, 0x1D}, {0x53, 0x59, 0x54}, {0x17, 0x61, 0x4F}, kMarkColour, {0xFF, 0xFF, 0xFF}}};

constexpr std::uint8_t mix(unsigned from, unsigned to, std::size_t shade) {
  constexpr unsigned kMost = Canvas::kShades - 1;
  const auto part = static_cast<unsigned>(shade);
  return static_cast<std::uint8_t>((from * (kMost - part) + to * part + kMost / 2) / kMost);
}

constexpr Canvas::Palette kPalette = [] {
  Canvas::Palette palette{};
  std::size_t at = 0;
  for (std::size_t ink = 0; ink < Canvas::kInks; ++ink) {
    const bool is_on_mark = ink == static_cast<std::size_t>(Ink::kArrow);
    const Colour& ground = is_on_mark ? kMarkColour : kGround;
    const Colour& colour = kColours[ink];
    for (std::size_t shade = 0; shade < Canvas::kShades; ++shade) {
      palette[at++] = mix(ground.red, colour.red, shade);
      palette[at++] = mix(ground.green, colour.green, shade);
      palette[at++] = mix(ground.blue, colour.blue, shade);
    }
  }
  return palette;
}();

}  // namespace

const Canvas::Palette& Canvas::palette() { return kPalette; }

void Canvas::cover(Ink ink, int x, int y, unsigned coverage) {
  constexpr unsigned kPerShade = 256 / kShades;
  if (x < 0 || x >= kWidth || y < 0 || y >= kHeight || coverage < kPerShade) return;
  const auto shade = static_cast<std::uint8_t>(coverage / kPerShade);
  std::uint8_t& pixel = rows_[index(x, y)];
  const auto first = static_cast<std::uint8_t>(static_cast<std::size_t>(ink) * kShades);
  // Neighbours of one ink may touch; of the two shares the greater is seen.
  const bool is_darker = pixel >= first && pixel < first + kShades && pixel > first + shade;
  if (!is_darker) pixel = static_cast<std::uint8_t>(first + shade);
}

}  // namespace spearyx::picture
