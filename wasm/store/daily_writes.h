#pragma once

#include "host/host.h"

namespace spearyx::store {

/// Enters the rows that this host's batches have written into the account of the day, which a budget
/// (D1_DAILY_WRITES) is compared with. Comes last in an event, and writes nothing where nothing was
/// written. A failure is logged and does no harm but a count that is too low.
void record_writes(Host& host);

}  // namespace spearyx::store
