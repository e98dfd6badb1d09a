#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/posting.h"
#include "normalize/pay/salary.h"

namespace spearyx::normalize {

enum class PayOrigin : std::uint8_t { kNone, kFields, kText, kTitle };

/// The name of an origin: "fields", "text", "title"; "" for none.
[[nodiscard]] std::string_view name_of(PayOrigin origin);

struct Pay {
  std::optional<Salary> salary;
  PayOrigin origin = PayOrigin::kNone;
};

/// The pay of a posting, from its source's fields, else from its text, else from its title. Fields
/// that say neither currency nor period give way to a text that does; fields that lack one of them,
/// or one end of the range, to a text that completes them. Pay that is not to be shown is none.
/// Everything that was read goes into `trace`, if there is one.
[[nodiscard]] Pay pay_of(const Posting& posting, std::string_view title, std::string_view text,
                         std::span<const std::string_view> scope, PayTrace* trace = nullptr);

}  // namespace spearyx::normalize
