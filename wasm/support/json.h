#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace spearyx {

/// The document model for everything that goes out: API answers, receipts, logs. Keys keep the
/// order in which they were written.
using Json = nlohmann::ordered_json;

/// Compact text; text that is not UTF-8 is repaired rather than refused, because without
/// exceptions a refusal would abort.
[[nodiscard]] inline std::string dump(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace spearyx
