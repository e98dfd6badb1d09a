#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spearyx::sanitize {

enum class MarkerKind : std::uint8_t { kNone, kBullet, kDash, kAsterisk, kCircle, kNumber };

/// The marker that a typed list item begins with.
struct LineMarker {
  MarkerKind kind = MarkerKind::kNone;
  /// The character behind a number: `.` or `)`.
  char delimiter = '\0';
  std::uint32_t number = 0;
  /// The bytes up to the item's text.
  std::uint32_t length = 0;

  /// Whether the marker alone proves an item: a bullet does; a dash or a number may be part of a
  /// sentence, unless the next line has one too.
  [[nodiscard]] bool is_certain() const { return kind == MarkerKind::kBullet; }
  /// Whether an item with this marker may follow one with the marker `previous`.
  [[nodiscard]] bool continues(const LineMarker& previous) const;
};

/// Reads the marker of a line: bullets of any shape, `-`, `*`, `o`, `1.` or `1)`, followed by text.
/// Only bullets, and dashes before a letter, may stand close to it.
[[nodiscard]] LineMarker find_line_marker(std::string_view line);

/// Whether an item was wrapped by hand and goes on in text that begins with `next`: it is long
/// enough, does not end a sentence, and the text begins in lower case.
[[nodiscard]] bool is_wrapped_item(std::string_view item, char next);

}  // namespace spearyx::sanitize
