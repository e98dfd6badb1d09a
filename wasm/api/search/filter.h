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

/// The remote scope of postings that do not tell it.
inline constexpr std::string_view kUnknownPlace = "unknown";

/// Which postings are meant: the filters that the list, the feeds and the counts share.
struct JobFilter {
  SearchQuery search;
  std::vector<std::string> categories;
  std::vector<std::string> sources;
  std::vector<std::string> companies;
  /// Remote scopes, or `kUnknownPlace`: a posting has one of these, …
  std::vector<std::string> scopes;
  /// … and one of those that are open to where somebody lives.
  std::vector<std::string> open_to;
  std::vector<std::string> levels;
  std::vector<std::string> employment_types;
  /// A time zone in which it may be done, in minutes from UTC.
  std::optional<std::int64_t> utc_offset;
  /// In US dollars a year.
  std::optional<std::int64_t> salary_min;
  std::optional<UnixSeconds> opened_since;
  std::optional<std::int64_t> posted_within_days;
  /// "open", "closed" or "all".
  std::string_view status = "open";
  /// Every open posting, not one for each role.
  bool with_copies = false;

  /// Whether only what lists show by themselves is meant: open postings that lead their role.
  [[nodiscard]] bool is_shown_only() const { return status == "open" && !with_copies; }
  /// True where only the status matters.
  [[nodiscard]] bool is_plain() const;
  /// The values of `jobs.marks` that are asked for, in whatever property.
  [[nodiscard]] std::vector<std::string> marks() const;
};

/// Reads search, category (id or slug), source, company, remote, livesIn, worldwide, placeUnknown, level,
/// employmentType, hours, salaryMin, currency, openedSince, postedWithin, status, duplicates.
[[nodiscard]] JobFilter read_job_filter(Parameters& parameters);

/// The filter with postings of unknown scope instead of those that are open to where somebody lives.
[[nodiscard]] JobFilter of_unknown_place(JobFilter filter);

/// The place of a posting in the list of newest ones: `jobs.list_key`.
[[nodiscard]] constexpr std::int64_t list_key(UnixSeconds date, std::int64_t id) {
  return (date << 30) | id;
}

/// The least key that `posted_within_days` lets through.
[[nodiscard]] std::int64_t lowest_key(const JobFilter& filter, UnixSeconds now);

}  // namespace spearyx::api
