#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/decode.h"
#include "support/result.h"

/// What the readers of all sources share: a page is first cut into one view per posting, then each
/// posting is decoded on its own, so that a malformed one is rejected and the rest goes on.
namespace spearyx::wire {

/// A value as it is written; empty where an object lacks it. A struct of these is filled in one
/// pass, and one field of a wrong kind does not cost the others.
using Field = glz::raw_json_view;
using Views = std::vector<Field>;

/// What glaze says of a page that it was to read from this body.
[[nodiscard]] Result<void> explain(const glz::error_ctx& outcome, std::string_view body);

/// Decodes a whole page, which is UTF-8: `kMalformedJson` where it is not JSON to its end,
/// `kUnexpectedShape` where it is JSON of another form.
template <typename Page>
[[nodiscard]] Result<void> read_whole(Page& page, std::string_view body) {
  return explain(glz::read<kDecode>(page, body), body);
}

/// Decodes one posting, or a part of one. False: it is of another form.
template <typename Value>
[[nodiscard]] bool read_one(Value& value, std::string_view json) {
  const auto outcome = glz::read<kDecode>(value, json);
  return !outcome && outcome.count == json.size();
}

/// The same for a field; one that is absent or null leaves the value as it is.
template <typename Value>
[[nodiscard]] bool read_field(Value& value, const Field& field) {
  return field.str.empty() || field.str == "null" || read_one(value, field.str);
}

/// The text, or "" for none; a view of it.
[[nodiscard]] inline std::string_view view_of(const std::optional<std::string>& text) {
  return text ? std::string_view(*text) : std::string_view();
}

/// A JSON string, or a number as it is written; "" for anything else. For fields that a source
/// sends now as the one, now as the other.
[[nodiscard]] std::string text_of(const std::optional<glz::raw_json_view>& json);

/// What stands between the quotes of a JSON string, as it is written; "" for anything else.
[[nodiscard]] std::string_view quoted(const Field& json);

/// A JSON number, or one in quotes with or without words behind it, as a whole one without its
/// fraction; 0 for anything else, so also for "120,000" and "90k". A salary of another form must
/// not cost the posting.
[[nodiscard]] std::int64_t whole(const std::optional<glz::raw_json_view>& json);

}  // namespace spearyx::wire
