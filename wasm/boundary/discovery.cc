#include "boundary/entry.h"
#include "sync/alert.h"
#include "sync/discovery_sync.h"

namespace spearyx::boundary {

const std::string_view kWorker = "discovery";

std::string handle(Host& host, const sync::Event& event) {
  std::string report = sync::sync_discovery(host, event);
  sync::tell_health(host, event);
  return report;
}

}  // namespace spearyx::boundary
