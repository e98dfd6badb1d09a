#pragma once

#include <string_view>

namespace spearyx::normalize {

/// Units of a currency that one US dollar buys, by its ISO 4217 code in capitals; 0 for codes that
/// are not in the table.
[[nodiscard]] double units_per_dollar(std::string_view code);

/// The day of these rates, "2026-09-29".
[[nodiscard]] std::string_view exchange_rates_date();

}  // namespace spearyx::normalize
