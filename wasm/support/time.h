#pragma once

#include <cstdint>

namespace spearyx {

/// Seconds since 1970-01-01T00:00:00Z, as every timestamp in the database.
using UnixSeconds = std::int64_t;
/// Milliseconds since 1970-01-01T00:00:00Z, where a second is too coarse: request windows and logs.
using UnixMillis = std::int64_t;

inline constexpr UnixSeconds kMinute = 60;
inline constexpr UnixSeconds kHour = 60 * kMinute;
inline constexpr UnixSeconds kDay = 24 * kHour;

[[nodiscard]] constexpr UnixSeconds to_seconds(UnixMillis ms) { return ms / 1000; }

}  // namespace spearyx
