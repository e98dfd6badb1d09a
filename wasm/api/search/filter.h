#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/parameters.h"
#include "api/search/query.h"
#include "support/time.h"

namespace spearyx::api {

/// The remote scope of postings without a known one.
inline constexpr std::string_view kUnknownPlace = "unknown";

/// The filters that the list, the feeds and the counts share.
struct JobFilter {
  SearchQuery search;
  std::vector<std::string> categories;
  std::vector<std::string> sources;
  std::vector<std::string> companies;
  /// Remote scopes, or `kUnknownPlace`. A posting must have one of these, …
  std::vector<std::string> scopes;
  /// … and one of those that are open to where somebody lives.
  std::vector<std::string> open_to;
  /// Whether `worldwide` asks for these.
  bool is_worldwide = false;
  std::vector<std::string> levels;
  std::vector<std::string> employment_types;
  /// A time zone in which the work may be done, in minutes from UTC.
  std::optional<std::int64_t> utc_offset;
  /// The least pay in US dollars a year.
  std::optional<std::int64_t> salary_min;
  std::optional<UnixSeconds> opened_since;
  std::optional<std::int64_t> posted_within_days;
  /// The state of the postings: "open", "closed" or "all".
  std::string_view status = "open";
  /// Whether every open posting counts, not only one for each role.
  bool with_copies = false;

  /// Whether the filter is for postings that lists show by themselves, open ones that lead their
  /// role.
  [[nodiscard]] bool is_shown_only() const { return status == "open" && !with_copies; }
  /// Whether only the status matters.
  [[nodiscard]] bool is_plain() const;
  /// The wanted values of `jobs.marks`, of any property.
  [[nodiscard]] std::vector<std::string> marks() const;
};

/// Reads search, category (id or slug), source, company, remote, livesIn, worldwide, placeUnknown, level,
/// employmentType, hours, salaryMin, currency, openedSince, postedWithin, status, duplicates.
[[nodiscard]] JobFilter read_job_filter(Parameters& parameters);

/// The filter for postings of unknown scope instead of those that are open to the place where one
/// lives.
[[nodiscard]] JobFilter of_unknown_place(JobFilter filter);

/// The key of a posting in the list of newest ones: `jobs.list_key`.
[[nodiscard]] constexpr std::int64_t list_key(UnixSeconds date, std::int64_t id) {
  return (date << 30) | id;
}

/// The least key that `posted_within_days` lets through.
[[nodiscard]] std::int64_t lowest_key(const JobFilter& filter, UnixSeconds now);

}  // namespace spearyx::api
