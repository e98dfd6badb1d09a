#pragma once

#include "model/standing.h"
#include "store/batch.h"
#include "support/time.h"

namespace spearyx::store {

/// How every source stands with its worker, and the discovery worker, in the order of `kSources`.
[[nodiscard]] Query<Standing> standings(UnixSeconds now);

}  // namespace spearyx::store
