#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "support/result.h"

namespace spearyx::inspect {

/// A payload cut into its postings, each a view into the payload's text.
struct Payload {
  Source source;
  std::vector<std::string_view> postings;
};

/// Cuts what a source answers to one request: a Greenhouse board, a list of Lever postings, a
/// RemoteOK feed or a page of Himalayas. The source is the chosen one, or else told by the fields
/// that only its postings have. Fails with `kMalformedJson` ("… at byte 12") or `kUnexpectedShape`.
[[nodiscard]] Result<Payload> read_payload(std::string_view text, std::optional<Source> chosen);

/// The text of one posting as a payload of its own.
[[nodiscard]] std::string payload_of(Source source, std::string_view posting);

}  // namespace spearyx::inspect
