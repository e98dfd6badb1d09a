#pragma once

#include <string>
#include <string_view>

namespace spearyx::api {

/// Text for XML content and attributes: what markup gives a meaning as entities; characters that XML 1.0 does
/// not allow become spaces.
[[nodiscard]] std::string escape_xml(std::string_view text);

}  // namespace spearyx::api
