#include "normalize/pay/exchange_rates.h"

#include <algorithm>

#include "normalize/pay/exchange_rates_table.h"

namespace spearyx::normalize {

static_assert(std::ranges::is_sorted(kExchangeRates, {}, &ExchangeRate::code));

double units_per_dollar(std::string_view code) {
  const auto row = std::ranges::lower_bound(kExchangeRates, code, {}, &ExchangeRate::code);
  return row != kExchangeRates.end() && row->code == code ? row->units_per_dollar : 0;
}

std::string_view exchange_rates_date() { return kExchangeRatesDate; }

}  // namespace spearyx::normalize
