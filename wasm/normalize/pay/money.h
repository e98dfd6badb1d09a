#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "normalize/pay/salary.h"

/// Reading amounts of money: "$120,000 – $150,000", "€55k–70k", "CHF 110'000", "120–150k USD".
namespace spearyx::normalize {

/// An amount or a range of amounts in a text, with the currency and the period attached to it.
struct Money {
  std::size_t begin = 0;  // bytes of the text, half-open, with currency and period
  std::size_t end = 0;
  std::int64_t low_cents = 0;  // hundredths of a major unit
  std::int64_t high_cents = 0;
  bool is_range = false;
  bool is_open = false;  // "$120k+"
  /// Whether the number has grouped digits, a "k" or at least five digits, unlike a count, a year
  /// or a time of day.
  bool looks_like_money = false;
  /// The currency as in currency.h; "" for none.
  std::string_view currency;
  std::optional<PayPeriod> period;
};

/// Reads the money at the digit `text[at]`, which follows no digit. Nothing for percentages,
/// "401k", millions of a major currency, ordinals and everything else that is no pay.
[[nodiscard]] std::optional<Money> read_money(std::string_view text, std::size_t at);

struct PeriodAt {
  PayPeriod period;
  std::size_t end;
};

/// A period at `at`, after spaces: "per year", "/hr", " an hour", "p.a.", "annually".
[[nodiscard]] std::optional<PeriodAt> read_period(std::string_view text, std::size_t at);

}  // namespace spearyx::normalize
