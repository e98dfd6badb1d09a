#pragma once

#include <string>
#include <string_view>

namespace spearyx::api {

/// Escapes text for XML content and attributes: characters that markup gives a meaning become
/// entities; characters that XML 1.0 does not allow become spaces.
[[nodiscard]] std::string escape_xml(std::string_view text);

}  // namespace spearyx::api
