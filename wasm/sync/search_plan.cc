#include "sync/search_plan.h"

#include <algorithm>
#include <utility>

#include "normalize/board_reference.h"
#include "normalize/identity.h"
#include "normalize/text.h"

namespace spearyx::sync {

Result<SearchPlan> plan_search(std::string_view candidate) {
  std::vector<Source> sources;
  for (const SourceInfo& row : kBoardSources) {
    if (row.is_guessed) sources.push_back(row.source);
  }
  std::vector<std::string> slugs = normalize::slug_variations(candidate);
  if (!slugs.empty()) return SearchPlan{std::move(sources), std::move(slugs)};
  auto reference = normalize::parse_board_reference(candidate);
  if (!reference) return std::unexpected(std::move(reference.error()));
  if (reference->source) sources = {*reference->source};
  return SearchPlan{std::move(sources), {std::move(reference->slug)}};
}

std::vector<std::string> distinct_slugs(Source source, const std::vector<std::string>& slugs) {
  const bool has_case = info(source).slugs.has_case;
  std::vector<std::string> distinct;
  for (const std::string& slug : slugs) {
    if (!normalize::is_valid_slug(source, slug)) continue;
    std::string told = has_case ? slug : normalize::ascii_lower(slug);
    if (!std::ranges::contains(distinct, told)) distinct.push_back(std::move(told));
  }
  return distinct;
}

}  // namespace spearyx::sync
