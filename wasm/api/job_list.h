#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/context.h"
#include "api/job_document.h"
#include "api/job_filter.h"

namespace spearyx::api {

enum class Sort : std::uint8_t {
  kNewest,
  kOldest,
  kTitleAscending,
  kTitleDescending,
  kRecentlyAdded,
  kRelevance,
  kSalary,
};

/// Which page of which postings.
struct ListRequest {
  JobFilter filter;
  Sort sort = Sort::kNewest;
  std::int64_t limit = 30;
  std::int64_t offset = 0;
  std::string cursor;
  bool wants_facets = false;
};

struct Facets {
  /// `{property: {value: postings}}` for category, source and remote.
  Json counts;
  /// 0 where all postings of the filter are counted, else how many of the newest ones at most.
  std::int64_t counted_among = 0;
  /// How many postings were looked at.
  std::int64_t postings = 0;
};

struct JobPage {
  /// What was searched for in the end.
  JobFilter filter;
  LastWord last_word = LastWord::kPrefixFromThree;
  std::vector<JobRow> jobs;
  /// How many postings the filter lets through: see `total_of`. Exact on a list's last page too.
  std::int64_t total = 0;
  bool is_total_exact = true;
  bool has_more = false;
  /// Empty where the list ends.
  std::string next_cursor;
  /// The spelling that was searched for instead, where nothing matched the given one.
  std::string corrected_search;
  /// Set where the order is that of the newest so many matches only, or where the list is what pays
  /// enough of them.
  std::int64_t sorted_among = 0;
  /// Set where they were wanted of a search that finds something.
  std::optional<Facets> facets;
};

/// Reads filter, sortBy, limit, offset and cursor. Relevance is the order of a search unless
/// another one is asked for.
[[nodiscard]] ListRequest read_list_request(Parameters& parameters);

/// Two statements in one round trip; for a search in two, with one more for facets where they are
/// wanted, or where it finds nothing at first. Rows read: two per posting of the page and one per
/// word of the index that counts them, whatever the size of the table; for a search up to 400 more
/// to count its matches, or one per near word of the index, and 400 for its facets.
[[nodiscard]] std::expected<JobPage, ApiError> list_jobs(Context& context, ListRequest request);

/// How many of the filter's postings have each value: all of them where it is of few categories or
/// sources and nothing else, which the index knows; else among the newest 200. One statement.
[[nodiscard]] std::expected<Facets, ApiError> count_facets(Context& context,
                                                           const JobFilter& filter,
                                                           LastWord last_word);

/// The parts of the latter way: the statement, and what its answer says.
[[nodiscard]] store::Query<TextRow> newest_for_facets(const JobFilter& filter, LastWord last_word,
                                                      UnixSeconds now);
[[nodiscard]] Facets facets_among_newest(const Json& postings);

}  // namespace spearyx::api
