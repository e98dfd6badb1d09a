#pragma once

#include <cstdint>
#include <optional>

#include "support/json.h"

namespace spearyx {

/// An amount as JSON, without a fraction where it is whole; null where it is absent, or too large
/// to be told from its neighbours.
[[nodiscard]] Json json_amount(std::optional<double> amount);

/// A range as JSON, `{"min", "max"}`; null where an end is absent.
[[nodiscard]] Json json_span(std::optional<std::int64_t> min, std::optional<std::int64_t> max);

}  // namespace spearyx
