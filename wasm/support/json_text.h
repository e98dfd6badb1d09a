#pragma once

#include <string>
#include <string_view>

namespace spearyx {

/// What a JSON string says whose text between the quotes this is (RFC 8259, section 7). Never
/// fails: half a surrogate pair becomes U+FFFD, and an escape that JSON does not know stays as it
/// is.
[[nodiscard]] std::string unescape_json(std::string_view quoted);

}  // namespace spearyx
