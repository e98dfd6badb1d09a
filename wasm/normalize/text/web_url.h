#pragma once

#include <string_view>

namespace spearyx::normalize {

/// Whether a text may be stored as a link to a posting: an absolute http or https URL with a host
/// and without white space, quotes or control characters.
[[nodiscard]] bool is_web_url(std::string_view url);

}  // namespace spearyx::normalize
