#include "normalize/remote/denial.h"

#include <gtest/gtest.h>

#include "normalize/body.h"

namespace spearyx::normalize {
namespace {

constexpr std::string_view kOnSite = "text says on-site";
constexpr std::string_view kHybrid = "text says hybrid";

struct SentenceCase {
  std::string_view text;
  std::string_view reason;
};

TEST(Denial, IsOutrightWhereTheTextSpeaksOfThePosition) {
  constexpr SentenceCase kCases[] = {
      {"This position is 100% on-site at our Austin greenhouse.", kOnSite},
      {"This role is fully onsite.", kOnSite},
      {"The position is strictly in-office, five days.", kOnSite},
      {"This is an on-site role in Denver.", kOnSite},
      {"This is a hybrid position.", kHybrid},
      {"This role will be hybrid.", kHybrid},
      {"This role is not remote.", kOnSite},
      {"This is not a remote position.", kOnSite},
      {"This role is not eligible for remote work.", kOnSite},
      {"The work cannot be done remotely.", kOnSite},
      {"This job can't be performed remotely.", kOnSite},
      {"A remote work environment is not considered for this opportunity.", kOnSite},
      {"Remote candidates will not be considered.", kOnSite},
      {"Remote work is not available.", kOnSite},
      {"No remote work.", kOnSite},
      {"It offers neither remote nor hybrid work.", kOnSite},
      {"Regular on-site presence is required.", kOnSite},
      {"You must be able to work on-site.", kOnSite},
      {"This role is based in our London office.", kOnSite},
      {"This job is located at our plant in Ohio.", kOnSite},
      {"This position is based at our research laboratory.", kOnSite},
      {"Diese Stelle ist vor Ort.", kOnSite},
      {"Kein Homeoffice.", kOnSite},
      {"Pas de télétravail.", kOnSite},
      {"Sin teletrabajo.", kOnSite},
      {"This role requires you to be in our Austin office.", kOnSite},
      {"Deze functie is hybride.", kHybrid},
      {"Questa posizione è ibrida.", kHybrid},
      {"Workplace: On-site", kOnSite},
      {"Workplace type: Hybrid", kHybrid},
      {"Work model: Hybrid", kHybrid},
      {"Location: Berlin (Hybrid)", kHybrid},
      {"Modalidad: presencial", kOnSite},
      {"Modelo de trabalho: híbrido", kHybrid},
      {"Sede di lavoro: Roma (ibrido)", kHybrid},
  };
  for (const SentenceCase& c : kCases) {
    const Denial denial = read_body(c.text).denial;
    EXPECT_EQ(denial.reason, c.reason) << c.text;
    EXPECT_TRUE(denial.is_outright) << c.text;
  }
}

TEST(Denial, IsAHintWhereTheTextSpeaksOfOffices) {
  constexpr SentenceCase kCases[] = {
      {"About the Role (On-site in our London Office)", kOnSite},
      {"On-site, Washington D.C.", kOnSite},
      {"Onsite in Denver, CO", kOnSite},
      {"Candidates must be able to commute to our office in Chicago.", kOnSite},
      {"You need to commute to the plant.", kOnSite},
      {"Work setup: Hybrid cloud and servers", kHybrid},
      {"Work type: Remote, Hybrid", kHybrid},
      {"You will be working from our Berlin office.", kOnSite},
      {"We work 3 days a week in the office.", kHybrid},
      {"2-3 days per week onsite.", kHybrid},
      {"In-office 4 days a week.", kHybrid},
      {"2 Tage pro Woche im Büro.", kHybrid},
      {"2 jours de télétravail par semaine.", kHybrid},
      {"Modalidad híbrida", kHybrid},
      {"Praca stacjonarna", kOnSite},
      {"#LI-Hybrid", kHybrid},
      {"#LI-Onsite", kOnSite},
  };
  for (const SentenceCase& c : kCases) {
    const Denial denial = read_body(c.text).denial;
    EXPECT_EQ(denial.reason, c.reason) << c.text;
    EXPECT_FALSE(denial.is_outright) << c.text;
  }
}

TEST(Denial, IsNoChoiceNoOccasionAndNoOneElse) {
  constexpr std::string_view kTexts[] = {
      "This is a remote position.",
      "This role is remote or hybrid.",
      "Work on-site or from home, as you like.",
      "Remote or hybrid (4 days per week in-office) schedules.",
      "Remote work is not available in New York.",
      "Occasional on-site presence is required.",
      "We meet on-site twice a year.",
      "In-office perks, and more!",
      "You support our customers on-site and remotely.",
      "This role can be based in our London office, but we are open to distributed work.",
      "We love meeting in person, but there is no pressure to come into the office.",
      "Our offices are in Berlin and Lisbon.",
      "Experience with hybrid clouds.",
      "Some roles require in-office work; this one is fully remote.",
      "We run a plant, a laboratory and a warehouse in Ohio.",
      "No need to commute to an office.",
      "We are a hybrid team of 1,500 people.",
      "Five days a week, eight hours a day.",
      "This position requires on-site visits to customers.",
      "No remote work experience is required.",
      "This role is hybrid cloud engineering.",
      "You may be willing to work on-site if necessary.",
      "Interviews must be in person.",
      "You provide onsite and remote support at our offices.",
      "Set up proper tracking of on-site search.",
      "Customers in the office of the future.",
      "You must be available 7 days a week.",
      "This is not a hybrid role.",
      "This is not an in-office job.",
      "This role does not require on-site presence.",
      "Este puesto no es presencial.",
      "No hybrid schedule.",
      "You never work from our office full time.",
      "Hybrid schedule for the team in Rome, remote for others.",
      "This role is in the office of the CTO.",
      "Learn more about our hybrid working model and benefits.",
      "",
  };
  for (const std::string_view text : kTexts) {
    EXPECT_EQ(read_body(text).denial.reason, "") << text;
  }
}

struct PostingCase {
  std::string_view title;
  std::string_view location;
  std::string_view remote_reason;
  std::string_view text;
  std::string_view reason;
};

TEST(DenialOf, WeighsTheTextAgainstWhatSaysRemote) {
  constexpr std::string_view kDenies = "This position is on-site.";
  constexpr std::string_view kHints = "We meet 3 days a week in the office.";
  constexpr PostingCase kCases[] = {
      {"Planner", "Berlin", "", kDenies, kOnSite},
      {"Planner", "Berlin", "", kHints, kHybrid},
      {"Planner", "Berlin", "", "We work from everywhere.", ""},
      {"Planner", "Remote", "location says remote", kDenies, kOnSite},
      {"Planner", "Remote", "location says remote", kHints, ""},
      {"Planner (Hybrid)", "Berlin", "", "", "title says hybrid"},
      {"Planner", "Berlin (On-site)", "", "", "location says on-site"},
      {"Planner", "Hybrid - Berlin", "", "", "location says hybrid"},
      {"Talent Pool", "Remote", "location says remote", "", "title offers no job"},
      {"Talent Community: Engineering", "Remote", "location says remote", "",
       "title offers no job"},
      {"Join our talent network", "Remote", "location says remote", "", "title offers no job"},
      {"General Application", "Remote", "location says remote", "", "title offers no job"},
      {"Initiativbewerbung", "Remote", "location says remote", "", "title offers no job"},
      {"Candidature spontanée", "Remote", "location says remote", "", "title offers no job"},
      {"Talent Pool Manager", "Remote", "location says remote", "", ""},
      {"Planner - Open Application", "Remote", "location says remote", "", ""},
  };
  for (const PostingCase& c : kCases) {
    Posting posting;
    posting.title = c.title;
    posting.location = c.location;
    posting.remote_reason = c.remote_reason;
    EXPECT_EQ(denial_of(posting, read_body(c.text).denial), c.reason) << c.title << " " << c.text;
  }
}

}  // namespace
}  // namespace spearyx::normalize
