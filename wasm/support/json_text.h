#pragma once

#include <string>
#include <string_view>

namespace spearyx {

/// Decodes the contents of a JSON string literal, without its quotes (RFC 8259, section 7). Never
/// fails: half a surrogate pair becomes U+FFFD, and an escape that JSON does not know stays as it
/// is.
[[nodiscard]] std::string unescape_json(std::string_view quoted);

}  // namespace spearyx
