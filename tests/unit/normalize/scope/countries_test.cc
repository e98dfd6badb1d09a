#include "normalize/scope/countries.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "normalize/scope/countries_table.h"
#include "normalize/text/words.h"

namespace spearyx::normalize {
namespace {

struct NameCase {
  std::string_view name;
  std::string_view code;
};

TEST(CountryCode, KnowsNamesAsPostingsWriteThem) {
  constexpr NameCase kCases[] = {
      {"United States", "US"},
      {"united states of america", "US"},
      {"USA", "US"},
      {"U.S.", "US"},
      {"U.S.A.", "US"},
      {"UK", "GB"},
      {"U.K.", "GB"},
      {"Great Britain", "GB"},
      {"England", "GB"},
      {"Deutschland", "DE"},
      {"Czech Republic", "CZ"},
      {"Czechia", "CZ"},
      {"Türkiye", "TR"},
      {"Turkey", "TR"},
      {"South Korea", "KR"},
      {"Korea, Republic of", "KR"},
      {"Korea, Democratic People's Republic of", "KP"},
      {"UAE", "AE"},
      {"Congo, The Democratic Republic of the", "CD"},
      {"Congo", "CG"},
      {"Côte d'Ivoire", "CI"},
      {"Cote d’Ivoire", "CI"},
      {"Ivory Coast", "CI"},
      {"Bolivia, Plurinational State of", "BO"},
      {"Viet Nam", "VN"},
      {"Holland", "NL"},
      {"The Netherlands", "NL"},
      {"Hong Kong SAR", "HK"},
      {"Macau", "MO"},
      {"Guinea-Bissau", "GW"},
      {"Guinea", "GN"},
      {"Georgia", "GE"},
      {"Palestine, State of", "PS"},
      {"Virgin Islands, U.S.", "VI"},
      {"Bosnia & Herzegovina", "BA"},
      {"  new   zealand ", "NZ"},
  };
  for (const NameCase& c : kCases) EXPECT_EQ(country_code(c.name), c.code) << c.name;
}

TEST(CountryCode, IsEmptyForWhatIsNoCountry) {
  for (const std::string_view name : {"", " ", "Europe", "LATAM", "Berlin", "Texas", "Remote",
                                      "Atlantis", "United", "States", "=", "Germany=DE"}) {
    EXPECT_EQ(country_code(name), "") << name;
  }
}

TEST(CountryCode, KnowsAllCountriesByName) {
  std::set<std::string_view> codes;
  std::string_view row;
  for (std::size_t at = 0; !(row = tables::kCountries.entry_at(at)).empty(); at += row.size() + 1) {
    const std::string_view name = key_of(row);
    EXPECT_EQ(country_code(name), row.substr(name.size() + 1)) << name;
    codes.insert(country_code(name));
  }
  EXPECT_EQ(codes.size(), 249U);
}

struct PlaceCase {
  std::string_view text;
  std::string_view codes;  // "" for none
  std::size_t words;
};

TEST(LongestPlace, TakesAsManyWordsAsMakeAName) {
  constexpr PlaceCase kCases[] = {
      {"New York City", "US", 3},
      {"New York", "US", 2},
      {"New Jersey", "US", 2},
      {"Jersey City", "US", 2},
      {"Jersey", "JE", 1},
      {"South Africa", "ZA", 2},
      {"South America", "LATAM", 2},
      {"Africa", "AFRICA", 1},
      {"Papua New Guinea", "PG", 3},
      {"Korea, South", "KR", 2},
      {"San Francisco; Berlin", "US", 2},
      {"Ho Chi Minh City, Vietnam", "VN", 4},
      {"São Paulo", "BR", 2},
      {"DACH", "AT,CH,DE", 1},
      {"Europe, Middle East and Africa", "EMEA", 5},
      {"Europe / Middle East", "EUROPE", 1},
      {"Saint", "", 0},
      {"", "", 0},
      {"Springfield", "", 0},
  };
  for (const PlaceCase& c : kCases) {
    const Words words(c.text);
    const auto match = longest_place(words);
    ASSERT_EQ(match.has_value(), c.words > 0) << c.text;
    if (!match) continue;
    EXPECT_EQ(match->place.codes, c.codes) << c.text;
    EXPECT_EQ(match->words, c.words) << c.text;
  }
}

TEST(Abbreviations, StandForTheirCountry) {
  EXPECT_EQ(postal_code_country("tx"), "US");
  EXPECT_EQ(postal_code_country("on"), "CA");
  EXPECT_EQ(postal_code_country("zz"), "");
  EXPECT_EQ(unambiguous_code("pl"), "PL");
  EXPECT_EQ(unambiguous_code("can"), "CA");
  EXPECT_EQ(unambiguous_code("de"), "");
  EXPECT_EQ(unambiguous_code("it"), "");
}

TEST(Abbreviations, KnowTheStatesWithTheirCapitalAndTheProvinces) {
  int states = 0;
  int provinces = 0;
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      const std::string_view country = postal_code_country(std::string{first, second});
      states += country == "US" ? 1 : 0;
      provinces += country == "CA" ? 1 : 0;
    }
  }
  EXPECT_EQ(states, 51);
  EXPECT_EQ(provinces, 13);
}

TEST(Words, FoldAccentsInitialsAndPunctuation) {
  EXPECT_EQ(fold_words("Montréal,  Québec (Canada)"), "montreal quebec canada");
  EXPECT_EQ(fold_words("U.S.-based & St. Louis"), "us based and st louis");
  EXPECT_EQ(fold_words("Kraków\u200B – Łódź"), "krakow lodz");
  EXPECT_EQ(fold_words("東京 / Tokyo"), "東京 tokyo");
  EXPECT_EQ(fold_words("\xFF\xC3"), "\xFF\xC3");
  EXPECT_EQ(fold_words("() ,;"), "");
}

TEST(Words, KeepWhatStandsBetween) {
  const Words words("Remote (US, UK); Berlin");
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(words[1].raw, "US");
  EXPECT_EQ(words[1].gap, " (");
  EXPECT_EQ(words[1].depth, 1);
  EXPECT_EQ(words[2].gap, ", ");
  EXPECT_EQ(words[3].depth, 0);
  EXPECT_TRUE(is_hard_break(words[3].gap));
  EXPECT_FALSE(is_hard_break(words[2].gap));
}

}  // namespace
}  // namespace spearyx::normalize
