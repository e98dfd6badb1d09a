#include "normalize/scope/countries.h"

#include <algorithm>
#include <array>
#include <string>

#include "normalize/scope/countries_table.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

struct PlaceTable {
  const IndexedText& rows;
  PlaceKind kind;
};

constexpr std::array<PlaceTable, 5> kPlaceTables = {{
    {tables::kCountries, PlaceKind::kCountry},
    {tables::kCountryNames, PlaceKind::kCountry},
    {tables::kRegionNames, PlaceKind::kRegion},
    {tables::kSubdivisionNames, PlaceKind::kSubdivision},
    {tables::kCityNames, PlaceKind::kCity},
}};

/// The first words of names of places: most words of a text need no search.
constexpr Looks kFirstWords = [] {
  Looks<2048> looks;
  for (const PlaceTable& table : kPlaceTables) add_first_words(looks, table.rows);
  return looks;
}();

bool may_continue(const Word& word) {
  return !is_hard_break(word.gap) && word.gap.find_first_of("()[]:") == word.gap.npos;
}

/// Finds the longest row that `words` begins with. Stops at the first word with which no row goes
/// on.
void match_rows(const PlaceTable& table, std::span<const Word> words, PlaceMatch& longest) {
  std::string key;
  for (std::size_t i = 0; i < words.size() && (i == 0 || may_continue(words[i])); ++i) {
    if (i > 0) key.push_back(' ');
    key += words[i].folded;
    std::size_t at = table.rows.lower_bound(key);
    std::string_view row = table.rows.entry_at(at);
    if (!row.empty() && compare_key(key, row) == 0) {
      if (i + 1 > longest.words) longest = {{row.substr(key.size() + 1), table.kind}, i + 1};
      at += row.size() + 1;
      row = table.rows.entry_at(at);
    }
    if (compare_key(key, row.substr(0, key.size())) != 0) return;
  }
}

}  // namespace

std::string_view country_code(std::string_view name) {
  const std::string folded = fold_words(name);
  const std::string_view code = tables::kCountries.value(folded);
  return code.empty() ? tables::kCountryNames.value(folded) : code;
}

std::string_view area_codes(std::string_view name) {
  const std::string_view country = country_code(name);
  return country.empty() ? tables::kRegionNames.value(fold_words(name)) : country;
}

std::string_view known_code(std::string_view code) {
  for (std::size_t at = 0;;) {
    const std::string_view row = tables::kCountries.entry_at(at);
    if (row.empty()) return {};
    const std::string_view known = row.substr(row.size() - 2);
    if (iequals(known, code)) return known;
    at += row.size() + 1;
  }
}

std::optional<PlaceMatch> longest_place(std::span<const Word> words) {
  if (words.empty() || !kFirstWords.may_have(words[0].folded)) return std::nullopt;
  PlaceMatch longest{{}, 0};
  for (const PlaceTable& table : kPlaceTables) match_rows(table, words, longest);
  return longest.words > 0 ? std::optional(longest) : std::nullopt;
}

std::string_view postal_code_country(std::string_view abbreviation) {
  return tables::kPostalCodes.value(abbreviation);
}

std::string_view unambiguous_code(std::string_view code) {
  return tables::kCountryCodes.value(code);
}

}  // namespace spearyx::normalize
