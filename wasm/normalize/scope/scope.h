#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/text/words.h"

/// The scope of a remote job, the places from which it may be done, as codes of `jobs.remote_scope`
/// (see countries.h). Scopes are sorted and free of duplicates; an empty one means that nothing is
/// stated. Unknown is never guessed. The views of a scope live as long as the program.
namespace spearyx::normalize {

/// The scope a location text states; several texts stand on a line each.
/// - Places are united: "Remote (UK or Ireland)" is GB, IE. A city stands for its country, a state
///   for the US, also as "City, ST". Two letters that may be a state or a country ("Remote, CA",
///   "Remote - DE") say nothing without a known city.
/// - Where an item names the countries or regions of remote work, cities of other items are
/// offices:
///   "London, UK; Remote - US" is US. A bare "Remote" among cities of several countries is unknown.
/// - "Anywhere" and "Worldwide" are WORLD; "Anywhere in Germany" is DE. A region that names its
///   countries is no more than these: "Europe (Spain, Portugal)" is ES, PT.
/// - Excluded places ("not US"), time zones ("EU time zones") and preferences are no scope.
/// - "Georgia" is US or GE by the places beside it, otherwise unknown.
[[nodiscard]] std::vector<std::string_view> remote_scope(std::string_view location_text);

/// A scope, and how it is stated.
struct PlaceScope {
  std::vector<std::string_view> codes;
  /// Whether it names a country or region, not only cities or states, whose country may be
  /// another's.
  bool names_area = false;
};
[[nodiscard]] PlaceScope scope_of_places(std::string_view location_text);

/// The scope of a list of names of countries and regions, where an empty list means worldwide:
/// Himalayas' `locationRestrictions`, Jobicy's `jobGeo`. Other names are passed over.
[[nodiscard]] std::vector<std::string_view> scope_from_countries(
    std::span<const std::string_view> names);

/// The scope that a description in plain text states explicitly: "must be based in the UK", "US
/// only", "open to candidates anywhere in the world". Offices, customers, time zones, work permits
/// and perks ("work from anywhere for four weeks a year") are no statement about the job.
[[nodiscard]] std::vector<std::string_view> scope_from_body(std::string_view plain_text);

/// Adds the scope that one sentence, or line, of a description states.
void add_scope_in(std::span<const Word> sentence, std::vector<std::string_view>& scope);

/// The scope that the end of a title states: "Developer, LATAM", "Developer - EMEA Remote (m/f/d)".
struct TitleScope {
  std::vector<std::string_view> codes;
  /// Whether it stands beside a word for remote work, so that it is no market.
  bool is_remote = false;
};
[[nodiscard]] TitleScope scope_from_title(std::string_view title);

/// Whether all of the second scope lies within the first, as "DE" within "EU", and they differ.
[[nodiscard]] bool is_wider(std::span<const std::string_view> scope,
                            std::span<const std::string_view> than);

/// Whether the code is that of the world or one of its regions.
[[nodiscard]] bool is_region(std::string_view code);

/// The codes by which a scope is open to residents of a country: its own, those of the regions that
/// hold it, and the world.
[[nodiscard]] std::vector<std::string_view> codes_open_to(std::string_view country);

/// The scope as its column holds it: `["GB","IE"]`, or "" for an empty one.
[[nodiscard]] std::string scope_json(std::span<const std::string_view> scope);

}  // namespace spearyx::normalize
