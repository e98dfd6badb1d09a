#include "boundary/entry.h"
#include "sync/aggregator_sync.h"
#include "sync/alert.h"

namespace spearyx::boundary {

const std::string_view kWorker = "aggregator";

std::string handle(Host& host, const sync::Event& event) {
  std::string report = sync::sync_aggregator(host, event);
  sync::tell_health(host, event);
  return report;
}

}  // namespace spearyx::boundary
