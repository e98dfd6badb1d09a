#include "boundary/entry.h"
#include "sync/aggregator_sync.h"

namespace spearyx::boundary {

const std::string_view kWorker = "aggregator";

std::string handle(Host& host, const sync::Event& event) {
  return sync::sync_aggregator(host, event);
}

}  // namespace spearyx::boundary
