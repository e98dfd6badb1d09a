#include "boundary/entry.h"
#include "sync/ats_sync.h"

namespace spearyx::boundary {

const std::string_view kWorker = "ats";

std::string handle(Host& host, const sync::Event& event) { return sync::sync_ats(host, event); }

}  // namespace spearyx::boundary
