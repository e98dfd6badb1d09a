#include <gtest/gtest.h>

#include <array>
#include <ostream>

#include "normalize/remote/rule.h"

namespace spearyx::normalize {

void PrintTo(RemoteDecision decision, std::ostream* out);

namespace {

using enum RemoteDecision;

struct TitleCase {
  std::string_view title;
  RemoteDecision expected;
};

TEST(TitleWorkplace, ReadsWhatIsSetOffOrStandsAtAnEnd) {
  constexpr TitleCase kCases[] = {
      {"Garden Planner - Remote", kRemote},
      {"Garden Planner (Remote)", kRemote},
      {"Garden Planner – 100% remote", kRemote},
      {"Garden Planner, Remote (US)", kRemote},
      {"Garden Planner [Fully Remote, EMEA]", kRemote},
      {"Garden Planner | Remote | Full-time", kRemote},
      {"Gartenplaner (m/w/d) - Homeoffice", kRemote},
      {"Paysagiste – Télétravail", kRemote},
      {"Jardinero (remoto)", kRemote},
      {"Ogrodnik - praca zdalna", kRemote},
      {"庭師（リモート）", kNotStated},
      {"Remote Garden Planner", kRemote},
      {"Fully Remote Garden Planner", kRemote},
      {"Garden Planner Remote", kRemote},
      {"Garden Planner Remote Europe", kRemote},
      {"Garden Planner (Hybrid)", kHybrid},
      {"Garden Planner - Hybrid, Berlin", kHybrid},
      {"Garden Planner (Remote/Hybrid)", kHybrid},
      {"Garden Planner Hybrid", kHybrid},
      {"Garden Planner (Temporarily Remote)", kHybrid},
      {"Garden Planner - Partially Remote", kHybrid},
      {"Gärtner (hybrides Arbeiten, vor Ort)", kOnSite},
      {"Garden Planner (On-site)", kOnSite},
      {"Garden Planner - Onsite London", kOnSite},
      {"Jardinero - presencial", kOnSite},
      {"Gärtner - vor Ort", kOnSite},
      {"Remote Sensing Gardener", kNotStated},
      {"Remote Support Gardener", kNotStated},
      {"Head of Remote", kNotStated},
      {"Hybrid Cloud Gardener", kNotStated},
      {"On-site Manager", kNotStated},
      {"Virtual Assistant", kNotStated},
      {"Gardener", kNotStated},
      {"", kNotStated},
  };
  for (const TitleCase& c : kCases) EXPECT_EQ(title_workplace(c.title), c.expected) << c.title;
}

TEST(TaggedWorkplace, ReadsTheTagOfAJobNetwork) {
  constexpr TitleCase kCases[] = {
      {"Apply now. #LI-Remote", kRemote},
      {"#LI_Remote_US", kRemote},
      {"<p>#li-remote</p>", kRemote},
      {"#LI-Hybrid", kHybrid},
      {"#Li-Hybrid_CapeTown", kHybrid},
      {"#LI-Onsite", kOnSite},
      {"#LI-DNI #LI-Remote", kRemote},
      {"#LI-Remote #LI-Hybrid", kNotStated},
      {"LI-Remote", kNotStated},
      {"#remote", kNotStated},
      {"#LI", kNotStated},
      {"", kNotStated},
  };
  for (const TitleCase& c : kCases) EXPECT_EQ(tagged_workplace(c.title), c.expected) << c.title;
}

struct SettleCase {
  RemoteVerdict by_fields;
  std::string_view title;
  std::string_view description;
  std::string_view reason;
};

TEST(Settle, LetsTitleAndTagWidenButNotRescue) {
  constexpr RemoteVerdict kNothing{kNotStated, "nothing says remote"};
  constexpr RemoteVerdict kByPlace{kRemote, "location says remote"};
  constexpr RemoteVerdict kExcluded{kHybrid, "location says hybrid"};
  constexpr RemoteVerdict kByField{kRemote, "metadata says remote", true};
  constexpr SettleCase kCases[] = {
      {kNothing, "Planner - Remote", "", "title says remote"},
      {kNothing, "Planner (Hybrid)", "#LI-Remote", "title says hybrid"},
      {kNothing, "Planner", "Join us. #LI-Remote", "tag says remote"},
      {kNothing, "Planner", "Join us. #LI-Hybrid", "tag says hybrid"},
      {kNothing, "Planner", "Join us.", "nothing says remote"},
      {kByPlace, "Planner (Hybrid)", "", "title says hybrid"},
      {kByPlace, "Planner (On-site)", "", "title says on-site"},
      {kByPlace, "Planner", "#LI-Hybrid", "location says remote"},
      {kExcluded, "Planner (Remote)", "#LI-Remote", "location says hybrid"},
      {kByField, "Planner (Hybrid)", "", "metadata says remote"},
  };
  for (const SettleCase& c : kCases) {
    const std::array<std::string_view, 1> description{c.description};
    EXPECT_EQ(settle(c.by_fields, c.title, description).reason, c.reason) << c.title;
  }
}

}  // namespace
}  // namespace spearyx::normalize
