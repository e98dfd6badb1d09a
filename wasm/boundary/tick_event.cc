#include <optional>
#include <string>
#include <utility>

#include "boundary/entry.h"
#include "support/decode.h"
#include "support/json.h"
#include "sync/rescue.h"

namespace spearyx::boundary {

struct WireCompany {
  std::string source;
  std::string slug;
};

/// An event as js-shim/host/drive.js writes it.
struct WireEvent {
  std::string invocation;
  std::string trigger;
  std::optional<WireCompany> company;
  bool payload = false;
  sync::Variables variables;
  /// The cause of the trap of an earlier instance on this invocation, if any.
  std::optional<std::string> trapCause;
};

namespace {

/// The event for the sync; nothing where it names an unknown source.
std::optional<sync::Event> to_event(WireEvent wire) {
  sync::Event event;
  event.invocation = std::move(wire.invocation);
  event.variables = std::move(wire.variables);
  event.wants_payload = wire.payload;
  if (wire.trigger == "manual") event.trigger = store::Trigger::kManual;
  if (wire.company) {
    const auto source = source_named(wire.company->source);
    if (!source) return std::nullopt;
    event.company = sync::CompanyKey{*source, std::move(wire.company->slug)};
  }
  return event;
}

}  // namespace

std::string run(Host& host, std::string_view text) {
  WireEvent wire;
  if (decode(wire, text)) {
    return dump({{"outcome", "failed"}, {"error", "the event is malformed"}});
  }
  if (wire.trapCause) {
    sync::record_trap(host, kWorker, wire.invocation, *wire.trapCause);
    return dump({{"worker", kWorker}, {"outcome", "failed"}, {"error", *wire.trapCause}});
  }
  const auto event = to_event(std::move(wire));
  if (!event) return dump({{"outcome", "failed"}, {"error", "the event names an unknown source"}});
  return handle(host, *event);
}

}  // namespace spearyx::boundary
