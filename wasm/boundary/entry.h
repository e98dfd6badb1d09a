#pragma once

#include <string>
#include <string_view>

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::boundary {

/// Handles one event, a JSON text, and answers one; the exports call it. What an event is:
/// tick_event.cc for the sync workers, api.cc for the API.
[[nodiscard]] std::string run(Host& host, std::string_view event);

/// What the entry file of each sync worker defines: its name in `batch_state`, and its tick.
extern const std::string_view kWorker;
[[nodiscard]] std::string handle(Host& host, const sync::Event& event);

}  // namespace spearyx::boundary
