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

enum class Source : std::uint8_t {
  kGreenhouse,
  kLever,
  kRemoteOk,
  kHimalayas,
  kAshby,
  kRecruitee,
  kWorkable,
  kJobicy,
};

enum class SourceKind : std::uint8_t {
  /// Each company has a board of its own, found by its slug and asked by the ATS worker.
  kBoards,
  /// One feed of all companies, asked by the aggregator worker.
  kFeed,
};

/// The conditions of a source's terms for whoever shows its postings.
struct Terms {
  /// The credit beside each posting: "via Remote OK".
  std::string_view credit;
  std::string_view home_url;
  /// Search engines must follow the link to the source (no `rel="nofollow"`).
  bool needs_followed_link = false;
  /// Postings may go to Google Jobs as JobPosting structured data.
  bool allows_job_posting_markup = true;
  /// Postings may be passed on at all, in feeds and in the sitemap.
  bool may_syndicate = true;
};

/// The form of a source's slugs: an ASCII letter or digit, then more of them and further
/// characters.
struct SlugRules {
  /// Slugs that differ in case alone are different boards.
  bool has_case = false;
  std::string_view further = "-_";
  std::size_t longest = 100;
  /// Reserved words that look like a slug in an address, with a space behind each.
  std::string_view reserved{};
};

/// Room for the addresses of the source that has most of them.
using BoardAddresses = std::array<std::string_view, 10>;

/// One row per source: all data in which sources differ. A source is this row and its reader,
/// wasm/sources/<name>.
struct SourceInfo {
  Source source;
  /// The name in the database, the API and the source's folder: small letters and digits.
  std::string_view name;
  std::string_view display_name;
  SourceKind kind;
  /// The origin of the API, which the variable <NAME>_API overrides. "{slug}" stands for the slug
  /// of a board where each has a host of its own.
  std::string_view base_url;
  /// The least distance of two requests, across all workers, in milliseconds.
  std::int64_t spacing_ms;

  // Of a source with boards.
  SlugRules slugs{};
  /// The addresses at which boards are shown or asked for, as somebody may paste them. A pattern is
  /// a host, a path of which only the beginning counts, and perhaps a parameter; the first that
  /// fits decides.
  BoardAddresses addresses{};
  /// The address of boards that the source shows, but its API does not know; "" where there are
  /// none.
  std::string_view foreign_address{};
  /// The number of spellings of a company's name that discovery tries here, most likely first; none
  /// where a guess tells nothing, or costs more than it finds.
  std::size_t guesses = 3;
  /// The API answers an empty board for slugs that nobody has, so an empty board proves nothing.
  bool feigns_boards = false;

  Terms terms;

  [[nodiscard]] constexpr bool has_boards() const { return kind == SourceKind::kBoards; }
};

// The spacing is a little wider than the promised second (two for aggregators), so that a request
// that leaves or arrives some milliseconds late still keeps the promise.
inline constexpr auto kSources = std::to_array<SourceInfo>({
    {.source = Source::kGreenhouse,
     .name = "greenhouse",
     .display_name = "Greenhouse",
     .kind = SourceKind::kBoards,
     .base_url = "https://boards-api.greenhouse.io",
     .spacing_ms = 1'250,
     .addresses = {"boards.greenhouse.io/embed?for={slug}",
                   "boards.eu.greenhouse.io/embed?for={slug}",
                   "job-boards.greenhouse.io/embed?for={slug}",
                   "job-boards.eu.greenhouse.io/embed?for={slug}", "boards.greenhouse.io/{slug}",
                   "boards.eu.greenhouse.io/{slug}", "job-boards.greenhouse.io/{slug}",
                   "job-boards.eu.greenhouse.io/{slug}",
                   "boards-api.greenhouse.io/v1/boards/{slug}"},
     .terms = {.credit = "Greenhouse", .home_url = "https://www.greenhouse.com"}},
    {.source = Source::kLever,
     .name = "lever",
     .display_name = "Lever",
     .kind = SourceKind::kBoards,
     .base_url = "https://api.lever.co",
     .spacing_ms = 1'250,
     .slugs = {.has_case = true},
     .addresses = {"jobs.lever.co/{slug}", "api.lever.co/v0/postings/{slug}"},
     .foreign_address = "jobs.eu.lever.co/{slug}",
     .guesses = 5,
     .terms = {.credit = "Lever", .home_url = "https://www.lever.co"}},
    {.source = Source::kRemoteOk,
     .name = "remoteok",
     .display_name = "Remote OK",
     .kind = SourceKind::kFeed,
     .base_url = "https://remoteok.com",
     .spacing_ms = 2'250,
     .terms = {.credit = "Remote OK",
               .home_url = "https://remoteok.com",
               .needs_followed_link = true}},
    {.source = Source::kHimalayas,
     .name = "himalayas",
     .display_name = "Himalayas",
     .kind = SourceKind::kFeed,
     .base_url = "https://himalayas.app",
     .spacing_ms = 2'250,
     .terms = {.credit = "Himalayas",
               .home_url = "https://himalayas.app",
               .allows_job_posting_markup = false}},
    {.source = Source::kAshby,
     .name = "ashby",
     .display_name = "Ashby",
     .kind = SourceKind::kBoards,
     .base_url = "https://api.ashbyhq.com",
     .spacing_ms = 1'250,
     .slugs = {.has_case = true, .further = "-_. &'(),+!", .reserved = "api "},
     .addresses = {"jobs.ashbyhq.com/{slug}", "api.ashbyhq.com/posting-api/job-board/{slug}"},
     .guesses = 1,
     .feigns_boards = true,
     .terms = {.credit = "Ashby", .home_url = "https://www.ashbyhq.com"}},
    {.source = Source::kRecruitee,
     .name = "recruitee",
     .display_name = "Recruitee",
     .kind = SourceKind::kBoards,
     .base_url = "https://{slug}.recruitee.com",
     .spacing_ms = 1'250,
     .slugs = {.further = "-",
               .longest = 63,
               .reserved = "api app blog docs help jobs status support www "},
     .addresses = {"{slug}.recruitee.com"},
     .guesses = 1,
     .terms = {.credit = "Recruitee", .home_url = "https://recruitee.com"}},
    {.source = Source::kWorkable,
     .name = "workable",
     .display_name = "Workable",
     .kind = SourceKind::kBoards,
     .base_url = "https://apply.workable.com",
     .spacing_ms = 2'250,
     .slugs = {.reserved = "api apply careers get help j jobs resources support view www "},
     .addresses = {"apply.workable.com/api/v1/widget/accounts/{slug}", "apply.workable.com/{slug}",
                   "www.workable.com/api/accounts/{slug}", "{slug}.workable.com"},
     .guesses = 0,
     .feigns_boards = true,
     .terms = {.credit = "Workable", .home_url = "https://www.workable.com"}},
    {.source = Source::kJobicy,
     .name = "jobicy",
     .display_name = "Jobicy",
     .kind = SourceKind::kFeed,
     .base_url = "https://jobicy.com",
     .spacing_ms = 3'601'000,
     .terms = {.credit = "Jobicy",
               .home_url = "https://jobicy.com",
               .needs_followed_link = true,
               .allows_job_posting_markup = false,
               .may_syndicate = false}},
});

/// Whether the value is an enumerator: the compiler prints a name for one, and a cast for any other
/// number.
template <Source kSource>
consteval bool is_enumerator() {
  return !std::string_view(__PRETTY_FUNCTION__).contains("(spearyx::Source)");
}

/// Whether a name is of small letters and digits, so that SQL, JSON paths and addresses take it as it is.
constexpr bool is_source_name(std::string_view name) {
  constexpr std::string_view kCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";
  return !name.empty() && name.find_first_not_of(kCharacters) == std::string_view::npos;
}

static_assert(!is_enumerator<static_cast<Source>(kSources.size())>(), "an enumerator has no row");
static_assert(std::ranges::all_of(kSources, is_source_name, &SourceInfo::name));
// A row is found by its place.
static_assert([] {
  for (std::size_t i = 0; i < kSources.size(); ++i) {
    if (static_cast<std::size_t>(kSources[i].source) != i) return false;
  }
  return true;
}());

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

/// The rows that satisfy a condition.
template <auto kIsWanted>
inline constexpr auto kRowsThat = [] {
  std::array<SourceInfo, static_cast<std::size_t>(std::ranges::count_if(kSources, kIsWanted))>
      rows{};
  std::ranges::copy_if(kSources, rows.begin(), kIsWanted);
  return rows;
}();

/// The rows of the sources with boards.
inline constexpr auto& kBoardSources = kRowsThat<&SourceInfo::has_boards>;

/// The name of a source's variable, "LEVER_API": the source in capitals, then the subject.
[[nodiscard]] constexpr std::string variable_of(Source source, std::string_view subject) {
  std::string variable;
  for (const char c : name_of(source)) {
    variable.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return variable.append("_").append(subject);
}

/// The values of one field of the rows as a list, each in quotes: "'greenhouse', 'lever'",
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

/// The rows of the sources whose postings must not be passed on.
inline constexpr auto& kPrivateSources =
    kRowsThat<[](const SourceInfo& row) { return !row.terms.may_syndicate; }>;

/// The rows of the sources at which discovery guesses slugs.
inline constexpr auto& kGuessedSources =
    kRowsThat<[](const SourceInfo& row) { return row.has_boards() && row.guesses > 0; }>;

/// Names of sources as a JSON array.
[[nodiscard]] constexpr std::string json_names(std::span<const SourceInfo> rows) {
  return "[" + listed(rows, &SourceInfo::name, "\"", ",", ",") + "]";
}

/// The SQL with the names of the sources with boards, a JSON array, in place of "BOARD_SOURCES".
[[nodiscard]] constexpr std::string with_board_sources(std::string_view sql) {
  return replaced(sql, "BOARD_SOURCES", json_names(kBoardSources));
}

}  // namespace spearyx
