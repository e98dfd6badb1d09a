#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/parameters.h"
#include "api/search_query.h"
#include "support/time.h"

namespace spearyx::api {

/// Which postings are meant: the filters that the list, the feeds and the counts share.
struct JobFilter {
  SearchQuery search;
  std::vector<std::string> categories;
  std::vector<std::string> sources;
  std::vector<std::string> companies;
  std::vector<std::string> scopes;
  std::optional<std::int64_t> salary_min;
  std::optional<std::int64_t> posted_within_days;
  /// "open", "closed" or "all".
  std::string_view status = "open";
  /// Every open posting, not one for each role.
  bool with_copies = false;

  /// Whether only what lists show by themselves is meant: open postings that lead their role.
  [[nodiscard]] bool is_shown_only() const { return status == "open" && !with_copies; }
  /// True where only the status matters.
  [[nodiscard]] bool is_plain() const;
};

/// Reads search, category (id or slug), source, company, remote, salaryMin, postedWithin, status,
/// duplicates.
[[nodiscard]] JobFilter read_job_filter(Parameters& parameters);

/// The place of a posting in the list of newest ones: `jobs.list_key`.
[[nodiscard]] constexpr std::int64_t list_key(UnixSeconds date, std::int64_t id) {
  return (date << 30) | id;
}

/// The least key that `posted_within_days` lets through.
[[nodiscard]] std::int64_t lowest_key(const JobFilter& filter, UnixSeconds now);

}  // namespace spearyx::api
