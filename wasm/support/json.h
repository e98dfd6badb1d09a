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

/// Parses a text that is to be part of a document; null where it is not JSON, or nested deeper than
/// 256 levels. glaze reads it, as everything that comes in.
[[nodiscard]] Json parse_json(std::string_view text);

/// The member of an object by its name; null, 0 or "" where the document is no object, or the
/// member is missing or of another kind.
[[nodiscard]] const Json& member_of(const Json& document, std::string_view name);
[[nodiscard]] std::int64_t number_in(const Json& document, std::string_view name);
[[nodiscard]] std::string text_in(const Json& document, std::string_view name);

/// The compact text of a document. Text that is not UTF-8 is repaired rather than refused, because
/// without exceptions a refusal would abort.
[[nodiscard]] std::string dump(const Json& document);

}  // namespace spearyx
