#pragma once

#include "model/standing.h"
#include "store/batch.h"
#include "support/time.h"

namespace spearyx::store {

/// The standing of every source and of the discovery worker, in the order of `kSources`.
[[nodiscard]] Query<Standing> standings(UnixSeconds now);

}  // namespace spearyx::store
