#include "normalize/remote/rule.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace spearyx::normalize {

void PrintTo(RemoteDecision decision, std::ostream* out) {
  constexpr const char* kNames[] = {"remote", "hybrid", "on-site", "not stated"};
  *out << kNames[static_cast<int>(decision)];
}

namespace {

using enum RemoteDecision;
using Texts = std::vector<std::string_view>;
using Fields = std::vector<Metadata>;

struct StatementCase {
  std::string_view text;
  RemoteDecision expected;
};

TEST(WorkplaceOf, ReadsLocationTexts) {
  constexpr StatementCase kCases[] = {
      // Remote.
      {"Remote", kRemote},
      {"Remote ", kRemote},
      {"REMOTE - US", kRemote},
      {"US-Remote, US-San Francisco, US-Chicago", kRemote},
      {"US-San Francisco, US-West Coast (Remote) ", kRemote},
      {"Remote-Friendly, United States", kRemote},
      {"Remote-Friendly (Travel-Required)", kRemote},
      {"Remote eligible", kRemote},
      {"100% remote", kRemote},
      {"Fully Remote (EMEA)", kRemote},
      {"Anywhere", kRemote},
      {"Anywhere in the US", kRemote},
      {"Work from anywhere", kRemote},
      {"Home based - Worldwide", kRemote},
      {"Work from Home, Ohio", kRemote},
      {"Distributed", kRemote},
      {"Télétravail, France", kRemote},
      {"Remoto - Colombia", kRemote},
      {"WFH", kRemote},
      {"Remote (20% travel)", kRemote},
      {"Remote, 4 day week", kRemote},
      {"Remote (not hybrid)", kRemote},
      {"Berlin, remote possible", kRemote},
      {"Remote (not available in NY)", kRemote},
      {"Remote - Not available in CA", kRemote},
      {"Remote, not open to California", kRemote},
      {"Remote - Part Time", kRemote},
      {"Part-time remote", kRemote},
      {"Fully Remote (Limited to US)", kRemote},
      {"Remote (occasional travel)", kRemote},
      {"Remote - some travel required", kRemote},
      {"Remote, Semi-annual meetups", kRemote},
      // One remote place of several is enough.
      {"San Francisco, CA; New York; Remote", kRemote},
      {"Columbus; New York City, Santa Barbara; Remote", kRemote},
      {"New York or Remote", kRemote},
      {"London (Hybrid) or Remote (UK)", kRemote},
      {"London (Hybrid), Remote (US)", kRemote},
      {"On-site in Austin | Remote", kRemote},
      {"Full-time Onsite or Remote", kRemote},
      // Hybrid.
      {"Hybrid", kHybrid},
      {"Hybrid remote – London", kHybrid},
      {"Remote/Hybrid", kHybrid},
      {"Hybrid (2 days remote)", kHybrid},
      {"Hybrid (office or remote)", kHybrid},
      {"New York City - Hybrid", kHybrid},
      {"Híbrido, Madrid", kHybrid},
      {"Partially remote, Oslo", kHybrid},
      {"Semi-remote", kHybrid},
      {"50% remote", kHybrid},
      {"Remote 2 days/week", kHybrid},
      {"Zurich, 3 days remote per week", kHybrid},
      {"Mostly remote", kHybrid},
      {"Some remote work", kHybrid},
      {"Part remote, Leeds", kHybrid},
      {"Télétravail partiel", kHybrid},
      {"Teletrabajo parcial", kHybrid},
      // On-site.
      {"On-site", kOnSite},
      {"Onsite - Denver", kOnSite},
      {"On-site / Remote possible", kOnSite},
      {"Remote-first company, on-site in Berlin", kOnSite},
      {"In-office, Chicago", kOnSite},
      {"In person (Dallas)", kOnSite},
      {"Not remote", kOnSite},
      {"No remote", kOnSite},
      {"Non-remote, Boston", kOnSite},
      {"This is not a remote role", kOnSite},
      {"Remote: No", kOnSite},
      {"Remote not available", kOnSite},
      {"Remote work is not possible", kOnSite},
      {"Remote: false", kOnSite},
      {"Remote unavailable", kOnSite},
      {"Not hybrid or remote", kOnSite},
      // Neither.
      {"", kNotStated},
      {"Sydney, Australia", kNotStated},
      {"Remote Sensing Lab, Boulder", kNotStated},
      {"Remote Operations Center, Houston", kNotStated},
      {"Remoteville, Ohio", kNotStated},
      {"Premote", kNotStated},
      {"United States", kNotStated},
      {"SF, NYC, SEA, CHI", kNotStated},
      {"\xFF\xFE;|()", kNotStated},
  };
  for (const StatementCase& c : kCases) EXPECT_EQ(workplace_of(c.text), c.expected) << c.text;
}

struct GreenhouseCase {
  std::string_view location;
  Texts offices;
  Fields metadata;
  RemoteDecision decision;
  std::string_view reason;
};

TEST(GreenhouseRemote, WeighsMetadataLocationAndOffices) {
  const GreenhouseCase cases[] = {
      {"Remote, Italy", {}, {}, kRemote, "location says remote"},
      {"Paris, France", {}, {}, kNotStated, "nothing says remote"},
      {"", {}, {}, kNotStated, "nothing says remote"},
      // The employer's field beats the place name.
      {"Sydney, Australia", {}, {{"Location Type", "Remote"}}, kRemote, "metadata says remote"},
      {"Sydney, Australia",
       {},
       {{"Location Type", "Remote-Friendly"}},
       kRemote,
       "metadata says remote"},
      {"Canada", {"Canada"}, {{"Workplace Type", "Remote"}}, kRemote, "metadata says remote"},
      {"Remote, Brazil", {}, {{"Workplace Type", "Hybrid"}}, kHybrid, "metadata says hybrid"},
      {"Remote - US",
       {"Remote"},
       {{"Workplace Type", "On-Site"}},
       kOnSite,
       "metadata says on-site"},
      {"Remote - US", {}, {{"Work Model", "In-Office"}}, kOnSite, "metadata says on-site"},
      {"Remote - US", {}, {{"Working arrangement", "Office"}}, kOnSite, "metadata says on-site"},
      {"Lisbon", {}, {{"Remote Status", "Fully Remote"}}, kRemote, "metadata says remote"},
      {"Lisbon", {}, {{"Work Location", "Remote - EMEA"}}, kRemote, "metadata says remote"},
      // A field that says nothing leaves the rest to speak.
      {"Remote", {}, {{"Workplace Type", ""}}, kRemote, "location says remote"},
      {"Remote", {}, {{"Workplace Type", "Flexible"}}, kRemote, "location says remote"},
      {"Austin", {}, {{"Employment Type", "Remote"}}, kNotStated, "nothing says remote"},
      {"Austin", {}, {{"Remote Pay Zone", "Remote"}}, kNotStated, "nothing says remote"},
      {"Remote",
       {},
       {{"Time Type", "Full time"}, {"Job Level", "30"}},
       kRemote,
       "location says remote"},
      // Yes and no.
      {"Austin", {}, {{"Remote", "true"}}, kRemote, "metadata says remote"},
      {"Austin", {}, {{"Is this role remote?", "Yes"}}, kRemote, "metadata says remote"},
      {"Remote", {}, {{"Remote Eligible", "false"}}, kOnSite, "metadata says on-site"},
      {"Remote", {}, {{"Remote?", "No"}}, kOnSite, "metadata says on-site"},
      {"Remote", {}, {{"Hybrid", "true"}}, kHybrid, "metadata says hybrid"},
      {"Remote", {}, {{"Hybrid", "false"}}, kRemote, "location says remote"},
      {"Remote", {}, {{"On-site", "true"}}, kOnSite, "metadata says on-site"},
      {"Austin", {}, {{"Remote onboarding", "true"}}, kNotStated, "nothing says remote"},
      {"Austin", {}, {{"Remote or hybrid", "true"}}, kNotStated, "nothing says remote"},
      {"Austin", {}, {{"Is this job part of ACC?", "true"}}, kNotStated, "nothing says remote"},
      // A choice of several, and fields that differ.
      {"Austin",
       {},
       {{"Workplace Type", "Hybrid"}, {"Workplace Type", "Remote"}},
       kRemote,
       "metadata says remote"},
      {"Austin",
       {},
       {{"Workplace Type", "Remote"}, {"Work Model", "Hybrid"}},
       kHybrid,
       "metadata says hybrid"},
      {"Austin",
       {},
       {{"Workplace Type", "Remote"}, {"Remote", "false"}},
       kRemote,
       "metadata says remote"},
      // Offices speak where the location does not.
      {"Kuala Lumpur", {"Remote (Malaysia)"}, {}, kRemote, "offices say remote"},
      {"Lagos", {"Remote Nigeria", "Remote Africa"}, {}, kRemote, "offices say remote"},
      {"London", {"London", "Remote - UK"}, {}, kNotStated, "nothing says remote"},
      {"", {"London", "Remote - UK"}, {}, kRemote, "offices say remote"},
      {"New York City", {"New York City - Hybrid"}, {}, kHybrid, "offices say hybrid"},
      {"New York", {"Remote", "New York (Hybrid)"}, {}, kHybrid, "offices say hybrid"},
      {"Remote", {"Columbus"}, {}, kRemote, "location says remote"},
      {"US Remote", {"New York City - Hybrid"}, {}, kRemote, "location says remote"},
      {"London (Hybrid)", {"Remote - UK"}, {}, kHybrid, "location says hybrid"},
      {"Hybrid remote – London", {"Remote"}, {}, kHybrid, "location says hybrid"},
  };
  for (const GreenhouseCase& c : cases) {
    const RemoteVerdict verdict = greenhouse_remote(c.location, c.offices, c.metadata);
    const std::string name = c.metadata.empty() ? "" : std::string(c.metadata[0].name);
    EXPECT_EQ(verdict.decision, c.decision) << c.location << " / " << name;
    EXPECT_EQ(verdict.reason, c.reason) << c.location << " / " << name;
  }
}

struct LeverCase {
  std::string_view workplace_type;
  std::string_view location;
  std::string_view commitment;
  Texts all_locations;
  RemoteDecision decision;
  std::string_view reason;
};

TEST(LeverRemote, FollowsWorkplaceTypeThenTheTexts) {
  const LeverCase cases[] = {
      {"remote", "Chicago, IL", "Contract", {"Chicago, IL"}, kRemote, "workplace type remote"},
      {"Remote", "", "", {}, kRemote, "workplace type remote"},
      {"hybrid", "London", "Full-time", {"London"}, kHybrid, "workplace type hybrid"},
      {"hybrid", "Cairo", "Full-time", {"Cairo", "Remote"}, kHybrid, "workplace type hybrid"},
      {"hybrid", "Remote", "Full-time: Remote", {}, kHybrid, "workplace type hybrid"},
      {"onsite", "Remote", "Full-time", {"Remote"}, kOnSite, "workplace type on-site"},
      {"on-site", "Austin", "Full-time", {}, kOnSite, "workplace type on-site"},
      {"unspecified", "Remote - US", "Full-time", {}, kRemote, "location says remote"},
      {"unspecified", "Paris", "Full-time: Remote", {}, kRemote, "commitment says remote"},
      {"unspecified", "Paris", "Full-time Onsite or Remote", {}, kRemote, "commitment says remote"},
      {"unspecified", "Paris", "CDI", {"Paris", "Remote"}, kRemote, "locations say remote"},
      {"unspecified", "Paris", "CDI", {"Paris", "Lyon"}, kNotStated, "nothing says remote"},
      {"unspecified", "Remote", "Full-time Onsite", {}, kOnSite, "commitment says on-site"},
      {"unspecified", "Hybrid - Lyon", "Full-time: Remote", {}, kHybrid, "location says hybrid"},
      {"unspecified", "Hybrid - Lyon", "CDI", {"Remote"}, kHybrid, "location says hybrid"},
      {"unspecified", "Lyon", "CDI", {"Lyon (Hybrid)"}, kHybrid, "locations say hybrid"},
      {"", "Remote", "", {}, kRemote, "location says remote"},
      {"", "", "", {}, kNotStated, "nothing says remote"},
      {"telepathic", "Anywhere", "", {}, kRemote, "location says remote"},
  };
  for (const LeverCase& c : cases) {
    const RemoteVerdict verdict =
        lever_remote(c.workplace_type, c.location, c.commitment, c.all_locations);
    EXPECT_EQ(verdict.decision, c.decision) << c.workplace_type << " / " << c.location;
    EXPECT_EQ(verdict.reason, c.reason) << c.workplace_type << " / " << c.location;
  }
}

TEST(FlaggedRemote, FollowsTheFlagsThenTheLocation) {
  const struct {
    WorkplaceFlags flags;
    const char* location;
    RemoteDecision decision;
    std::string_view reason;
  } cases[] = {
      {{.remote = true, .hybrid = false, .on_site = false}, "Lisbon", kRemote, "flag says remote"},
      {{.remote = true}, "Hybrid", kRemote, "flag says remote"},
      {{.remote = true, .hybrid = true}, "Remote", kHybrid, "flag says hybrid"},
      {{.remote = true, .on_site = true}, "Remote", kOnSite, "flag says on-site"},
      {{.hybrid = true}, "Remote", kHybrid, "flag says hybrid"},
      {{.remote = false}, "Remote", kOnSite, "flag says not remote"},
      {{.hybrid = false, .on_site = false}, "Remote", kRemote, "location says remote"},
      {{}, "Lisbon (Hybrid)", kHybrid, "location says hybrid"},
      {{}, "Lisbon", kNotStated, "nothing says remote"},
  };
  for (const auto& c : cases) {
    const RemoteVerdict verdict = flagged_remote(c.flags, c.location);
    EXPECT_EQ(verdict.decision, c.decision) << c.reason << ", " << c.location;
    EXPECT_EQ(verdict.reason, c.reason) << c.location;
  }
}

/// Quadratic work on a megabyte would take minutes.
TEST(WorkplaceOf, IsLinearInTheLengthOfTheText) {
  std::string text = "not ";
  while (text.size() < 1'000'000) text += "or remote ";
  EXPECT_EQ(workplace_of(text), kOnSite);
  EXPECT_EQ(workplace_of(std::string(1'000'000, ';')), kNotStated);
}

}  // namespace
}  // namespace spearyx::normalize
