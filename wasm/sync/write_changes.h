#pragma once

#include <vector>

#include "host/host.h"
#include "model/receipt.h"
#include "sources/listing.h"
#include "store/jobs.h"
#include "sync/difference.h"

namespace spearyx::sync {

/// Appends the statements that store what is new and what has changed, and enters into the receipt
/// what becomes of every posting of the listing. Returns the keys of the roles that are to be placed.
[[nodiscard]] store::RoleKeys write_changes(const Listing& listing, Difference difference,
                                            const store::Board& board, UnixSeconds now,
                                            Receipt& receipt, std::vector<Statement>& statements);

}  // namespace spearyx::sync
