#pragma once

#include <string_view>

namespace spearyx {

/// Whether a text is an https address of a host that a name of the public internet calls, without
/// credentials. Addresses in numbers and names that only a local network knows are none.
[[nodiscard]] bool is_public_https_url(std::string_view url);

}  // namespace spearyx
