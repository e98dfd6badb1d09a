#pragma once

#include "sqlite_host.h"

namespace spearyx::testing {

/// Expects the search index to be whole, and to equal one that is built afresh from the jobs.
void expect_search_index_in_step(SqliteHost& host);

}  // namespace spearyx::testing
