// Kinds of statements about places that are easily read as others.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "normalize/scope/scope.h"

namespace spearyx::normalize {
namespace {

struct ScopeCase {
  std::string_view text;
  std::string_view codes;  // joined by spaces, "" for nothing stated
};

struct Kind {
  const char* name;
  std::vector<ScopeCase> cases;
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

std::string name_of(const ::testing::TestParamInfo<Kind>& info) { return info.param.name; }

std::string joined(const std::vector<std::string_view>& scope) {
  std::string all;
  for (const std::string_view code : scope) all.append(all.empty() ? "" : " ").append(code);
  return all;
}

class LocationKind : public ::testing::TestWithParam<Kind> {};
class TitleKind : public ::testing::TestWithParam<Kind> {};
class BodyKind : public ::testing::TestWithParam<Kind> {};

TEST_P(LocationKind, IsRead) {
  for (const ScopeCase& c : GetParam().cases) {
    EXPECT_EQ(joined(remote_scope(c.text)), c.codes) << c.text;
  }
}

TEST_P(TitleKind, IsRead) {
  for (const ScopeCase& c : GetParam().cases) {
    EXPECT_EQ(joined(scope_from_title(c.text).codes), c.codes) << c.text;
  }
}

TEST_P(BodyKind, IsRead) {
  for (const ScopeCase& c : GetParam().cases) {
    EXPECT_EQ(joined(scope_from_body(c.text)), c.codes) << c.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, LocationKind,
                         ::testing::Values(Kind{"NamesWithinNames",
                                                {{"Remote - New England", "US"},
                                                 {"Ontario, California", "US"},
                                                 {"Perth, Scotland", "GB"},
                                                 {"Perth, Scotland, UK", "GB"},
                                                 {"Perth, Western Australia", "AU"},
                                                 {"Sydney, New South Wales", "AU"},
                                                 {"Cardiff, South Wales", "GB"},
                                                 {"Tijuana, Baja California", "MX"},
                                                 {"Santiago, Dominican Republic", "DO"},
                                                 {"Melbourne, Florida", "US"},
                                                 {"Remote - New Mexico", "US"},
                                                 {"New Delhi", "IN"},
                                                 {"Hannover, Lower Saxony", "DE"},
                                                 {"Linz, Upper Austria", "AT"},
                                                 {"Ontario", "CA"},
                                                 {"Tokyo, Singapore", "JP SG"}}},
                                           Kind{"CityAndCode",
                                                {{"Smallville, CO", ""},
                                                 {"Bandung, ID", "ID"},
                                                 {"Smallville, MA", ""},
                                                 {"Smallville, AR", ""},
                                                 {"Smallville, IL", ""},
                                                 {"Boulder, CO", "US"},
                                                 {"Waltham, MA", "US"},
                                                 {"Naperville, IL", "US"},
                                                 {"Alpharetta, GA", "US"},
                                                 {"King of Prussia, PA", "US"},
                                                 {"Smallville, TX", "US"},
                                                 {"Smallville, ON", "CA"},
                                                 {"Mendoza, AR", "AR"}}},
                                           Kind{"OwnLanguages",
                                                {{"Remote – Österreich", "AT"},
                                                 {"Remote – Česko", "CZ"},
                                                 {"Remote - Schweiz", "CH"},
                                                 {"Remoto - España", "ES"},
                                                 {"Télétravail, Pays-Bas", "NL"},
                                                 {"Remote, Allemagne", "DE"},
                                                 {"Remoto, Estados Unidos", "US"},
                                                 {"Homeoffice, Großbritannien", "GB"},
                                                 {"Praca zdalna, Polska", "PL"},
                                                 {"Lavoro da remoto, Germania", "DE"},
                                                 {"Remote, Magyarország", "HU"},
                                                 {"Remote, Hrvatska", "HR"},
                                                 {"リモート、日本", "JP"},
                                                 {"Remote - Lateinamerika", "LATAM"},
                                                 {"Remote, Unión Europea", "EU"}}},
                                           Kind{"AnyCountryOf",
                                                {{"Remote - Any European country", "EUROPE"},
                                                 {"Any EU country", "EU"},
                                                 {"Remote, EU member states", "EU"},
                                                 {"Remote (European Union)", "EU"},
                                                 {"LATAM countries", "LATAM"},
                                                 {"Remote - Nordic countries", "DK FI IS NO SE"}}},
                                           Kind{"WordsForRemoteWork",
                                                {{"Virtual - US", "US"},
                                                 {"Home Office, Deutschland", "DE"},
                                                 {"Teletrabalho, Brasil", "BR"},
                                                 {"Telework, Canada", "CA"},
                                                 {"Thuiswerken, Nederland", "NL"}}}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(Kinds, TitleKind,
                         ::testing::Values(Kind{"End",
                                                {{"Planner LATAM", "LATAM"},
                                                 {"Planner Mexico", "MX"},
                                                 {"Planner - EMEA Remote", "EMEA"},
                                                 {"Planner (US)", "US"},
                                                 {"Planner, Germany (m/w/d)", "DE"},
                                                 {"Planner | Remote | Spain or Portugal", "ES PT"},
                                                 {"Planner Remote Latin America", "LATAM"},
                                                 {"Planner - Fully Remote, Canada", "CA"}}},
                                           Kind{"NotTheEnd",
                                                {{"Planner", ""},
                                                 {"Europe Planner", ""},
                                                 {"Planner for US Company", ""},
                                                 {"Planner for Germany", ""},
                                                 {"German-speaking Planner", ""},
                                                 {"Mexico", ""},
                                                 {"Planner covering France", ""}}}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(
    Kinds, BodyKind,
    ::testing::Values(
        Kind{"OnlyBeforeAColon",
             {{"US only: this role is open to residents.", "US"},
              {"UK only", "GB"},
              {"(Canada only)", "CA"},
              {"EU residents only", "EU"},
              {"Remote (Germany only)", "DE"}}},
        Kind{"AnyCountryOf",
             {{"You may live in any country of the European Union.", "EU"},
              {"You can work from any country in Europe.", "EUROPE"},
              {"Open to candidates from any EU country.", "EU"},
              {"Work from any state in the US.", "US"},
              {"We have customers in every country of Europe.", ""},
              {"You may live in either country in North America.", "NORTH_AMERICA"},
              {"Sales in any country of the EU is your responsibility.", ""},
              {"Your customers sit in every country of Europe.", ""}}},
        Kind{"Residents",
             {{"You must be a U.S. resident.", "US"},
              {"Applicants must be a US resident to apply.", "US"},
              {"We seek Canada residents.", "CA"},
              {"UK residents only", "GB"},
              {"Free returns for US residents", ""},
              {"We serve the residents of Berlin.", ""}}},
        Kind{"AllStates",
             {{"This position is open to candidates in all 50 US states.", "US"},
              {"We hire in all 50 states.", "US"},
              {"You may work from anywhere in the 50 states.", "US"},
              {"We can only hire in these states: AL, AZ, CA, CO, CT, FL.", "US"},
              {"We are licensed in all 50 states.", ""},
              {"Customers in 50 states trust us.", ""}}},
        Kind{"WeHire",
             {{"We hire in Canada and Mexico.", "CA MX"},
              {"We employ people across Europe.", "EUROPE"},
              {"We recruit within Germany.", "DE"},
              {"We do not hire in California.", ""},
              {"We hire the best.", ""}}},
        Kind{"Depuis",
             {{"Poste en télétravail complet depuis la France.", "FR"},
              {"Travaillez en remote depuis la Belgique.", "BE"},
              {"Télétravail possible depuis l'Espagne", "ES"},
              {"Nous sommes présents depuis la France.", ""},
              {"Leader du marché depuis 2010 en France", ""}}},
        Kind{
            "PlaceBased",
            {{"We are looking for a LATAM-based developer.", "LATAM"},
             {"Seeking a US-based editor.", "US"},
             {"UK-based candidates preferred.", "GB"},
             {"You must be Canada-based.", "CA"},
             {"We need a specialist, based in Latin America, available to work remotely.", "LATAM"},
             {"We work with a US-based client.", ""},
             {"You work with our US-based teams.", ""},
             {"A Berlin-based startup is looking for you.", ""},
             {"We are a company based in Berlin looking for a developer.", ""}}},
        Kind{"Worldwide",
             {{"Worldwide", "WORLD"},
              {"Fully remote, worldwide", "WORLD"},
              {"Fully remote format - work from anywhere", "WORLD"},
              {"Anywhere in the world", "WORLD"},
              {"Customers worldwide", ""},
              {"Work from anywhere for four weeks a year", ""}}},
        Kind{"Openings",
             {{"Remote - Europe, CET ±2hrs. We build.", "EUROPE"},
              {"Fully remote (US and Canada)", "CA US"},
              {"Remote, Spain", "ES"},
              {"Remote - Poland or Romania", "PL RO"},
              {"Remote work in Europe is on the rise.", ""}}},
        Kind{"RegionsOfTheRole",
             {{"For this role, you can be within the EMEA region (excluding France).", "EMEA"},
              {"We accept remote fellows in the UK, US, or Canada.", "CA GB US"},
              {"This is a remote-first role within Canada.", "CA"},
              {"You may be anywhere in Germany.", "DE"},
              {"Location: Spain", "ES"}}},
        Kind{"OwnLanguages",
             {{"Du hast deinen Wohnsitz in Deutschland.", "DE"},
              {"Debes residir en México.", "MX"},
              {"Trabaja desde cualquier lugar de España.", "ES"},
              {"Poste ouvert partout en France.", "FR"},
              {"Trabalhe de qualquer lugar do Brasil.", "BR"},
              {"Une entreprise basée en France.", ""},
              {"Vous devez résider en Belgique.", "BE"},
              {"Puesto remoto para quienes residan en Chile.", "CL"},
              {"Buscamos personas que vivan en Perú.", "PE"},
              {"Reside em Portugal e trabalha de casa.", "PT"},
              {"Lavori da remoto da tutta Italia.", "IT"},
              {"Devi risiedere in Italia.", "IT"},
              {"Praca zdalna na terenie całej Polski.", "PL"},
              {"Mieszkasz w Polsce.", "PL"},
              {"Je woont in België.", "BE"},
              {"Du är bosatt i Sverige.", "SE"},
              {"Remote innerhalb der Schweiz.", "CH"}}},
        Kind{"WhoMayApply",
             {{"You must be a resident of Norway.", "NO"},
              {"This is a remote position for candidates located in Asia.", "ASIA"},
              {"The opportunity is for people residing in Kenya.", "KE"},
              {"Applicants must have their primary residence in Japan.", "JP"},
              {"The role for gardeners who love Italy.", ""},
              {"This role is not open to residents of Canada.", ""},
              {"This is a Spain-based remote role.", "ES"},
              {"You support our UK-based sales team.", ""}}},
        Kind{"WhereWeHire",
             {{"We can only hire people living in Malta or Cyprus.", "CY MT"},
              {"We are hiring in Chile and Peru for this remote role.", "CL PE"},
              {"We're hiring in New Zealand.", "NZ"},
              {"We are open to hiring in APAC.", "APAC"},
              {"We are not hiring in Chile.", ""},
              {"We can't hire in Peru.", ""},
              {"We do not currently hire in Malta.", ""}}},
        Kind{"Lists",
             {{"Eligible states: Ohio, Utah and Texas", "US"},
              {"You can work from any of these states: Ohio, Utah, Texas.", "US"},
              {"We can employ you in the following countries: Norway, Sweden.", "NO SE"},
              {"We have customers in the following countries: Norway, Sweden.", ""},
              {"Job location: Remote, Norway", "NO"},
              {"Job location: Oslo", ""}}},
        Kind{"AnywhereInTheWorld",
             {{"We hire from anywhere in the world.", "WORLD"},
              {"You can live anywhere in the world.", "WORLD"},
              {"You can be based anywhere in the world.", "WORLD"},
              {"Candidates from anywhere in the world are welcome.", "WORLD"},
              {"A remote role, open worldwide.", "WORLD"},
              {"We serve customers anywhere in the world.", ""},
              {"Our app can be used anywhere in the world.", ""},
              {"We can ship anywhere in the world.", ""}}}),
    name_of);

struct WiderCase {
  std::vector<std::string_view> scope;
  std::vector<std::string_view> than;
  bool expected;
};

TEST(IsWider, HoldsOfRegionsAndTheirParts) {
  const WiderCase cases[] = {
      {{"EMEA"}, {"FR"}, true},  {{"EUROPE"}, {"DE", "GB"}, true},  {{"EU"}, {"GB"}, false},
      {{"LATAM"}, {"MX"}, true}, {{"NORTH_AMERICA"}, {"MX"}, true}, {{"APAC"}, {"AU"}, true},
      {{"EMEA"}, {"EU"}, true},  {{"WORLD"}, {"US"}, true},         {{"CA", "US"}, {"US"}, true},
      {{"US"}, {"US"}, false},   {{"US"}, {"CA", "US"}, false},     {{"US"}, {}, false},
      {{}, {"US"}, false},
  };
  for (const WiderCase& c : cases) {
    EXPECT_EQ(is_wider(c.scope, c.than), c.expected) << joined(c.scope) << " / " << joined(c.than);
  }
}

TEST(Regions, AreOpenToTheirCountries) {
  struct OpenCase {
    std::string_view country;
    std::string_view codes;
  };
  for (const OpenCase& c : std::initializer_list<OpenCase>{
           {"DE", "DE EU EUROPE EMEA WORLD"},
           {"GB", "GB EUROPE EMEA WORLD"},
           {"US", "US NORTH_AMERICA WORLD"},
           {"MX", "MX NORTH_AMERICA LATAM WORLD"},
           {"BR", "BR LATAM WORLD"},
           {"IN", "IN ASIA APAC WORLD"},
           {"NZ", "NZ OCEANIA APAC WORLD"},
           {"EG", "EG MIDDLE_EAST AFRICA EMEA WORLD"},
           {"AQ", "AQ WORLD"},
       }) {
    EXPECT_EQ(joined(codes_open_to(c.country)), c.codes) << c.country;
  }
  EXPECT_TRUE(is_region("WORLD"));
  EXPECT_TRUE(is_region("EU"));
  EXPECT_FALSE(is_region("DE"));
}

}  // namespace
}  // namespace spearyx::normalize
