#pragma once

#include <format>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/pay/salary.h"

namespace spearyx::normalize {

/// "120000 150000 USD year", an absent amount or period as "-", an unknown currency as "?"; "" for
/// no salary.
inline std::string written(const std::optional<Salary>& salary) {
  if (!salary) return "";
  const auto number = [](std::optional<double> n) { return n ? std::format("{:.15g}", *n) : "-"; };
  return number(salary->min) + " " + number(salary->max) + " " +
         (salary->currency.empty() ? "?" : salary->currency) + " " +
         std::string(salary->period ? period_name(*salary->period) : "-");
}

struct SalaryCase {
  std::string_view text;
  std::string_view expected;  // as `written`
};

struct SalaryGroup {
  const char* name;
  std::vector<SalaryCase> cases;
};

inline void PrintTo(const SalaryGroup& group, std::ostream* out) { *out << group.name; }

}  // namespace spearyx::normalize
