#include <utility>

#include "api/handlers.h"
#include "normalize/pay/exchange_rates_table.h"
#include "support/json_object.h"

namespace spearyx::api {

// Asks the database nothing: every page of the site needs it.
ApiResult get_rates(Context& /*context*/) {
  Json per_dollar = Json::object();
  for (const auto& [code, units] : normalize::kExchangeRates) per_dollar[std::string(code)] = units;
  return Answer{.body = dump(json_object({{"success", true},
                                          {"data",
                                           {{"of", normalize::kExchangeRatesDate},
                                            {"perDollar", std::move(per_dollar)}}}})),
                .max_age_s = 3'600};
}

}  // namespace spearyx::api
