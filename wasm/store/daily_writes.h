#pragma once

#include <cstdint>
#include <optional>

#include "host/host.h"

namespace spearyx::store {

/// Adds the rows that this host's batches have written to the count of the day, with the budget
/// (D1_DAILY_WRITES) where the worker knows it. Comes last in an event, and writes nothing where
/// nothing was written. A failure is logged; its only harm is a count that is too low.
void record_writes(Host& host, std::optional<std::int64_t> budget = std::nullopt);

}  // namespace spearyx::store
