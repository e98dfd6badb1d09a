#include "normalize/pay/comparable_pay.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "normalize/pay/exchange_rates.h"

namespace spearyx::normalize {

double periods_per_year(PayPeriod period) {
  constexpr std::array<double, 5> kPerYear = {1, 12, 52, 260, 2080};  // in the order of PayPeriod
  return kPerYear[static_cast<std::size_t>(period)];
}

std::optional<std::int64_t> usd_per_year(const Salary& salary) {
  const std::optional<double> amount = salary.max ? salary.max : salary.min;
  const double rate = units_per_dollar(salary.currency);
  if (!amount || !salary.period || rate == 0) return std::nullopt;
  return std::llround(*amount * periods_per_year(*salary.period) / rate);
}

}  // namespace spearyx::normalize
