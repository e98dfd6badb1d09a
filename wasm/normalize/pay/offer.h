#pragma once

#include <optional>
#include <string_view>

#include "normalize/pay/salary.h"

namespace spearyx::normalize {

/// A salary before it is settled. An amount of 0 is not stated.
struct Offer {
  double min = 0;
  double max = 0;
  std::string_view currency;
  std::optional<PayPeriod> period;
  bool has_other_period = false;  // a fortnight, once
};

/// Applies the rules of `make_salary`; false where nothing credible is stated.
[[nodiscard]] bool settle(Offer& offer);

/// The period that an amount can only be of: in a major currency more than 20,000 is a year's pay,
/// and 8 to 40 an hour's.
[[nodiscard]] std::optional<PayPeriod> only_period(const Offer& offer);

[[nodiscard]] Salary to_salary(const Offer& offer);

}  // namespace spearyx::normalize
