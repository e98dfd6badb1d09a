#pragma once

#include <cstddef>
#include <string>

#include "support/hex.h"
#include "support/time.h"

namespace spearyx {

/// Twelve lower-case hex digits of a moment in unix milliseconds, the beginning of identifiers that
/// sort by time (js-shim/host/drive.js makes the identifier of an invocation this way).
[[nodiscard]] inline std::string time_prefix(UnixMillis moment_ms) {
  std::string prefix(12, '0');
  auto rest = static_cast<std::uint64_t>(moment_ms < 0 ? 0 : moment_ms);
  for (std::size_t at = prefix.size(); at-- > 0; rest >>= 4U) prefix[at] = kHexDigits[rest & 0xFU];
  return prefix;
}

}  // namespace spearyx
