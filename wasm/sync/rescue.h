#pragma once

#include <string_view>
#include <vector>

#include "host/host.h"
#include "model/company.h"
#include "store/candidates.h"
#include "store/feeds.h"
#include "store/leases.h"

namespace spearyx::sync {

/// The claims of a tick that was cut off.
struct Remains {
  std::vector<Company> companies;
  std::vector<store::ClaimedFeed> feeds;
  std::vector<store::Candidate> candidates;
};

/// Clears away the remains of a tick that was cut off: its runs fail with the cause, its claims are
/// put back with a growing wait, and the lease is free. Fails with `kLeaseLost` where somebody else
/// did that, or the owner came back; then nothing was written.
[[nodiscard]] Result<void> rescue(Host& host, std::string_view worker,
                                  const store::LeaseState& seen, const Remains& remains,
                                  const Error& cause);

/// Rescues after an invocation whose core trapped, in a fresh instance: reads its claims, and logs
/// the trap.
void record_trap(Host& host, std::string_view worker, std::string_view invocation,
                 std::string_view cause);

}  // namespace spearyx::sync
