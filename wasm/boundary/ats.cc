#include "boundary/entry.h"
#include "sync/ats_sync.h"
#include "sync/board_payload.h"

namespace spearyx::boundary {

const std::string_view kWorker = "ats";

std::string handle(Host& host, const sync::Event& event) {
  return event.wants_payload ? sync::fetch_payload(host, event) : sync::sync_ats(host, event);
}

}  // namespace spearyx::boundary
