#pragma once

#include <string>

#include "support/result.h"

namespace spearyx::store {

/// Classifies an error text of the database: `kQuotaExceeded` for the free plan's daily limits,
/// `kDatabaseBusy` where Cloudflare's documentation advises to try again
/// (https://developers.cloudflare.com/d1/observability/debug-d1/), else `kDatabase`. Keeps the
/// text.
[[nodiscard]] Error database_error(std::string message);

}  // namespace spearyx::store
