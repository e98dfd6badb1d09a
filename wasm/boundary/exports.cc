#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "boundary/entry.h"
#include "boundary/imports.h"
#include "boundary/wasm_host.h"
#include "support/decode.h"
#include "support/json.h"
#include "sync/trapped.h"

/// The whole surface of a module: memory for the event, and the event itself.
#define SPEARYX_EXPORT(name) extern "C" __attribute__((export_name(name), used))

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
  sync::Variables variables;
  /// Set when an earlier instance trapped on this invocation.
  std::optional<std::string> trapCause;
};

namespace {

sync::Event to_event(WireEvent wire) {
  sync::Event event;
  event.invocation = std::move(wire.invocation);
  event.variables = std::move(wire.variables);
  if (wire.trigger == "manual") event.trigger = store::Trigger::kManual;
  if (wire.company) {
    const auto source = source_named(wire.company->source).value_or(Source::kGreenhouse);
    event.company = sync::CompanyKey{source, std::move(wire.company->slug)};
  }
  return event;
}

std::string run(Host& host, std::string_view text) {
  WireEvent wire;
  if (glz::read<kDecode>(wire, text)) {
    return dump({{"outcome", "failed"}, {"error", "the event is malformed"}});
  }
  if (wire.trapCause) {
    sync::record_trap(host, kWorker, wire.invocation, *wire.trapCause);
    return dump({{"worker", kWorker}, {"outcome", "failed"}, {"error", *wire.trapCause}});
  }
  return handle(host, to_event(std::move(wire)));
}

}  // namespace

SPEARYX_EXPORT("core_reserve") char* core_reserve(std::uint32_t size) {
  return static_cast<char*>(std::malloc(size));
}

SPEARYX_EXPORT("core_run") void core_run(char* event, std::uint32_t size) {
  WasmHost host;
  const std::string answer = run(host, {event, size});
  host_answer(answer.data(), static_cast<std::uint32_t>(answer.size()));
}

}  // namespace spearyx::boundary
