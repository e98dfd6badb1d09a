#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// Instantiated once, in json.cc.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace spearyx {

/// The document model for everything that goes out: API answers, receipts, logs. Keys keep the
/// order in which they were written.
using Json = nlohmann::ordered_json;

/// A text as a document, for what passes through as it is; null where it is not JSON, or nested
/// deeper than 256 levels. The text is read by glaze, as all that comes in.
[[nodiscard]] Json parse_json(std::string_view text);

/// What an object holds under a name; null, 0 or "" where it is no object, or holds nothing of that
/// kind.
[[nodiscard]] const Json& member_of(const Json& document, std::string_view name);
[[nodiscard]] std::int64_t number_in(const Json& document, std::string_view name);
[[nodiscard]] std::string text_in(const Json& document, std::string_view name);

/// Compact text; text that is not UTF-8 is repaired rather than refused, because without
/// exceptions a refusal would abort.
[[nodiscard]] std::string dump(const Json& document);

}  // namespace spearyx
