#pragma once

#include <vector>

#include "host/host.h"
#include "model/receipt.h"
#include "sources/listing.h"
#include "store/jobs.h"
#include "sync/difference.h"

namespace spearyx::sync {

/// Appends the statements that store new and changed postings, and enters into the receipt the
/// outcome of every posting of the listing. A posting whose own text, once read to its end, denies
/// that it is remote is counted as filtered and taken out of the difference. Returns the keys of
/// the roles that are to be placed.
[[nodiscard]] store::RoleKeys write_changes(const Listing& listing, Difference& difference,
                                            const store::Board& board, UnixSeconds now,
                                            Receipt& receipt, std::vector<Statement>& statements);

}  // namespace spearyx::sync
