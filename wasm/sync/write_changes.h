#pragma once

#include <vector>

#include "host/host.h"
#include "model/receipt.h"
#include "sources/listing.h"
#include "store/jobs.h"
#include "sync/difference.h"

namespace spearyx::sync {

/// Appends the statements that store what is new and what has changed, and enters into the receipt
/// what becomes of every posting of the listing. What is turned away when it is read to its end, since its
/// own text denies that it is remote, is filtered, and taken out of the difference. Returns the keys of the
/// roles that are to be placed.
[[nodiscard]] store::RoleKeys write_changes(const Listing& listing, Difference& difference,
                                            const store::Board& board, UnixSeconds now,
                                            Receipt& receipt, std::vector<Statement>& statements);

}  // namespace spearyx::sync
