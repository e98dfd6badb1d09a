#include <cstdlib>
#include <string>

#include "boundary/entry.h"
#include "boundary/export.h"
#include "boundary/imports.h"
#include "boundary/wasm_host.h"

/// The whole surface of a module: memory for the event, and the event itself.
namespace spearyx::boundary {

SPEARYX_EXPORT("core_reserve") char* core_reserve(std::uint32_t size) {
  return static_cast<char*>(std::malloc(size));
}

SPEARYX_EXPORT("core_run") void core_run(char* event, std::uint32_t size) {
  WasmHost host;
  const std::string answer = run(host, {event, size});
  host_answer(answer.data(), static_cast<std::uint32_t>(answer.size()));
}

}  // namespace spearyx::boundary
