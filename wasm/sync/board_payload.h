#pragma once

#include <string>

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::sync {

/// Asks the event's company's board for its listing (the first page, where there are several) and
/// hands that over, in the turn of its source like a sync. Records nothing but a rest that the source
/// asks for.
///
/// Answers a JSON object: `{"payload":TEXT}`, or `{"error":"id: meaning (detail)"}`.
[[nodiscard]] std::string fetch_payload(Host& host, const Event& event);

}  // namespace spearyx::sync
