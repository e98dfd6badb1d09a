#include "normalize/category/seniority.h"

#include <gtest/gtest.h>

#include <vector>

namespace spearyx::normalize {
namespace {

struct LevelCase {
  std::vector<std::string_view> stated;
  std::string_view title;
  std::string_view expected;
};

TEST(LevelOf, BelievesAFieldBeforeTheTitle) {
  const LevelCase cases[] = {
      {{"Senior"}, "Gardener", "senior"},
      {{"Entry-level"}, "Gardener", "junior"},
      {{"Mid-level"}, "Senior Gardener", "mid"},
      {{"Midweight"}, "Gardener", "mid"},
      {{"Manager"}, "Gardener", "lead"},
      {{"Director"}, "Gardener", "executive"},
      {{"Executive"}, "Gardener", "executive"},
      {{"Internship"}, "Gardener", "intern"},
      {{"student_college"}, "Gardener", "intern"},
      {{"mid_level"}, "Gardener", "mid"},
      {{"Mid-Senior level"}, "Gardener", ""},
      {{"Mid-Senior level"}, "Senior Gardener", "senior"},
      {{"Any"}, "Junior Gardener", "junior"},
      {{"30"}, "Gardener", ""},
      {{"Entry-level", "Senior"}, "Gardener", ""},
      {{}, "Gardener", ""},
  };
  for (const LevelCase& c : cases) {
    EXPECT_EQ(level_of(c.stated, c.title), c.expected) << c.title;
  }
}

struct TitleCase {
  std::string_view title;
  std::string_view expected;
};

TEST(LevelOf, ReadsTheTitle) {
  constexpr TitleCase kCases[] = {
      {"Senior Software Engineer", "senior"},
      {"Sr. Software Engineer", "senior"},
      {"Software Engineer (Senior)", "senior"},
      {"(Senior) Software Engineer", ""},
      {"Software Engineer, Junior/Senior", ""},
      {"Junior Designer", "junior"},
      {"Jr Designer", "junior"},
      {"Graduate Engineer", "junior"},
      {"Mid-Level Designer", "mid"},
      {"Intermediate Designer", "mid"},
      {"Software Engineering Intern", "intern"},
      {"Intern - Marketing", "intern"},
      {"Werkstudent (m/w/d) Marketing", "intern"},
      {"Stagiaire marketing", "intern"},
      {"Senior Internship Coordinator", "intern"},
      {"Lead Engineer", "lead"},
      {"Staff Engineer", "lead"},
      {"Principal Designer", "lead"},
      {"Engineering Manager", "lead"},
      {"Manager, Customer Success", "lead"},
      {"Director of Engineering", "executive"},
      {"VP of Sales", "executive"},
      {"Head of Growth", "executive"},
      {"Chief Technology Officer", "executive"},
      {"CTO", "executive"},
      {"Senior Director, Sales", "executive"},
      {"Lead Generation Specialist", ""},
      {"Lead Intake Specialist", ""},
      {"Lead Conversion Manager", ""},
      {"Art Director", ""},
      {"Casting Director", ""},
      {"School Principal", ""},
      {"Staff Accountant", ""},
      {"Staff Nurse", ""},
      {"Account Executive", ""},
      {"Executive Assistant to the CEO", ""},
      {"Director of Photography", ""},
      {"Senior Living Advisor", ""},
      {"Data Entry Clerk", ""},
      {"Product Manager", ""},
      {"Internal Auditor", ""},
      {"Chief of Staff", ""},
  };
  for (const TitleCase& c : kCases) EXPECT_EQ(level_of({}, c.title), c.expected) << c.title;
}

struct TypeCase {
  std::string_view stated;
  std::string_view title;
  std::string_view expected;
};

TEST(EmploymentTypeOf, BelievesAFieldBeforeTheTitle) {
  constexpr TypeCase kCases[] = {
      {"FullTime", "Gardener", "full-time"},
      {"Full-time: Remote", "Gardener", "full-time"},
      {"fulltime_permanent", "Gardener", "full-time"},
      {"CDI", "Gardener", "full-time"},
      {"Part Time", "Gardener", "part-time"},
      {"Teilzeit", "Gardener", "part-time"},
      {"Contractor", "Gardener", "contract"},
      {"Freelancer (Hourly Rate)", "Gardener", "contract"},
      {"contract_to_hire", "Gardener", "contract"},
      {"fulltime_fixed_term", "Gardener", "temporary"},
      {"CDD", "Gardener", "temporary"},
      {"Intern", "Gardener", "internship"},
      {"Full-time internship", "Gardener", "internship"},
      {"Full-time, Part-time", "Gardener", ""},
      {"Scholarship", "Gardener", ""},
      {"", "Gardener (Part-time)", "part-time"},
      {"", "Gardener - Contract", "contract"},
      {"", "Contract Gardener", "contract"},
      {"", "Freelance Gardener", "contract"},
      {"", "Gärtner (m/w/d) in Teilzeit", "part-time"},
      {"", "Gardener (12-month fixed-term)", "temporary"},
      {"", "Gardener, maternity cover", "temporary"},
      {"", "Gardening Intern", "internship"},
      {"", "Contract Manager", ""},
      {"", "Gardener - 6 month contract", "contract"},
      {"", "Gardener, 12 months contract", "contract"},
      {"", "Gardener [1099]", "contract"},
      {"", "Gardener (C2C)", "contract"},
      {"", "Gardener, Temp", "temporary"},
      {"", "Independent Contractor - Gardener", "contract"},
      {"", "Contractor Relations Manager", ""},
      {"", "General Contractor Account Manager", ""},
      {"", "Smart Contract Auditor", ""},
      {"", "Temp Recruiter", ""},
      {"", "B2B Sales Manager", ""},
      {"", "Gardener", ""},
      {"Full-time", "Freelance Gardener", "full-time"},
  };
  for (const TypeCase& c : kCases) {
    EXPECT_EQ(employment_type_of(c.stated, c.title), c.expected) << c.stated << " " << c.title;
  }
}

}  // namespace
}  // namespace spearyx::normalize
