#pragma once

#include <cstdint>
#include <string>

#include "host/host.h"
#include "model/source.h"
#include "store/leases.h"
#include "store/rows.h"

namespace spearyx::store {

/// What a reservation returns.
struct SlotRow {
  /// The moment after the last reserved slot: the first is that many spacings earlier.
  std::int64_t end_ms = 0;
  /// How often the source has refused us in a row.
  std::int64_t refusals = 0;
  /// Until when it rests: another worker may have been refused since this tick began.
  UnixSeconds cooldown_until = 0;
};

/// What the reservation at the given place of a batch returned; `kDatabase` when it reserved
/// nothing.
[[nodiscard]] Result<SlotRow> read_slots(const BatchResult& result, std::size_t statement);

/// Reserves `count` request slots of a source, the first not before `earliest_ms`, each a spacing
/// after the one before. Slots are handed out by the database alone, so they are distinct across
/// workers, overlapping ticks and manual triggers. One `SlotRow`.
[[nodiscard]] Statement reserve_slots(Source source, UnixMillis earliest_ms, std::int64_t count);

/// The same for the company in the cursor of the lease, as many slots as its last listing took.
[[nodiscard]] Statement reserve_claimed_slots(const Lease& lease, UnixMillis earliest_ms,
                                              std::int64_t spacing_ms);

/// How a source stands, as glaze reads it.
struct SourceRow {
  std::string source;
  UnixSeconds cooldown_until = 0;
  /// How often it has refused us in a row.
  std::int64_t refusals = 0;
};

/// Every source, as `SourceRow`s.
[[nodiscard]] Statement source_states();

/// Rests the source until `until_s`, or until the end of a longer rest, after so many refusals in a
/// row.
[[nodiscard]] Statement cool_down(Source source, UnixSeconds until_s, std::int64_t refusals,
                                  const Error& cause);

/// Forgets earlier refusals; writes nothing where there were none, or where the source rests again.
[[nodiscard]] Statement end_cooldown(Source source, UnixSeconds now);

}  // namespace spearyx::store
