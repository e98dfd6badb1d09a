#include "sync/search_plan.h"

#include <algorithm>
#include <utility>

#include "normalize/board_reference.h"
#include "normalize/identity.h"
#include "normalize/text.h"

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

std::vector<std::string> distinct_slugs(Source source, const std::vector<std::string>& slugs) {
  if (info(source).slugs_have_case) return slugs;
  std::vector<std::string> distinct;
  for (const std::string& slug : slugs) {
    std::string lower = normalize::ascii_lower(slug);
    if (!std::ranges::contains(distinct, lower)) distinct.push_back(std::move(lower));
  }
  return distinct;
}

}  // namespace spearyx::sync
