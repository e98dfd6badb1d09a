#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/search/filter.h"

/// The words by which the index filters postings: the column `facets`
/// of `jobs_fts`, as migrations/0001_create_schema.sql describes it. All in lower case.
namespace spearyx::api {

using Words = std::vector<std::string>;

/// Groups of words: a posting is meant where every group has one of its words. Never empty; the
/// words of a group are of different postings, unless they are several companies or scopes.
[[nodiscard]] std::vector<Words> facet_words(const JobFilter& filter);

/// The words that every posting of the filter's status has one of.
[[nodiscard]] Words state_words(const JobFilter& filter);

/// The least salary of the filter, where not all postings that hold its words pay as much: they know a
/// yearly salary up to 1,048,575.
[[nodiscard]] std::optional<std::int64_t> salary_to_check(const JobFilter& filter);

/// Every way to take one part of each list, joined by '+'; an empty list takes no part.
[[nodiscard]] Words combinations(const std::vector<Words>& lists);

/// `letter` before each value.
[[nodiscard]] Words prefixed(std::string_view letter, const Words& values);

/// The posting with this address at its source as an expression for `jobs_fts MATCH`.
[[nodiscard]] std::string address_match(std::string_view url);

/// The filter but its dates as an expression for `jobs_fts MATCH`.
[[nodiscard]] std::string to_match(const JobFilter& filter);

/// The same where the search's words must all be in the title.
[[nodiscard]] std::string to_title_match(const JobFilter& filter);

/// The postings of the filter's status that hold none of its words, which are one group.
[[nodiscard]] std::string to_complement(const JobFilter& filter);

}  // namespace spearyx::api
