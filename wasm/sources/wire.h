#pragma once

#include <cstdint>
#include <glaze/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

/// What the readers of all sources share: a page is first cut into one view per posting, then each
/// posting is decoded on its own, so that a malformed one is rejected and the rest goes on.
namespace spearyx::wire {

/// Bodies are views into a larger text, postings carry more fields than we read.
inline constexpr glz::opts kOptions{.null_terminated = false, .error_on_unknown_keys = false};

using Views = std::vector<glz::raw_json_view>;

/// Decodes a whole page: `kMalformedJson` where it is not JSON to its end, `kUnexpectedShape` where
/// it is JSON of another form.
template <typename Page>
[[nodiscard]] Result<void> read_whole(Page& page, std::string_view body) {
  const auto failure = glz::read<kOptions>(page, body);
  if (!failure) return {};
  if (glz::validate_json(body)) {
    return fail(ErrorCode::kMalformedJson, glz::format_error(failure, body).substr(0, 120));
  }
  return fail(
      ErrorCode::kUnexpectedShape,
      "starts with " + std::string(body.substr(0, body.find_first_of("\n\r"))).substr(0, 60));
}

/// Decodes one posting; an unset reason means that it worked.
template <typename Struct>
[[nodiscard]] bool read_one(Struct& value, std::string_view json) {
  return !glz::read<kOptions>(value, json);
}

/// A JSON number as a whole one; 0 for what no amount can be.
[[nodiscard]] inline std::int64_t whole(double number) {
  constexpr double kLargest = 1e15;
  return number > -kLargest && number < kLargest ? static_cast<std::int64_t>(number) : 0;
}

}  // namespace spearyx::wire
