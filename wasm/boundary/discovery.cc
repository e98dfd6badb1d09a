#include "boundary/entry.h"
#include "sync/discovery_sync.h"

namespace spearyx::boundary {

const std::string_view kWorker = "discovery";

std::string handle(Host& host, const sync::Event& event) {
  return sync::sync_discovery(host, event);
}

}  // namespace spearyx::boundary
