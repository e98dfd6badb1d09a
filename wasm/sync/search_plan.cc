#include "sync/search_plan.h"

#include <utility>

#include "normalize/board_reference.h"
#include "normalize/identity.h"

namespace spearyx::sync {

Result<SearchPlan> plan_search(std::string_view candidate) {
  std::vector<Source> sources;
  for (const SourceInfo& row : kBoardSources) sources.push_back(row.source);
  std::vector<std::string> slugs = normalize::slug_variations(candidate);
  if (!slugs.empty()) return SearchPlan{std::move(sources), std::move(slugs)};
  auto reference = normalize::parse_board_reference(candidate);
  if (!reference) return std::unexpected(std::move(reference.error()));
  if (reference->source) sources = {*reference->source};
  return SearchPlan{std::move(sources), {std::move(reference->slug)}};
}

}  // namespace spearyx::sync
