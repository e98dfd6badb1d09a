#include <algorithm>
#include <array>

#include "normalize/scope/countries.h"
#include "normalize/scope/scope.h"

namespace spearyx::normalize {
namespace {

struct Region {
  std::string_view code;
  /// Codes of countries, and of regions that it holds as a whole.
  std::string_view members;
};

constexpr std::array<Region, 10> kRegions = {{
    {"EU", "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"},
    {"EUROPE", "EU AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM TR UA VA"},
    {"MIDDLE_EAST", "AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE"},
    {"AFRICA",
     "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML "
     "MR MU MW MZ NA NE NG RE RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW"},
    {"EMEA", "EUROPE EU MIDDLE_EAST AFRICA"},
    {"NORTH_AMERICA", "BM CA GL MX PM US"},
    {"LATAM",
     "AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC "
     "MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"},
    {"ASIA",
     "AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV "
     "MY "
     "NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE"},
    {"OCEANIA", "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS"},
    {"APAC", "ASIA OCEANIA"},
}};

/// Whether a list of codes, one space between them, has one.
bool lists(std::string_view codes, std::string_view code) {
  for (std::size_t at = codes.find(code); at != codes.npos; at = codes.find(code, at + 1)) {
    const bool begins = at == 0 || codes[at - 1] == ' ';
    const std::size_t end = at + code.size();
    if (begins && (end == codes.size() || codes[end] == ' ')) return true;
  }
  return false;
}

bool holds(std::string_view region, std::string_view code) {
  if (region == code || region == kWorld) return true;
  const auto row = std::ranges::find(kRegions, region, &Region::code);
  if (row == kRegions.end()) return false;
  return lists(row->members, code) || std::ranges::any_of(kRegions, [&](const Region& part) {
           return lists(row->members, part.code) && holds(part.code, code);
         });
}

}  // namespace

bool is_wider(std::span<const std::string_view> scope, std::span<const std::string_view> than) {
  const auto is_held = [scope](std::string_view code) {
    return std::ranges::any_of(scope, [code](std::string_view wide) { return holds(wide, code); });
  };
  return !std::ranges::equal(scope, than) && !than.empty() && std::ranges::all_of(than, is_held);
}

bool is_region(std::string_view code) {
  return code == kWorld || std::ranges::contains(kRegions, code, &Region::code);
}

std::vector<std::string_view> codes_open_to(std::string_view country) {
  std::vector<std::string_view> codes{country};
  for (const Region& region : kRegions) {
    if (holds(region.code, country)) codes.push_back(region.code);
  }
  codes.push_back(kWorld);
  return codes;
}

}  // namespace spearyx::normalize
