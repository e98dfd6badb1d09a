#include "support/json_amount.h"

#include <cmath>

namespace spearyx {

Json json_amount(std::optional<double> amount) {
  constexpr double kLargest = 9e15;
  if (!amount || !(std::abs(*amount) < kLargest)) return {};
  if (*amount == std::floor(*amount)) return static_cast<std::int64_t>(*amount);
  return *amount;
}

Json json_span(std::optional<std::int64_t> min, std::optional<std::int64_t> max) {
  if (!min || !max) return {};
  return {{"min", *min}, {"max", *max}};
}

}  // namespace spearyx
