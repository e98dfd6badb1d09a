#pragma once

#include "host/host.h"
#include "store/leases.h"

/// What a clock that once was wrong has left: moments further ahead than any rule puts one.
/// Believed, they would block a worker, a source or a company until they come. Each statement comes
/// before those that read the moments, and writes nothing where there are none.
namespace spearyx::store {

/// Ends the worker's lease now if it lasts beyond `latest`.
[[nodiscard]] Statement end_far_lease(const Lease& lease, UnixSeconds now, UnixSeconds latest);

/// Latest moments of `source_state`, and the slot that takes the place of one beyond.
struct SourceLimits {
  UnixMillis latest_slot_ms;
  UnixMillis new_slot_ms;
  UnixSeconds latest_cooldown;
};
[[nodiscard]] Statement mend_sources(const SourceLimits& limits);

/// Makes boards due now that otherwise are not before `latest`.
[[nodiscard]] Statement mend_due_companies(UnixSeconds now, UnixSeconds latest);

/// Makes candidates due now that otherwise are not before `latest`.
[[nodiscard]] Statement mend_due_candidates(UnixSeconds now, UnixSeconds latest);

}  // namespace spearyx::store
