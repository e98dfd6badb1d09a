#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalize/text/text_words.h"

namespace spearyx::normalize {

/// A title without its decorations.
struct RoleTitle {
  /// The words that tell roles apart, sorted, in one spelling ("Sr." is "senior", "II" is "2").
  std::vector<std::string> words;
  /// Names that tell nothing of the work, such as those of shops and small towns. No word of a
  /// profession, a team or the description is one.
  std::vector<std::string> names;
};

/// Removes from a title everything that does not tell one role from another: places, the posting's
/// location, "remote", letters for genders, numbers of requisitions, full time, symbols. Levels,
/// languages, contracts, teams and fields stay. A title of nothing else stays as it is.
[[nodiscard]] RoleTitle role_title(std::string_view title, std::string_view location,
                                   const TextWords& text);

}  // namespace spearyx::normalize
