#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace spearyx {

/// The document model for everything that goes out: API answers, receipts, logs. Keys keep the
/// order in which they were written.
using Json = nlohmann::ordered_json;

/// A text as a document, for what passes through as it is; null where it is not JSON, or nested
/// deeper than 256 levels. The text is read by glaze, as all that comes in.
[[nodiscard]] Json parse_json(std::string_view text);

/// Compact text; text that is not UTF-8 is repaired rather than refused, because without
/// exceptions a refusal would abort.
[[nodiscard]] std::string dump(const Json& document);

}  // namespace spearyx
