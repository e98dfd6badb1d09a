#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "boundary/export.h"
#include "boundary/imports.h"
#include "host/host.h"
#include "inspect/documents.h"
#include "inspect/inspection.h"

/// The exports of the inspector's module, whose other half is web/src/inspect/core.ts. An instance
/// serves one payload; every call answers one JSON text.
namespace spearyx::boundary {
namespace {

/// The most bytes of one answer, as for a sync; see `Request::max_body_bytes`.
constexpr std::size_t kMaxBytes = spearyx::Request{}.max_body_bytes;

std::optional<inspect::Inspection> inspection;

void answer(const Json& document) {
  const std::string text = dump(document);
  host_answer(text.data(), static_cast<std::uint32_t>(text.size()));
}

Result<inspect::Inspection> open(std::string_view payload, std::string_view source,
                                 std::string_view tag) {
  if (payload.size() > kMaxBytes) {
    return fail(ErrorCode::kBodyTooLarge, "more than " + std::to_string(kMaxBytes) + " bytes");
  }
  return inspect::Inspection::of(payload,
                                 {.source = source_named(source), .tag = std::string(tag)});
}

}  // namespace

SPEARYX_EXPORT("inspect_reserve") char* inspect_reserve(std::uint32_t size) {
  return static_cast<char*>(std::malloc(size));
}

/// Opens the payload in texts from `inspect_reserve`, which stay where they are. Source and tag may
/// be empty.
SPEARYX_EXPORT("inspect_open")
void inspect_open(const char* payload, std::uint32_t size, const char* source,
                  std::uint32_t source_size, const char* tag, std::uint32_t tag_size) {
  auto opened = open({payload, size}, {source, source_size}, {tag, tag_size});
  if (!opened) return answer(inspect::failure(opened.error()));
  inspection = *std::move(opened);
  answer(inspect::overview(*inspection));
}

/// The texts of one posting of the payload that was opened.
SPEARYX_EXPORT("inspect_posting") void inspect_posting(std::uint32_t index) {
  if (!inspection || index >= inspection->findings().size()) {
    return answer(inspect::failure({ErrorCode::kInvalidArgument, "there is no such posting"}));
  }
  answer(inspect::detail(*inspection, index));
}

}  // namespace spearyx::boundary
