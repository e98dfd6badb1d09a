#pragma once

#include <string_view>

namespace spearyx {

/// Whether a text is an https address of a public host name, without credentials. Numeric addresses
/// and names of local networks are not public.
[[nodiscard]] bool is_public_https_url(std::string_view url);

}  // namespace spearyx
