#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace spearyx::api {

/// Text for XML content and attributes: the five predefined entities; characters that XML 1.0 does
/// not allow become spaces.
[[nodiscard]] std::string escape_xml(std::string_view text);

/// "Sat, 08 Aug 2026 14:00:00 GMT", the date of RSS (RFC 822 with four digits of the year).
[[nodiscard]] std::string rss_date(std::int64_t time_s);

}  // namespace spearyx::api
