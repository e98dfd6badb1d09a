#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "support/result.h"

namespace spearyx::sync {

/// The slugs under which a candidate's board is looked for at one source, most likely first.
struct SourcePlan {
  Source source;
  std::vector<std::string> slugs;
};

/// The places to look for a candidate's boards.
struct SearchPlan {
  std::vector<SourcePlan> sources;
  /// Whether the slugs are spellings of a name rather than the address of a board.
  bool is_guess = false;
};

/// Plans the search for a candidate. A slug or a company's name is looked for wherever guessing
/// pays, in its likeliest spellings; the URL of a board, and a candidate with a source, at that
/// source alone. Fails for a text that no board can have for a name, and for an unknown source.
[[nodiscard]] Result<SearchPlan> plan_search(std::string_view candidate, std::string_view source);

}  // namespace spearyx::sync
