#pragma once

#include <string>

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::sync {

/// One tick of the ATS worker. It claims due companies of one source and a window in which it alone
/// may ask that source. It then asks for one board after the other, and commits a board that
/// changed at once, everything else in one last batch. Each company is a run of its own in
/// `sync_history`. With `event.company`, only that one, due or not.
///
/// Answers a JSON object:
/// `{"worker":"ats","outcome":"worked|idle|busy|resting|failed","runs":[…],"running":[…],"reason",
/// "error"}`. "idle" (nothing is due), "busy" (another tick is at work, on what is `running`) and
/// "resting" (for a `reason`) are normal.
[[nodiscard]] std::string sync_ats(Host& host, const Event& event);

}  // namespace spearyx::sync
