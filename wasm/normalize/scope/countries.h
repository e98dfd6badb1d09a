#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "normalize/text/words.h"

/// Countries, regions, states and cities as postings name them, and the codes of
/// `jobs.remote_scope`: ISO 3166-1 alpha-2 and WORLD, EUROPE, EU, EMEA, LATAM, APAC, NORTH_AMERICA,
/// AFRICA, MIDDLE_EAST, ASIA, OCEANIA. Every view returned lives as long as the program.
namespace spearyx::normalize {

/// The code of "worldwide" and its like.
inline constexpr std::string_view kWorld = "WORLD";

/// The alpha-2 code of a country by its name, a common other name ("UK", "Holland", "Deutschland")
/// or the inverted form of ISO 3166-1 ("Congo, The Democratic Republic of the"); case, accents and
/// punctuation do not matter. Empty for any other name, so also for regions and cities.
[[nodiscard]] std::string_view country_code(std::string_view name);

/// The meaning of a country or a region for a scope, by a name as above: one code, or several
/// joined by commas ("DACH" is "AT,CH,DE"). Empty for cities and states.
[[nodiscard]] std::string_view area_codes(std::string_view name);

/// The view of a table for an alpha-2 code in any case, "" for anything else.
[[nodiscard]] std::string_view known_code(std::string_view code);

enum class PlaceKind : std::uint8_t { kRegion, kCountry, kSubdivision, kCity };

/// The meaning of a place for a scope: one code, or several joined by commas ("DACH" is
/// "AT,CH,DE").
struct Place {
  std::string_view codes;
  PlaceKind kind;
};

struct PlaceMatch {
  Place place;
  std::size_t words;
};

/// The longest name that `words` begins with: "new york city", not "new york". A name may run over
/// commas and hyphens ("Korea, South"), not over parentheses or the end of a list item. "Georgia"
/// is GE here; only the text around it can tell the country from the state.
[[nodiscard]] std::optional<PlaceMatch> longest_place(std::span<const Word> words);

/// The country of a postal abbreviation, here in lower case: "tx" is US, "on" is CA.
[[nodiscard]] std::string_view postal_code_country(std::string_view abbreviation);

/// The country of a code that means nothing else: "pl" and "pol" are PL, but not "de" (Delaware),
/// not "it".
[[nodiscard]] std::string_view unambiguous_code(std::string_view code);

}  // namespace spearyx::normalize
