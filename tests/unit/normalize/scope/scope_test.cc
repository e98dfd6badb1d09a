#include "normalize/scope/scope.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace spearyx::normalize {
namespace {

struct ScopeCase {
  std::string_view text;
  std::string_view codes;  // joined by spaces, "" for nothing stated
};

struct ScopeGroup {
  const char* name;
  std::vector<ScopeCase> cases;
};

void PrintTo(const ScopeGroup& group, std::ostream* out) { *out << group.name; }

std::string group_name(const ::testing::TestParamInfo<ScopeGroup>& info) { return info.param.name; }

std::string joined(const std::vector<std::string_view>& scope) {
  std::string all;
  for (const std::string_view code : scope) {
    if (!all.empty()) all.push_back(' ');
    all += code;
  }
  return all;
}

class LocationTest : public ::testing::TestWithParam<ScopeGroup> {};
class BodyTest : public ::testing::TestWithParam<ScopeGroup> {};

TEST_P(LocationTest, StatesTheScope) {
  for (const ScopeCase& c : GetParam().cases) {
    EXPECT_EQ(joined(remote_scope(c.text)), c.codes) << c.text;
  }
}

TEST_P(BodyTest, StatesTheScope) {
  for (const ScopeCase& c : GetParam().cases) {
    EXPECT_EQ(joined(scope_from_body(c.text)), c.codes) << c.text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Locations, LocationTest,
    ::testing::Values(
        ScopeGroup{"NothingStated",
                   {{"", ""},
                    {" ", ""},
                    {"Remote", ""},
                    {"Fully Remote", ""},
                    {"Remote OK", ""},
                    {"Home based", ""},
                    {"Flexible / Remote", ""},
                    {"TBD", ""},
                    {"Springfield", ""},
                    {"Cambridge", ""}}},
        ScopeGroup{"OneCountry",
                   {{"Remote - US", "US"},
                    {"Remote, Italy", "IT"},
                    {"US Remote", "US"},
                    {"Remote USA", "US"},
                    {"Remote (U.S.)", "US"},
                    {"Remote-UK", "GB"},
                    {"Remote, England", "GB"},
                    {"Remote - Canada: Select locations", "CA"},
                    {"United States (Remote)", "US"},
                    {"Remoto - Brasil", "BR"},
                    {"Homeoffice, Deutschland", "DE"},
                    {"Remote, Türkiye", "TR"},
                    {"Remote: South Korea", "KR"},
                    {"Congo, The Democratic Republic of the", "CD"},
                    {"Remote, US only", "US"},
                    {"us", "US"}}},
        ScopeGroup{"SeveralCountries",
                   {{"Remote (UK or Ireland)", "GB IE"},
                    {"US/Canada", "CA US"},
                    {"Remote - Spain/Portugal", "ES PT"},
                    {"United States or Canada (Remote)", "CA US"},
                    {"Germany; Austria; Switzerland", "AT CH DE"},
                    {"Remote; Germany; France", "DE FR"},
                    {"Remote, Poland, Romania & Bulgaria", "BG PL RO"},
                    {"Remote - US, Remote - Canada", "CA US"},
                    {"Poland | Remote", "PL"},
                    {"Germany, Germany, germany", "DE"}}},
        ScopeGroup{"Regions",
                   {{"EMEA", "EMEA"},
                    {"LATAM", "LATAM"},
                    {"Remote - Europe", "EUROPE"},
                    {"Remote (EU)", "EU"},
                    {"Remote, European Union", "EU"},
                    {"Remote - APAC", "APAC"},
                    {"Asia-Pacific", "APAC"},
                    {"North America", "NORTH_AMERICA"},
                    {"Remote, Latin America", "LATAM"},
                    {"Home based - Americas, EMEA", "EMEA LATAM NORTH_AMERICA"},
                    {"Remote - Eastern Europe", "EUROPE"},
                    {"Remote in Africa", "AFRICA"},
                    {"South Africa", "ZA"},
                    {"Middle East", "MIDDLE_EAST"},
                    {"Southeast Asia", "ASIA"},
                    {"Oceania", "OCEANIA"},
                    {"DACH", "AT CH DE"},
                    {"Remote, DE / AT / CH", "AT CH DE"},
                    {"Nordics", "DK FI IS NO SE"},
                    {"EEA", "EU IS LI NO"}}},
        ScopeGroup{"RegionsThatNameTheirCountries",
                   {{"Europe (Spain, Portugal)", "ES PT"},
                    {"Remote - EMEA - Germany", "DE"},
                    {"Remote - Germany (EU)", "DE"},
                    {"APAC (Singapore or Australia)", "AU SG"},
                    {"Europe, Canada", "CA EUROPE"}}},
        ScopeGroup{"Worldwide",
                   {{"Anywhere", "WORLD"},
                    {"Remote (Worldwide)", "WORLD"},
                    {"Worldwide", "WORLD"},
                    {"World Wide", "WORLD"},
                    {"Home based - Worldwide", "WORLD"},
                    {"Remote, Anywhere in the World", "WORLD"},
                    {"Global", "WORLD"},
                    {"Remote - Global", "WORLD"},
                    {"Work from anywhere", "WORLD"},
                    {"Worldwide (except US)", "WORLD"},
                    {"San Francisco; Anywhere", "WORLD"},
                    {"Worldwide, London", "WORLD"}}},
        ScopeGroup{"AnywhereInAPlace",
                   {{"Anywhere in the United States", "US"},
                    {"Anywhere in Europe", "EUROPE"},
                    {"Anywhere (US)", "US"},
                    {"US - Anywhere", "US"},
                    {"San Francisco or anywhere in Canada", "CA"}}},
        ScopeGroup{"Cities",
                   {{"Berlin", "DE"},
                    {"São Paulo, Brasil", "BR"},
                    {"Remote - London", "GB"},
                    {"Remote - London or Berlin", "DE GB"},
                    {"Dubai,  United Arab Emirates", "AE"},
                    {"Washington, D.C.", "US"},
                    {"Remote - Mexico City", "MX"},
                    {"New Mexico", "US"},
                    {"SF, NYC", "US"},
                    {"Köln", "DE"},
                    {"World Trade Center, New York", "US"}}},
        ScopeGroup{"CitiesAndStates",
                   {{"Austin, TX", "US"},
                    {"Savannah, GA", "US"},
                    {"Athens, GA", "US"},
                    {"Austin TX", "US"},
                    {"Irvine, CA", "US"},
                    {"Naperville, IL", "US"},
                    {"Toronto, ON", "CA"},
                    {"Victoria, BC", "CA"},
                    {"Victoria, British Columbia, Canada", "CA"},
                    {"London, ON", "CA"},
                    {"London, Ontario", "CA"},
                    {"Paris, TX", "US"},
                    {"Paris, Texas", "US"},
                    {"London, New York", "GB US"},
                    {"Holland, MI", "US"},
                    {"Lebanon, TN", ""},
                    {"Jordan, MN", ""},
                    {"Peru, IN", ""},
                    {"Peru, IN, USA", "US"},
                    {"Mexico, CO", ""},
                    {"Canada, CO", "CA"},
                    {"US, ON", "CA US"},
                    {"Portland, OR", "US"},
                    {"Perth, WA", "AU"},
                    {"Melbourne, VIC", "AU"},
                    {"Ontario, CAN", "CA"},
                    {"Cape Town, SA", "ZA"},
                    {"Berlin, DE", "DE"},
                    {"Milan, IT", "IT"},
                    {"Bangalore, IN", "IN"},
                    {"Toronto, CA", "CA"},
                    {"Utrecht, NL", "NL"},
                    {"Gdynia, PL", "PL"},
                    {"US-CA-Menlo Park", "US"},
                    {"CA-Toronto, CA-Montreal", "CA"}}},
        ScopeGroup{"AbbreviationsAlone",
                   {{"Remote, TX", "US"},
                    {"Remote - NY, NJ", "US"},
                    {"Remote (AZ, CO, FL, GA)", "US"},
                    {"Remote, PL", "PL"},
                    {"Remote, CA", ""},
                    {"Remote - DE", ""},
                    {"Remote, IN", ""},
                    {"Walldorf, DE", ""},
                    {"Smallville, IN", ""},
                    {"London OR Paris", "FR GB"},
                    {"Remote, PT", ""},
                    {"Remote (CET)", ""},
                    {"Remote (EST)", ""}}},
        ScopeGroup{
            "OfficesBesideARemoteItem",
            {{"San Francisco, CA; Remote US", "US"},
             {"London, UK; Ontario, CAN; Remote-Friendly, United States; San Francisco, CA", "US"},
             {"Berlin or remote within Germany", "DE"},
             {"London or Remote US", "US"},
             {"London, Dublin, US-Remote", "US"},
             {"Paris / Remote Spain", "ES"},
             {"Remote (UK) or Berlin", "GB"},
             {"Remote US; Canada", "CA US"},
             {"Toronto; Fully remote in the US", "US"},
             {"US-Remote, US-San Francisco, US-Chicago", "US"}}},
        ScopeGroup{"CitiesBesideABareRemote",
                   {{"Columbus; New York City; Remote", "US"},
                    {"London or Remote", "GB"},
                    {"Austin, TX or Remote", "US"},
                    {"London, Paris or Remote", ""},
                    {"Remote; Tokyo; Berlin", ""}}},
        ScopeGroup{"Georgia",
                   {{"Georgia", ""},
                    {"Remote - Georgia", ""},
                    {"Canada, Georgia", "CA"},
                    {"Atlanta, Georgia", "US"},
                    {"Georgia, United States", "US"},
                    {"Remote - Florida, Georgia, Alabama", "US"},
                    {"Athens, Georgia", "US"},
                    {"Tbilisi, Georgia", "GE"},
                    {"Rome, Georgia", ""},
                    {"Rome, Georgia, United States", "US"},
                    {"Poland, Georgia, Serbia", "GE PL RS"}}},
        ScopeGroup{"NoStatementOfPlace",
                   {{"Remote (EU time zones)", ""},
                    {"Remote - US/EU business hours", ""},
                    {"Remote (US Eastern Time)", ""},
                    {"Remote - United States (Eastern time zone)", "US"},
                    {"Remote (Europe preferred)", ""},
                    {"Remote (ideally Berlin)", ""},
                    {"Remote (non-US)", ""},
                    {"Remote, not Germany; Spain", "ES"},
                    {"Remote (HQ: San Francisco)", ""},
                    {"Remote outside the US", ""}}}),
    group_name);

INSTANTIATE_TEST_SUITE_P(
    Descriptions, BodyTest,
    ::testing::Values(
        ScopeGroup{
            "Residence",
            {{"Candidates must be based in the UK.", "GB"},
             {"You must be located in the United States or Canada to be considered.", "CA US"},
             {"Must reside in one of the following states: California, Texas or New York.", "US"},
             {"Applicants must be physically located in Germany, Austria or Switzerland.",
              "AT CH DE"},
             {"Candidates need to be based in the Netherlands or Belgium.", "BE NL"},
             {"You should live in Europe.", "EUROPE"},
             {"You must reside in the San Francisco Bay Area.", "US"},
             {"This role can be based anywhere in Canada.", "CA"},
             {"The work can be performed remotely from anywhere in the EU.", "EU"}}},
        ScopeGroup{
            "Only",
            {{"US only", "US"},
             {"This position is US only.", "US"},
             {"Remote (U.S.-only)", "US"},
             {"Only US-based candidates will be considered.", "US"},
             {"The position is limited to U.S.-based candidates only.", "US"},
             {"We only hire in Spain and Portugal.", "ES PT"},
             {"We are only able to hire candidates residing in Poland, Romania, or Bulgaria.",
              "BG PL RO"},
             {"Only open to candidates in Australia.", "AU"}}},
        ScopeGroup{
            "OpenTo",
            {{"This role is open to candidates anywhere in the world.", "WORLD"},
             {"We are open to candidates based in EMEA.", "EMEA"},
             {"This job is open to remote candidates across LATAM.", "LATAM"},
             {"A full-time role open to candidates anywhere in the United States.", "US"},
             {"Open to US residents.", "US"},
             {"We can hire in the following countries: Spain, Italy and Greece.", "ES GR IT"},
             {"We hire globally.", "WORLD"},
             {"We welcome applicants worldwide.", "WORLD"}}},
        ScopeGroup{"Remote",
                   {{"This is a fully remote position within the United States.", "US"},
                    {"This is a remote role based in France.", "FR"},
                    {"This position is remote in Denver, CO.", "US"},
                    {"Work remotely from anywhere in the US.", "US"},
                    {"Remote anywhere in Latin America.", "LATAM"},
                    {"Location: Remote (US or Canada)", "CA US"},
                    {"Fully remote, worldwide", "WORLD"},
                    {"You can work from anywhere in the world!", "WORLD"}}},
        ScopeGroup{
            "SeveralSentences",
            {{"About us\nWe work worldwide.\n\nYou must be based in Kenya.\nApply now", "KE"},
             {"Work from anywhere in the world. Candidates must be located in Europe.", "EUROPE"},
             {"Must be based in Chile. Or must be based in Peru.", "CL PE"}}},
        ScopeGroup{
            "OtherPlaces",
            {{"", ""},
             {"We have offices in London, New York and Berlin.", ""},
             {"Our customers are located anywhere in Europe.", ""},
             {"We're a global company with customers worldwide.", ""},
             {"Our service is available to customers in Europe only.", ""},
             {"You have experience in Germany.", ""},
             {"Must be able to travel to Germany.", ""},
             {"Employees must be located within commuting distance of our London office.", ""},
             {"Location: Berlin", ""},
             {"Location: Remote", ""},
             {"must be based in turkey", ""},
             {"Contact us only by email.", ""}}},
        ScopeGroup{"TimeZonesPermitsAndPerks",
                   {{"The role is open to candidates within EMEA time zones.", ""},
                    {"Must be available during US business hours.", ""},
                    {"You must be authorized to work in the US.", ""},
                    {"US citizens only", ""},
                    {"Access is restricted to US persons under ITAR.", ""},
                    {"401(k) matching (US only)", ""},
                    {"Private health insurance - UK only", ""},
                    {"Work from anywhere in the world for up to 4 weeks a year", ""},
                    {"We build tools that let people work from anywhere in the world.", ""}}},
        ScopeGroup{"Denied",
                   {{"We do not require you to be based in the US.", ""},
                    {"You don't need to be based in London.", ""},
                    {"You need not be located in Spain.", ""}}}),
    group_name);

TEST(ScopeFromCountries, ReadsNamesAndTakesNoneForTheWorld) {
  using Names = std::vector<std::string_view>;
  EXPECT_EQ(joined(scope_from_countries(Names{})), "WORLD");
  EXPECT_EQ(joined(scope_from_countries(Names{"United States", "Canada", "United States"})),
            "CA US");
  EXPECT_EQ(joined(scope_from_countries(Names{"Congo, The Democratic Republic of the", "Georgia"})),
            "CD GE");
  EXPECT_EQ(joined(scope_from_countries(Names{"LATAM", "European Union", "Mexico"})),
            "EU LATAM MX");
  EXPECT_EQ(joined(scope_from_countries(Names{"Worldwide"})), "WORLD");
  EXPECT_EQ(joined(scope_from_countries(Names{"Atlantis", "Malta"})), "MT");
  EXPECT_EQ(joined(scope_from_countries(Names{"Offices in LATAM", "Lisbon"})), "");
  EXPECT_EQ(joined(scope_from_countries(Names{"Atlantis"})), "");
}

TEST(ScopeJson, IsWhatTheColumnHolds) {
  EXPECT_EQ(scope_json({}), "");
  EXPECT_EQ(scope_json(remote_scope("Remote - US")), R"(["US"])");
  EXPECT_EQ(scope_json(remote_scope("UK, Ireland")), R"(["GB","IE"])");
}

TEST(RemoteScope, SurvivesAnyBytes) {
  EXPECT_EQ(joined(remote_scope("\xFF\xFE Remote \xC3 (\xE2\x82 US")), "US");
  EXPECT_EQ(joined(remote_scope(")))(((,;|")), "");
  EXPECT_EQ(joined(remote_scope("or or or, remote / or")), "");
}

/// Quadratic work on a megabyte would take minutes.
TEST(RemoteScope, IsLinearInTheLengthOfTheText) {
  std::string text;
  while (text.size() < 1'000'000) text += "must be only remote or Georgia, not (US ";
  EXPECT_LE(remote_scope(text).size(), 2U);
  EXPECT_LE(scope_from_body(text).size(), 2U);
  EXPECT_TRUE(scope_from_body(std::string(1'000'000, '.')).empty());
}

}  // namespace
}  // namespace spearyx::normalize
