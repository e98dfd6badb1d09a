#pragma once

#include <cstdint>

#include "host/host.h"
#include "model/source.h"
#include "store/leases.h"

namespace spearyx::store {

/// What a reservation returns.
struct SlotRow {
  std::int64_t first_slot_ms = 0;
  /// How often the source has refused us in a row.
  std::int64_t refusals = 0;
};

/// Reserves `count` request slots of a source, the first not before `earliest_ms`, each a spacing
/// after the one before. Slots are handed out by the database alone, so they are distinct across
/// workers, overlapping ticks and manual triggers. One `SlotRow`.
[[nodiscard]] Statement reserve_slots(Source source, UnixMillis earliest_ms, std::int64_t count);

/// The same for the company in the cursor of the lease, as many slots as its last listing took.
[[nodiscard]] Statement reserve_claimed_slots(const Lease& lease, UnixMillis earliest_ms,
                                              std::int64_t spacing_ms);

/// Rests the source until `until_s` after so many refusals in a row.
[[nodiscard]] Statement cool_down(Source source, UnixSeconds until_s, std::int64_t refusals,
                                  const Error& cause);

/// Forgets earlier refusals; writes nothing where there were none.
[[nodiscard]] Statement end_cooldown(Source source);

}  // namespace spearyx::store
