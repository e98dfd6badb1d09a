#pragma once

#include <string_view>

namespace spearyx::normalize {

/// True for an absolute http or https URL with a host and without white space, quotes or control
/// characters: what may be stored as a link to a posting.
[[nodiscard]] bool is_web_url(std::string_view url);

}  // namespace spearyx::normalize
