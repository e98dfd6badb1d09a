#pragma once

#include <string>
#include <string_view>

#include "host/host.h"
#include "sync/event.h"

/// What each worker's entry file defines; the exports call it.
namespace spearyx::boundary {

/// The worker's name in `batch_state`.
extern const std::string_view kWorker;

/// Handles one event and answers a JSON text.
[[nodiscard]] std::string handle(Host& host, const sync::Event& event);

}  // namespace spearyx::boundary
