// Kinds of titles that are easily taken for another trade.
#include <gtest/gtest.h>

#include <vector>

#include "normalize/category/category.h"

namespace spearyx::normalize {
namespace {

const Categoriser& categoriser() {
  static const Categoriser instance;
  return instance;
}

struct TitleCase {
  std::string_view title;
  int category_id;
};

struct Kind {
  const char* name;
  std::vector<TitleCase> cases;
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

class CategoryKind : public ::testing::TestWithParam<Kind> {};

TEST_P(CategoryKind, IsRead) {
  for (const TitleCase& c : GetParam().cases) {
    const auto verdict = categoriser().categorise(c.title, {{}, {}, "Join us."});
    EXPECT_EQ(verdict.category_id, c.category_id) << c.title << " by " << verdict.term;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CategoryKind,
    ::testing::Values(Kind{"OfNoCategory",
                           {{"Barista", 17},
                            {"Mobile Diesel Mechanic", 17},
                            {"Train Driver", 17},
                            {"Real Estate Developer", 17},
                            {"Security Guard", 17},
                            {"System Carpenter", 17},
                            {"Web Weaver", 17},
                            {"Platform Wrestler", 17},
                            {"Line Cook", 17},
                            {"Mechanical Engineer", 17},
                            {"Elektriker (m/w/d)", 17}}},
                      Kind{"WeakWordsThatStandAlone",
                           {{"Growth", 4}, {"Data & AI", 5}, {"Community", 4}, {"Mobile", 1}}},
                      Kind{"Programmes",
                           {{"Werkstudent (m/w/d) Marketing", 4},
                            {"Intern - Software Engineering", 1},
                            {"[2026] Marketing Intern", 4},
                            {"Trainee Program - Finance", 14},
                            {"Graduate Programme: Data Science", 5},
                            {"Summer Internship, Legal", 13},
                            {"Early Career Program - Sales", 8},
                            {"Rotational Program, Human Resources", 15}}},
                      Kind{"DevelopersOfATool",
                           {{"Salesforce Developer", 1},
                            {"Zendesk Developer", 1},
                            {"HubSpot Developer", 1},
                            {"AWS Developer", 1},
                            {"Workday Developer", 1},
                            {"WordPress Developer", 1},
                            {"Data Developer", 5},
                            {"Cloud Engineer", 6},
                            {"Support Engineer", 7}}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(CategoryHints, LetLabelsDecideNothingAlone) {
  const std::vector<std::string_view> labels{"dev", "engineer", "marketing"};
  EXPECT_EQ(categoriser().categorise("Barista", {{}, labels, "Join us."}).category_id, 17);
  EXPECT_EQ(categoriser().categorise("Unicorn", {{}, labels, "Join us."}).category_id, 17);
  EXPECT_EQ(categoriser().categorise("Unicorn", {{}, {}, "We need a marketer."}).category_id, 4);
  EXPECT_EQ(
      categoriser().categorise("Unicorn", {{}, labels, "Legal and marketing work."}).category_id,
      4);
}

}  // namespace
}  // namespace spearyx::normalize
