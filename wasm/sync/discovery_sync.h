#pragma once

#include <string>

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::sync {

/// One tick of the discovery worker. It takes the lease and the due candidates, looks for the board
/// of each at the sources that have boards, enters the boards with postings into the rotation of
/// the ATS worker, and gives the lease back. The tick is one run in `sync_history`. A candidate
/// with a board is committed at once, everything else in one last batch; what a tick that is cut
/// short did not commit stays due.
///
/// Answers a JSON object like `sync_ats`: `{"worker":"discovery","outcome":…,"runs":[…],"error"}`.
[[nodiscard]] std::string sync_discovery(Host& host, const Event& event);

}  // namespace spearyx::sync
