#include "picture/mark.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spearyx::picture {
namespace {

// All lengths are in units of the drawing, which is 24 wide and high.
constexpr float kUnits = 24;
constexpr float kCornerRadius = 6;
constexpr float kStrokeRadius = 1;

struct Point {
  float x;
  float y;
};

struct Stroke {
  Point from;
  Point to;
};

constexpr std::array<Stroke, 5> kStrokes = {{
    {{6, 18}, {18, 6}},
    {{18, 6}, {11.5F, 7.2F}},
    {{18, 6}, {16.8F, 12.5F}},
    {{6, 12}, {6, 18}},
    {{6, 18}, {12, 18}},
}};

/// The distance of a point from the rounded square; negative within.
float distance_from_square(Point p) {
  constexpr float kHalf = kUnits / 2;
  const float x = std::abs(p.x - kHalf) - kHalf + kCornerRadius;
  const float y = std::abs(p.y - kHalf) - kHalf + kCornerRadius;
  const float outside = std::hypot(std::max(x, 0.0F), std::max(y, 0.0F));
  return outside + std::min(std::max(x, y), 0.0F) - kCornerRadius;
}

/// The distance of a point from a stroke with round ends; negative within.
float distance_from_stroke(Point p, const Stroke& stroke) {
  const Point along = {stroke.to.x - stroke.from.x, stroke.to.y - stroke.from.y};
  const Point to = {p.x - stroke.from.x, p.y - stroke.from.y};
  const float length = along.x * along.x + along.y * along.y;
  const float part = std::clamp((to.x * along.x + to.y * along.y) / length, 0.0F, 1.0F);
  return std::hypot(to.x - along.x * part, to.y - along.y * part) - kStrokeRadius;
}

float distance_from_arrows(Point p) {
  float nearest = kUnits;
  for (const Stroke& stroke : kStrokes)
    nearest = std::min(nearest, distance_from_stroke(p, stroke));
  return nearest;
}

}  // namespace

void draw_mark(Canvas& canvas, int left, int top, int size) {
  const float scale = static_cast<float>(size) / kUnits;
  // A pixel whose centre is on the edge is covered by half.
  const auto coverage = [scale](float distance) {
    return static_cast<unsigned>(std::clamp(0.5F - distance * scale, 0.0F, 1.0F) * 255);
  };
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      const Point p = {(static_cast<float>(x) + 0.5F) / scale,
                       (static_cast<float>(y) + 0.5F) / scale};
      canvas.cover(Ink::kMark, left + x, top + y, coverage(distance_from_square(p)));
      canvas.cover(Ink::kArrow, left + x, top + y, coverage(distance_from_arrows(p)));
    }
  }
}

}  // namespace spearyx::picture
