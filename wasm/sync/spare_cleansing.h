#pragma once

#include <cstdint>

#include "host/host.h"
#include "support/result.h"

namespace spearyx::sync {

/// How many descriptions a tick cleanses at most, and the statements it takes.
inline constexpr std::int64_t kSpareTexts = 10;
inline constexpr std::int64_t kSpareStatements = kSpareTexts + 1;

/// Cleanses the newest of the descriptions that wait for their first reader, in one round trip to
/// read them and one to store them; needs no lease, because a text that has changed or was cleansed
/// in the meantime stays as it is. Answers how many were cleansed.
[[nodiscard]] Result<std::int64_t> cleanse_waiting(Host& host);

}  // namespace spearyx::sync
