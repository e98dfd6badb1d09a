#pragma once

#include "sqlite_host.h"

namespace spearyx::testing {

/// What is kept of how many companies and candidates there are is what counting them gives.
void expect_counts_in_step(SqliteHost& host);

}  // namespace spearyx::testing
