#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/job_filter.h"

/// The words by which the index filters postings and knows how many they are: the column `facets`
/// of `jobs_fts`, as migrations/0001_create_schema.sql describes it. All in lower case.
namespace spearyx::api {

using Words = std::vector<std::string>;

/// Groups of words: a posting is meant where every group has one of its words. Never empty; the
/// words of a group are of different postings, unless they are several companies or scopes.
[[nodiscard]] std::vector<Words> facet_words(const JobFilter& filter);

/// The words that every posting of the filter's status has one of.
[[nodiscard]] Words state_words(const JobFilter& filter);

/// The words of which the postings that `posted_within_days` lets through have one, to the day.
[[nodiscard]] Words day_words(const JobFilter& filter, UnixSeconds now);

/// The least salary of the filter, where not all postings that hold its words pay as much: they
/// know a yearly salary by the thousand.
[[nodiscard]] std::optional<std::int64_t> salary_to_check(const JobFilter& filter);

/// Whether the least salary of the filter is more than the words tell apart: all postings of as
/// much as they know hold them, though none may pay enough.
[[nodiscard]] bool exceeds_known_salaries(const JobFilter& filter);

/// Whether the postings that hold a word of the only group are just those that are meant, each
/// with one of its words.
[[nodiscard]] bool is_counted_by_index(const JobFilter& filter);

/// Every way to take one part of each list, joined by '+'; an empty list takes no part.
[[nodiscard]] Words combinations(const std::vector<Words>& lists);

/// `letter` before each value.
[[nodiscard]] Words prefixed(std::string_view letter, const Words& values);

/// The filter but its dates as an expression for `jobs_fts MATCH`.
[[nodiscard]] std::string to_match(const JobFilter& filter, LastWord last_word);

/// The same where the search's words must all be in the title.
[[nodiscard]] std::string to_title_match(const JobFilter& filter, LastWord last_word);

}  // namespace spearyx::api
