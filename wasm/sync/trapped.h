#pragma once

#include <string_view>

#include "host/host.h"

namespace spearyx::sync {

/// Records what became of the runs of an invocation whose core trapped: failed, with the cause, the
/// lease given back, and the company put back with a growing wait. Runs in a fresh instance.
void record_trap(Host& host, std::string_view worker, std::string_view invocation,
                 std::string_view cause);

}  // namespace spearyx::sync
