#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace spearyx::normalize {

/// A named text, and what a function makes of it.
struct TextCase {
  const char* name;
  std::string text;
  std::string expected;
};

inline void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name << ": " << c.text; }

inline constexpr auto kCaseName = [](const auto& test) { return test.param.name; };

}  // namespace spearyx::normalize
