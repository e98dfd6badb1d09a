#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/search/filter.h"

/// The words by which the index filters postings, all in lower case: the column `facets` of
/// `jobs_fts`, as migrations/0001_create_schema.sql and docs/index.md describe it.
namespace spearyx::api {

using Words = std::vector<std::string>;

/// Groups of words; a posting must have one word of each group. Never empty; the words of a group
/// are of different postings, unless they are several companies or scopes.
[[nodiscard]] std::vector<Words> facet_words(const JobFilter& filter);

/// The words of the filter's status; every posting of that status has one of them.
[[nodiscard]] Words state_words(const JobFilter& filter);

/// The least salary of the filter, where the words are not enough to check it: they know a yearly
/// salary up to 1,048,575.
[[nodiscard]] std::optional<std::int64_t> salary_to_check(const JobFilter& filter);

/// Every way to take one part of each list, joined by '+'; an empty list takes no part.
[[nodiscard]] Words combinations(const std::vector<Words>& lists);

/// The values with `letter` before each.
[[nodiscard]] Words prefixed(std::string_view letter, const Words& values);

/// The expression for `jobs_fts MATCH` that finds a posting by its address at the source.
[[nodiscard]] std::string address_match(std::string_view url);

/// The filter without its dates as an expression for `jobs_fts MATCH`.
[[nodiscard]] std::string to_match(const JobFilter& filter);

/// The filter as such an expression, with all words of the search in the title.
[[nodiscard]] std::string to_title_match(const JobFilter& filter);

/// The expression for postings of the filter's status without any of its words, which are one
/// group.
[[nodiscard]] std::string to_complement(const JobFilter& filter);

}  // namespace spearyx::api
