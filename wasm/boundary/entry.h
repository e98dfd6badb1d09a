#pragma once

#include <string>
#include <string_view>

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::boundary {

/// Handles one event, a JSON text, and answers one; the exports call it. tick_event.cc defines the
/// events of the sync workers, api.cc those of the API.
[[nodiscard]] std::string run(Host& host, std::string_view event);

/// The two definitions of each sync worker's entry file: its name in `batch_state`, and its tick.
extern const std::string_view kWorker;
[[nodiscard]] std::string handle(Host& host, const sync::Event& event);

}  // namespace spearyx::boundary
