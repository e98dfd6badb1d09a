#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "support/result.h"

namespace spearyx::normalize {

/// A board as people name it: by its slug alone, or with the source where a URL tells it.
struct BoardReference {
  std::optional<Source> source;
  /// The slug, which is valid; in lower case where the source's slugs have no case.
  std::string slug;
};

/// Reads a slug, or the URL (with or without https://) of a board, of one of its postings or of its
/// API, by the addresses in model/source.h: boards.greenhouse.io/acme, jobs.lever.co/acme/1,
/// boards.greenhouse.io/embed/job_board?for=acme, boards-api.greenhouse.io/v1/boards/acme/jobs.
/// Fails with `kInvalidSlug` or `kInvalidArgument` and a sentence for the person who typed it.
/// Refused are other hosts, user names, ports, dot segments, needless escapes, control characters,
/// other scripts.
[[nodiscard]] Result<BoardReference> parse_board_reference(std::string_view text);

/// The slug of the source's board that an address shows, also of a board that the source's API does
/// not know; "" where the address shows none.
[[nodiscard]] std::string shown_slug(Source source, std::string_view url);

/// The boards that a description links to, each as often as it is linked.
[[nodiscard]] std::vector<BoardReference> boards_linked_in(std::string_view html);

}  // namespace spearyx::normalize
