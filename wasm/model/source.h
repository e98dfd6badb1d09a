#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

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
  Terms terms;
};

// The spacing is a little wider than the promised second (two for aggregators), so that a request
// that leaves or arrives some milliseconds late still keeps the promise.
inline constexpr std::array<SourceInfo, 4> kSources{{
    {Source::kGreenhouse,
     "greenhouse",
     "Greenhouse",
     "https://boards-api.greenhouse.io",
     "GREENHOUSE_API",
     1'150,
     {"Greenhouse", "https://www.greenhouse.com", false, true}},
    {Source::kLever,
     "lever",
     "Lever",
     "https://api.lever.co",
     "LEVER_API",
     1'150,
     {"Lever", "https://www.lever.co", false, true}},
    {Source::kRemoteOk,
     "remoteok",
     "Remote OK",
     "https://remoteok.com",
     "REMOTEOK_API",
     2'150,
     {"Remote OK", "https://remoteok.com", true, true}},
    {Source::kHimalayas,
     "himalayas",
     "Himalayas",
     "https://himalayas.app",
     "HIMALAYAS_API",
     2'150,
     {"Himalayas", "https://himalayas.app", false, false}},
}};

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

}  // namespace spearyx
