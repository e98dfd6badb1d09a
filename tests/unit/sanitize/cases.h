#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "sanitize/sanitize.h"

namespace spearyx::sanitize {

/// HTML, and what a reader gets of it.
struct Case {
  std::string name;
  std::string html;
  std::string clean;
};

inline void PrintTo(const Case& test, std::ostream* out) { *out << test.name; }

inline void expect_clean(const Case& test) {
  EXPECT_EQ(sanitize_html(test.html), test.clean);
  EXPECT_EQ(sanitize_html(test.clean), test.clean) << "no fixed point";
}

/// The cases of all groups, each named after its group as well.
inline std::vector<Case> cases_of(
    const std::vector<std::pair<std::string, std::vector<Case>>>& groups) {
  std::vector<Case> all;
  for (const auto& [group, cases] : groups) {
    for (Case test : cases) {
      test.name = group + "_" + test.name;
      all.push_back(test);
    }
  }
  return all;
}

}  // namespace spearyx::sanitize
