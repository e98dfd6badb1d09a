#pragma once

#include "sqlite_host.h"

namespace spearyx::testing {

/// Expects the stored numbers of companies and candidates to be those that counting gives.
void expect_counts_in_step(SqliteHost& host);

}  // namespace spearyx::testing
