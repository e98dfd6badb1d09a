#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "support/static_text.h"

namespace spearyx {

enum class Source : std::uint8_t { kGreenhouse, kLever, kRemoteOk, kHimalayas };

/// What the source's terms ask of whoever shows its postings.
struct Terms {
  /// Named beside each posting: "via Remote OK".
  std::string_view credit;
  std::string_view home_url;
  /// The link to the source must be followed by search engines (no `rel="nofollow"`).
  bool needs_followed_link;
  /// May be handed on to Google Jobs as JobPosting structured data.
  bool allows_job_posting_markup;
};

/// One row per source: everything that differs between them and is not code.
struct SourceInfo {
  Source source;
  /// The name in the database and the API.
  std::string_view name;
  std::string_view display_name;
  /// Origin of the API, and the variable that overrides it.
  std::string_view base_url;
  std::string_view base_url_variable;
  /// Least distance between two requests, in milliseconds, across all workers.
  std::int64_t spacing_ms;
  /// Gives each company a board of its own, found by its slug and asked by the ATS worker; a source
  /// without is one feed, asked by the aggregator worker.
  bool has_boards;
  /// Of a source with boards: slugs that differ in case alone are different boards.
  bool slugs_have_case = false;
  Terms terms;
};

// The spacing is a little wider than the promised second (two for aggregators), so that a request
// that leaves or arrives some milliseconds late still keeps the promise.
inline constexpr auto kSources = std::to_array<SourceInfo>({
    {.source = Source::kGreenhouse,
     .name = "greenhouse",
     .display_name = "Greenhouse",
     .base_url = "https://boards-api.greenhouse.io",
     .base_url_variable = "GREENHOUSE_API",
     .spacing_ms = 1'250,
     .has_boards = true,
     .slugs_have_case = false,
     .terms = {.credit = "Greenhouse",
               .home_url = "https://www.greenhouse.com",
               .needs_followed_link = false,
               .allows_job_posting_markup = true}},
    {.source = Source::kLever,
     .name = "lever",
     .display_name = "Lever",
     .base_url = "https://api.lever.co",
     .base_url_variable = "LEVER_API",
     .spacing_ms = 1'250,
     .has_boards = true,
     .slugs_have_case = true,
     .terms = {.credit = "Lever",
               .home_url = "https://www.lever.co",
               .needs_followed_link = false,
               .allows_job_posting_markup = true}},
    {.source = Source::kRemoteOk,
     .name = "remoteok",
     .display_name = "Remote OK",
     .base_url = "https://remoteok.com",
     .base_url_variable = "REMOTEOK_API",
     .spacing_ms = 2'250,
     .has_boards = false,
     .terms = {.credit = "Remote OK",
               .home_url = "https://remoteok.com",
               .needs_followed_link = true,
               .allows_job_posting_markup = true}},
    {.source = Source::kHimalayas,
     .name = "himalayas",
     .display_name = "Himalayas",
     .base_url = "https://himalayas.app",
     .base_url_variable = "HIMALAYAS_API",
     .spacing_ms = 2'250,
     .has_boards = false,
     .terms = {.credit = "Himalayas",
               .home_url = "https://himalayas.app",
               .needs_followed_link = false,
               .allows_job_posting_markup = false}},
});

// A row is found by its place.
static_assert([] {
  for (std::size_t i = 0; i < kSources.size(); ++i) {
    if (static_cast<std::size_t>(kSources[i].source) != i) return false;
  }
  return true;
}());

inline constexpr std::int64_t kWidestSpacingMs =
    std::ranges::max(kSources, {}, &SourceInfo::spacing_ms).spacing_ms;

[[nodiscard]] constexpr const SourceInfo& info(Source source) {
  return kSources[static_cast<std::size_t>(source)];
}

[[nodiscard]] constexpr std::string_view name_of(Source source) { return info(source).name; }

[[nodiscard]] constexpr std::optional<Source> source_named(std::string_view name) {
  for (const SourceInfo& row : kSources) {
    if (row.name == name) return row.source;
  }
  return std::nullopt;
}

inline constexpr std::size_t kBoardSourceCount =
    static_cast<std::size_t>(std::ranges::count_if(kSources, &SourceInfo::has_boards));

/// The rows of the sources with boards.
inline constexpr auto kBoardSources = [] {
  std::array<SourceInfo, kBoardSourceCount> rows{};
  std::ranges::copy_if(kSources, rows.begin(), &SourceInfo::has_boards);
  return rows;
}();

/// A field of the rows, one after the other, each in quotes: "'greenhouse', 'lever'",
/// "greenhouse, lever or remoteok".
[[nodiscard]] constexpr std::string listed(std::span<const SourceInfo> rows,
                                           std::string_view SourceInfo::* field,
                                           std::string_view quote, std::string_view between,
                                           std::string_view before_last) {
  std::string text;
  for (const SourceInfo& row : rows) {
    if (!text.empty()) text += &row == &rows.back() ? before_last : between;
    text.append(quote).append(row.*field).append(quote);
  }
  return text;
}

/// The SQL with the names of the sources with boards, a JSON array, in place of "BOARD_SOURCES".
[[nodiscard]] constexpr std::string with_board_sources(std::string_view sql) {
  return replaced(sql, "BOARD_SOURCES",
                  "[" + listed(kBoardSources, &SourceInfo::name, "\"", ",", ",") + "]");
}

}  // namespace spearyx
