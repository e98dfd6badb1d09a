#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "support/result.h"

namespace spearyx::inspect {

/// A payload cut into its elements, each a view into the payload's text.
struct Payload {
  Source source;
  std::vector<std::string_view> elements;
};

/// Cuts the answer of a source to one request. The source is the chosen one, or else told by the
/// marks of its reader's `Shape`; an answer without a posting is taken for the first source of that
/// form. Fails with `kMalformedJson` ("… at byte 12") or `kUnexpectedShape`.
[[nodiscard]] Result<Payload> read_payload(std::string_view text, std::optional<Source> chosen);

}  // namespace spearyx::inspect
