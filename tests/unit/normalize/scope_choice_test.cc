#include "normalize/scope_choice.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace spearyx::normalize {
namespace {

std::string joined(const std::vector<std::string_view>& codes) {
  std::string all;
  for (const std::string_view code : codes) all.append(all.empty() ? "" : " ").append(code);
  return all;
}

struct ChoiceCase {
  std::string_view title;
  std::string_view location;
  std::string_view country;
  std::string_view text;
  std::string_view codes;
  std::string_view field;
};

TEST(ChooseScope, WeighsPlacesTitleTextAndCountry) {
  constexpr ChoiceCase kCases[] = {
      {"Planner", "Remote - US", "", "", "US", "location"},
      {"Planner", "Remote", "", "", "", ""},
      // Cities: the country of a field tells which.
      {"Planner", "Barranquilla, CO", "CO", "", "CO", "country"},
      {"Planner", "Smallville, MA", "MA", "", "MA", "country"},
      {"Planner", "Smallville, IL", "IL", "", "IL", "country"},
      {"Planner", "Boulder, CO", "US", "", "US", "country"},
      {"Planner", "Cambridge", "GB", "", "GB", "country"},
      {"Planner", "Remote", "ZA", "", "ZA", "country"},
      {"Planner", "Remote - EMEA", "FR", "", "EMEA", "location"},
      // The title's end.
      {"Planner LATAM", "Remote", "US", "", "LATAM", "title"},
      {"Planner Mexico", "Remote", "", "", "MX", "title"},
      {"Planner - Europe (m/f/d)", "Remote", "", "", "EUROPE", "title"},
      {"Planner - EMEA Remote", "France", "", "", "EMEA", "title"},
      {"Planner (Remote, Europe)", "Paris, France", "", "", "EUROPE", "title"},
      {"Account Executive, APAC", "Sydney, Australia", "", "", "AU", "location"},
      {"Planner for Germany", "Remote", "", "", "", ""},
      // A wider statement of the text.
      {"Planner", "Warsaw", "", "You can be within the EMEA region.", "EMEA", "description"},
      {"Planner", "Berlin, Germany", "", "Open to candidates anywhere in Europe.", "EUROPE",
       "description"},
      {"Planner", "Germany", "", "Fully remote - work from anywhere.", "DE", "location"},
      {"Planner", "Canada", "", "You must be based in Toronto.", "CA", "location"},
      {"Planner", "Anywhere", "", "You must be based in the US.", "US", "description"},
      {"Planner", "Remote", "US", "You must reside in Mexico.", "MX", "description"},
  };
  for (const ChoiceCase& c : kCases) {
    Posting posting;
    posting.title = c.title;
    posting.location = c.location;
    if (!c.country.empty()) posting.countries = {std::string(c.country)};
    const ScopeChoice choice = choose_scope(posting, read_body(c.text));
    EXPECT_EQ(joined(choice.codes), c.codes) << c.title << " | " << c.location << " | " << c.text;
    EXPECT_EQ(choice.evidence.field, c.field) << c.title << " | " << c.location << " | " << c.text;
  }
}

TEST(ChooseScope, BelievesAListOfCountriesUnlessItIsEmpty) {
  Posting posting;
  posting.title = "Planner, LATAM";
  posting.allowed_countries = {"Costa Rica"};
  EXPECT_EQ(joined(choose_scope(posting, {}).codes), "CR");
  posting.allowed_countries->clear();
  EXPECT_EQ(joined(choose_scope(posting, {}).codes), "LATAM");
  EXPECT_EQ(joined(choose_scope(posting, read_body("US only")).codes), "US");
  posting.title = "Planner";
  EXPECT_EQ(joined(choose_scope(posting, {}).codes), "WORLD");
}

TEST(ChooseScope, NamesWhatItPassedOver) {
  Posting posting;
  posting.title = "Planner - EMEA Remote";
  posting.location = "Paris, France";
  const ScopeChoice choice = choose_scope(posting, {});
  EXPECT_EQ(choice.evidence.words, "Planner - EMEA Remote");
  EXPECT_EQ(choice.evidence.passed_over, "location: Paris, France");
}

}  // namespace
}  // namespace spearyx::normalize
