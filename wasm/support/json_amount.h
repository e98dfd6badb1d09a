#pragma once

#include <optional>

#include "support/json.h"

namespace spearyx {

/// An amount as a number without a fraction where it is whole; null where it is absent, or too large
/// to be told from its neighbours.
[[nodiscard]] Json json_amount(std::optional<double> amount);

}  // namespace spearyx
