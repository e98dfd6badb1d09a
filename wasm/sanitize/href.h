#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::sanitize {

/// The longest link target; a longer one would be tracking data, or an attempt to blow up the
/// output.
inline constexpr std::size_t kMaxHrefBytes = 2048;

/// Appends a link target that may be published, or appends nothing and returns false. Such a target
/// is an absolute http, https or mailto URL as a browser would read it (URL Standard, 4.4: controls
/// and spaces around it and tabs and newlines inside do not count), so `java\tscript:` is read as
/// `javascript:`. Characters that cannot be in a URL are percent-encoded. A published target passes
/// unchanged.
bool append_safe_href(std::string_view value, std::string& out);

}  // namespace spearyx::sanitize
