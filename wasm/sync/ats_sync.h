#pragma once

#include <string>

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::sync {

/// One tick of the ATS worker: takes the lease and the next turn in the rotation, syncs due
/// companies one after the other until the budget is used, and gives the lease back. Each company
/// is a run of its own in `sync_history`, committed in one atomic batch with its state.
///
/// Answers a JSON object:
/// `{"worker":"ats","outcome":"worked|idle|busy|failed","runs":[…],"error"}`. "idle" (nothing due)
/// and "busy" (another tick holds the lease) are normal.
[[nodiscard]] std::string sync_ats(Host& host, const Event& event);

}  // namespace spearyx::sync
