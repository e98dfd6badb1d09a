#pragma once

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::sync {

/// Tells the webhook (ALERT_WEBHOOK) once when the health of the workers, as `GET /health` states
/// it, has changed. It runs behind a tick by cron, which it cannot fail and delays by some seconds
/// at most. A change that could not be told is told by a later tick, of whichever worker.
void tell_health(Host& host, const Event& event);

}  // namespace spearyx::sync
