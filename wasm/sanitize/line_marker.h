#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spearyx::sanitize {

enum class MarkerKind : std::uint8_t { kNone, kBullet, kDash, kAsterisk, kCircle, kNumber };

/// What a typed list item begins with.
struct LineMarker {
  MarkerKind kind = MarkerKind::kNone;
  /// What sets number apart from number: `.` or `)`.
  char delimiter = '\0';
  std::uint32_t number = 0;
  /// Bytes up to the item's text.
  std::uint32_t length = 0;

  /// A bullet says so itself; a dash or a number may be part of a sentence, unless the next line
  /// has one too.
  [[nodiscard]] bool is_certain() const { return kind == MarkerKind::kBullet; }
  /// Whether an item marked so may follow one marked `previous`.
  [[nodiscard]] bool continues(const LineMarker& previous) const;
};

/// Reads the marker of a line: bullets of any shape, `-`, `*`, `o`, `1.` or `1)`, followed by text.
/// Only bullets, and dashes before a letter, may stand close to it.
[[nodiscard]] LineMarker find_line_marker(std::string_view line);

/// Whether an item was wrapped by hand and goes on in text that begins with `next`: it is long
/// enough, ends in no sentence, and the text begins in lower case.
[[nodiscard]] bool is_wrapped_item(std::string_view item, char next);

}  // namespace spearyx::sanitize
