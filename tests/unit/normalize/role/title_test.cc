#include "normalize/role/title.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace spearyx::normalize {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

struct TitleCase {
  std::string_view title;
  std::string_view words;
  std::string_view names = "";
  std::string_view location = "";
};

constexpr std::string_view kText =
    "We look for an engineer, or a store supervisor, with a sense for growth, payments and "
    "Kubernetes.";

void expect(const std::vector<TitleCase>& cases) {
  const TextWords text(kText);
  for (const TitleCase& c : cases) {
    const RoleTitle title = role_title(c.title, c.location, text);
    EXPECT_EQ(joined(title.words), c.words) << c.title;
    EXPECT_EQ(joined(title.names), c.names) << c.title;
  }
}

TEST(RoleTitle, LosesPlacesAndWordsForRemoteWork) {
  expect({
      {"Platform Engineer (Remote)", "engineer platform"},
      {"Remote Platform Engineer", "engineer platform"},
      {"Platform Engineer - Remote, Germany", "engineer platform"},
      {"Platform Engineer (Remote within Canada)", "engineer platform"},
      {"Platform Engineer | EMEA", "engineer platform"},
      {"Platform Engineer, New York, NY", "engineer platform"},
      {"Platform Engineer - work from home", "engineer platform"},
      {"Platform Engineer in Home Office", "engineer platform"},
      {"Platform Engineer - 100% Remote (Full Time)", "100 engineer platform"},
  });
}

TEST(RoleTitle, LosesLettersForGendersAndNumbersOfRequisitions) {
  expect({
      {"Entwickler (m/w/d)", "entwickler"},
      {"Entwickler m/w/d", "entwickler"},
      {"Développeur H/F", "developpeur"},
      {"Engineer (all genders)", "engineer"},
      {"Engineer #20391", "engineer"},
      {"Engineer (20391)", "engineer"},
      {"Intern (Summer 2027)", "2027 intern summer"},
      {"R Developer", "developer r"},
  });
}

TEST(RoleTitle, KeepsLevelsTeamsLanguagesAndContractsInOneSpelling) {
  expect({
      {"Sr. Engineer II", "2 engineer senior"},
      {"Senior Engineer 2", "2 engineer senior"},
      {"Jr Front-end Engineer", "engineer frontend junior"},
      {"Junior Frontend Engineer", "engineer frontend junior"},
      {"Engineer, Payments", "engineer payments"},
      {"Engineer - Growth", "engineer growth"},
      {"Support Agent (Japanese speaking)", "agent japanese speaking support"},
      {"Engineer (Contractor)", "contract engineer"},
      {"Engineer - part time", "engineer parttime"},
      {"Mobile iOS Engineer", "engineer ios mobile"},
      {"Mobile Android Engineer L6", "android engineer l6 mobile"},
  });
}

TEST(RoleTitle, SetsNamesApartThatTellNothingOfTheWork) {
  expect({
      {"Store Supervisor - Ormonde", "store supervisor", "ormonde"},
      {"Sales Representative (Tlemcen)", "representative sales", "tlemcen"},
      // In the text, in the location, or of a client.
      {"Engineer - Kubernetes", "engineer kubernetes"},
      {"Engineer in Oftersheim", "engineer", "", "Oftersheim"},
      {"Controller at Globex", "controller globex"},
  });
}

TEST(RoleTitle, StaysWhereItIsNothingButDecoration) {
  expect({
      {"Remote", "remote"},
      {"Berlin (m/w/d)", "berlin m w d"},
      {"🚀🚀", "🚀🚀"},
      {"🚀 Engineer 🚀", "engineer"},
      {"", ""},
  });
}

}  // namespace
}  // namespace spearyx::normalize
