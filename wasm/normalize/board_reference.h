#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/source.h"
#include "support/result.h"

namespace spearyx::normalize {

/// What somebody gives to name a board: its slug alone, or with the source where a URL tells it.
struct BoardReference {
  std::optional<Source> source;
  /// Valid; in lower case where it is Greenhouse's, whose tokens have no case.
  std::string slug;
};

/// Reads a slug, or the URL (with or without https://) of a board, of one of its postings or of its
/// API, on the hosts of Greenhouse and Lever:
///   boards.greenhouse.io/acme, job-boards.greenhouse.io/acme/jobs/1,
///   job-boards.eu.greenhouse.io/acme, boards.greenhouse.io/embed/job_board?for=acme,
///   boards-api.greenhouse.io/v1/boards/acme/jobs, jobs.lever.co/acme/1,
///   api.lever.co/v0/postings/acme
/// Fails with `kInvalidSlug` or `kInvalidArgument` and a sentence for whoever typed it: other
/// hosts, user names, ports, dot segments, escapes, control characters, other scripts. Another host
/// is eu.lever.co too: its boards are unknown to api.lever.co, which is where Lever is asked.
[[nodiscard]] Result<BoardReference> parse_board_reference(std::string_view text);

}  // namespace spearyx::normalize
