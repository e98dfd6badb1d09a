#pragma once

#include <cstdint>

#include "host/host.h"
#include "support/result.h"

namespace spearyx::sync {

/// Cleanses the newest of the descriptions that wait for their first reader, in one round trip to
/// read them and one to store them; needs no lease, because a text that has changed or was cleansed
/// in the meantime stays as it is. Answers how many were cleansed.
[[nodiscard]] Result<std::int64_t> cleanse_waiting(Host& host);

}  // namespace spearyx::sync
