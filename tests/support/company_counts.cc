#include "company_counts.h"

#include <gtest/gtest.h>

namespace spearyx::testing {

void expect_counts_in_step(SqliteHost& host) {
  EXPECT_EQ(host.rows("SELECT * FROM company_counts WHERE companies <> 0 ORDER BY 1, 2, 3"),
            host.rows("SELECT source, status, failures > 0, count(*) FROM discovered_companies "
                      "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"));
  EXPECT_EQ(host.rows("SELECT * FROM candidate_counts WHERE candidates <> 0 ORDER BY 1"),
            host.rows("SELECT status, count(*) FROM potential_companies GROUP BY 1 ORDER BY 1"));
}

}  // namespace spearyx::testing
