#pragma once

#include <span>

#include "host/host.h"
#include "store/rows.h"

namespace spearyx::sync {

/// Runs a batch that renews or releases a lease. A database that is briefly unavailable is asked
/// once more: a batch of ours may be repeated, because it states results and not increments, but for
/// request slots, and those that were reserved for nothing pass by unused.
/// Fails with `kLeaseLost` when somebody else holds the lease; then nothing was written.
[[nodiscard]] Result<store::BatchResult> commit(Host& host, std::span<const Statement> batch);

}  // namespace spearyx::sync
