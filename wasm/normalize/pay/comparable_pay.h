#pragma once

#include <cstdint>
#include <optional>

#include "normalize/pay/salary.h"

namespace spearyx::normalize {

/// The number of periods of pay in a year of full-time work: 2,080 hours, 260 days.
[[nodiscard]] double periods_per_year(PayPeriod period);

/// The most that a salary amounts to in a year of full-time work, in US dollars at the rates of
/// exchange_rates_table.h; nothing where its amount, currency or period is unknown.
[[nodiscard]] std::optional<std::int64_t> usd_per_year(const Salary& salary);

}  // namespace spearyx::normalize
