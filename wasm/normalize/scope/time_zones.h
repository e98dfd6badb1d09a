#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The time zones in which one may live, as distances from UTC.
namespace spearyx::normalize {

struct UtcOffsets {
  /// The ends in minutes, `min` at most `max`.
  std::int64_t min;
  std::int64_t max;
};

/// The span of a list of offsets in minutes; nothing for an empty one.
[[nodiscard]] std::optional<UtcOffsets> span_of(std::span<const std::int64_t> offsets);

/// The first range of time zones that a plain text states: "within 3 hours of CET", "CET ± 2",
/// "UTC-5 to UTC+2", "time zones between EST and CET". Hours of overlap and office hours are none, nor is
/// a zone alone. Standard time all the year.
[[nodiscard]] std::optional<UtcOffsets> utc_offsets_in(std::string_view plain_text);

}  // namespace spearyx::normalize
