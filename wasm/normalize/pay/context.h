#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "normalize/pay/money.h"

/// The meaning of an amount by the words around it.
namespace spearyx::normalize {

enum class Evidence : std::uint8_t {
  kNone,
  kOtherMoney,  // funding, bonus, budget, price …
  kHint,        // "rate", "offer", "earn"
  kPay,         // "salary", "pay range", "OTE"
};

enum class Bound : std::uint8_t { kExact, kFrom, kUpTo };

struct PayContext {
  Evidence evidence = Evidence::kNone;
  /// The number of words between the word of pay and the amount, without "range", "is", "from" and
  /// the like; large when the word stands behind the amount.
  int distance = 0;
  bool is_total = false;        // OTE, total compensation: base pay and what comes on top
  bool begins_thought = false;  // no words lead up to the amount, but for a label
  Bound bound = Bound::kExact;
  /// The texts that were read: the sentence or label before the amount; behind it a short note in
  /// parentheses and the clause.
  std::string_view before;
  std::string_view after;
};

[[nodiscard]] PayContext read_context(std::string_view text, const Money& money);

struct NamedPeriod {
  std::optional<PayPeriod> period;
  bool is_other = false;  // "bi-weekly", "semi-monthly": none of ours
  bool is_attached =
      false;  // to the amount or to its word of pay: "annual salary", "gross per month"
};

/// The period of the amount. An attached one comes first, that behind the amount before that in
/// front of it; else the nearest, which may be of something else.
[[nodiscard]] NamedPeriod named_period(const PayContext& context);

/// The announcement in the line before the amount's: pay ("Salary ranges", then a line for each place) or,
/// with a colon, other money.
[[nodiscard]] Evidence heading_of(std::string_view text, const Money& money);

/// Whether the amount has its segment to itself, but for a few words.
[[nodiscard]] bool stands_alone(std::string_view text, const Money& money);

}  // namespace spearyx::normalize
