#include "sync/search_plan.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "normalize/company/board_reference.h"
#include "normalize/company/identity.h"
#include "normalize/text/text.h"

namespace spearyx::sync {
namespace {

/// The slugs that are valid at the source and differ there, in the same order.
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

SearchPlan plan_of_guesses(const std::vector<std::string>& spellings) {
  SearchPlan plan{.sources = {}, .is_guess = true};
  for (const SourceInfo& row : kBoardSources) {
    std::vector<std::string> slugs = distinct_slugs(row.source, spellings);
    slugs.resize(std::min(slugs.size(), row.guesses));
    if (!slugs.empty()) plan.sources.push_back({row.source, std::move(slugs)});
  }
  return plan;
}

Result<SearchPlan> plan_at(std::string_view candidate, std::string_view source_name) {
  const std::optional<Source> source = source_named(source_name);
  if (!source) return fail(ErrorCode::kInvalidArgument, "there is no such source");
  if (normalize::is_valid_slug(*source, candidate)) {
    return SearchPlan{.sources = {{*source, distinct_slugs(*source, {std::string(candidate)})}}};
  }
  std::vector<std::string> slugs = distinct_slugs(*source, normalize::slug_variations(candidate));
  if (slugs.empty()) return fail(ErrorCode::kInvalidSlug, "no board there can have such a name");
  return SearchPlan{.sources = {{*source, std::move(slugs)}}, .is_guess = true};
}

}  // namespace

Result<SearchPlan> plan_search(std::string_view candidate, std::string_view source) {
  if (!source.empty()) return plan_at(candidate, source);
  const std::vector<std::string> spellings = normalize::slug_variations(candidate);
  if (!spellings.empty()) return plan_of_guesses(spellings);
  auto reference = normalize::parse_board_reference(candidate);
  if (!reference) return std::unexpected(std::move(reference.error()));
  if (!reference->source) return plan_of_guesses({std::move(reference->slug)});
  return SearchPlan{.sources = {{*reference->source, {std::move(reference->slug)}}}};
}

}  // namespace spearyx::sync
