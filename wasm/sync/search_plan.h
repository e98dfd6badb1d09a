#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "support/result.h"

namespace spearyx::sync {

/// Where to look for a candidate's boards, and under which slugs, most likely first.
struct SearchPlan {
  std::vector<Source> sources;
  std::vector<std::string> slugs;
};

/// A slug or a company's name is looked for wherever guessing pays, in all its spellings, the URL of a board at
/// its source alone. Fails for what no board can have for a name.
[[nodiscard]] Result<SearchPlan> plan_search(std::string_view candidate);

/// The slugs that the source can have, as it tells them apart, in the same order.
[[nodiscard]] std::vector<std::string> distinct_slugs(Source source,
                                                      const std::vector<std::string>& slugs);

}  // namespace spearyx::sync
