#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "normalize/pay/context.h"
#include "normalize/pay/currency.h"
#include "normalize/pay/dollars.h"
#include "normalize/pay/money.h"
#include "normalize/pay/offer.h"
#include "normalize/pay/salary.h"
#include "normalize/text/text.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

constexpr double kWidestSpan = 5;  // of the ends of several ranges together

/// The greatest amount without a currency, in cents; a longer number is rather an identifier or a
/// telephone number.
constexpr std::int64_t kMostBareCents = 10'000'000'00;

/// Whether the words around call an amount with a currency pay.
bool is_called_pay(const Money& money, const PayContext& context) {
  const bool is_definite = money.is_range || money.period || money.looks_like_money;
  constexpr std::int64_t kLeastCents = 7'00;
  if (context.evidence == Evidence::kPay)
    return is_definite || (context.distance <= 3 && money.low_cents >= kLeastCents);
  if (context.evidence == Evidence::kHint) return is_definite;
  return money.is_range && (money.period == PayPeriod::kYear || money.period == PayPeriod::kHour) &&
         context.begins_thought;
}

bool is_pay(std::string_view text, const Money& money, const PayContext& context) {
  if (context.evidence == Evidence::kOtherMoney) return false;
  if (money.currency.empty()) {
    return context.evidence == Evidence::kPay && context.distance == 0 &&
           (money.looks_like_money || money.period) && money.high_cents <= kMostBareCents;
  }
  return is_called_pay(money, context) ||
         (stands_alone(text, money) && heading_of(text, money) != Evidence::kOtherMoney);
}

/// The currency that the text right before an amount names: "Salary (EUR): ", "Salary in EUR: ".
std::string_view currency_of_label(std::string_view before) {
  const std::size_t last = before.find_last_not_of(" :()[]\n");
  return last == before.npos ? std::string_view() : currency_before(before, last + 1).code;
}

double to_units(std::int64_t cents) { return static_cast<double>(cents) / 100; }

/// An offer, and its place in the text.
struct Candidate {
  Offer offer;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_range = false;
  bool is_total = false;

  /// The rank of an offer: base pay before pay in total, ranges before single figures.
  [[nodiscard]] int rank() const { return (is_total ? 0 : 2) + (is_range ? 1 : 0); }
};

bool is_alike(const Candidate& a, const Candidate& b) {
  return a.offer.currency == b.offer.currency && a.offer.period == b.offer.period;
}

/// Takes `other` into the span of `widest`; false where they are of two kinds, or too far apart.
bool widen(Candidate& widest, const Candidate& other) {
  Offer& span = widest.offer;
  const Offer& offer = other.offer;
  if (!is_alike(widest, other)) return false;
  if (span.min == 0 || span.max == 0 || offer.min == 0 || offer.max == 0) return false;
  const double low = std::min(span.min, offer.min);
  const double high = std::max(span.max, offer.max);
  if (low * kWidestSpan < high) return false;
  span.min = low;
  span.max = high;
  return true;
}

class SalaryReader {
 public:
  SalaryReader(std::string_view text, std::span<const std::string_view> scope, PayTrace* trace)
      : text_(text), dollars_(text, scope), trace_(trace) {}

  std::optional<Salary> read() {
    std::size_t at = next_number(0);
    for (int amounts = 0; at < text_.size() && amounts < kMaxAmounts; ++amounts) {
      const std::optional<Money> money = read_money(text_, at);
      if (money) consider(*money);
      at = next_number(money ? money->end : skip_digits(at));
    }
    return choose();
  }

 private:
  [[nodiscard]] std::size_t skip_digits(std::size_t at) const {
    while (at < text_.size() && is_ascii_digit(text_[at])) ++at;
    return at;
  }

  /// The next digit that begins a number: not the "5" of "1.5".
  [[nodiscard]] std::size_t next_number(std::size_t at) const {
    for (; at < text_.size(); at = skip_digits(at)) {
      at = find_byte(text_, at, [](auto c) { return (c >= '0') & (c <= '9'); });
      const bool is_inside = at >= 2 && at < text_.size() &&
                             (text_[at - 1] == '.' || text_[at - 1] == ',') &&
                             is_ascii_digit(text_[at - 2]);
      if (!is_inside) break;
    }
    return at;
  }

  void consider(Money money) {
    if (money.currency.empty() && !money.looks_like_money && !money.period) return;
    PayContext context = read_context(text_, money);
    if (money.currency.empty()) money.currency = currency_of_label(context.before);
    // A sentence that has named pay goes on with it.
    context.begins_thought |= context.before.data() < text_.data() + pay_end_;
    const bool is_upper = finishes_last(money, context);
    if (!is_upper && !is_pay(text_, money, context) && !goes_on(money, context)) {
      const bool is_other = context.evidence == Evidence::kOtherMoney;
      return note(money.begin, money.end, is_other ? "other money" : "no word of pay");
    }
    pay_end_ = money.end;
    std::optional<Candidate> candidate = candidate_of(money, context);
    if (!candidate) return note(money.begin, money.end, "nobody earns that");
    // "$30 per hour at first, up to $40 later"
    if (is_upper && !money.period) candidate->offer.period = candidates_.back().offer.period;
    if (!completes_last(*candidate, context)) candidates_.push_back(*candidate);
  }

  [[nodiscard]] bool is_in_sentence_of_last(const PayContext& context) const {
    return !candidates_.empty() && context.before.data() <= text_.data() + candidates_.back().begin;
  }

  /// Whether an amount completes the sentence of a single figure that was pay: "up to $40".
  [[nodiscard]] bool finishes_last(const Money& money, const PayContext& context) const {
    return context.bound == Bound::kUpTo && context.evidence != Evidence::kOtherMoney &&
           is_in_sentence_of_last(context) && !candidates_.back().is_range &&
           !money.currency.empty();
  }

  /// Whether a range stands behind its label, under a heading of pay or right behind one that was pay:
  /// "Tier 2: $144,000 – $171,000".
  [[nodiscard]] bool goes_on(const Money& money, const PayContext& context) const {
    constexpr std::size_t kMostBetween = 60;
    return money.is_range && money.looks_like_money && !money.currency.empty() &&
           context.evidence == Evidence::kNone && context.begins_thought &&
           ((pay_end_ > 0 && money.begin - pay_end_ <= kMostBetween) ||
            heading_of(text_, money) == Evidence::kPay);
  }

  std::optional<Candidate> candidate_of(const Money& money, const PayContext& context) {
    Candidate candidate{.offer = {},
                        .begin = money.begin,
                        .end = money.end,
                        .is_range = money.is_range,
                        .is_total = context.is_total};
    Offer& offer = candidate.offer;
    if (context.bound != Bound::kUpTo) offer.min = to_units(money.low_cents);
    if (context.bound != Bound::kFrom && !money.is_open) offer.max = to_units(money.high_cents);
    Dollars dollars{money.currency};
    if (money.currency == kDollar) dollars = dollars_.dollars(context);
    if (money.currency != kSomeCurrency) offer.currency = dollars.currency;
    const NamedPeriod named = money.period
                                  ? NamedPeriod{.period = money.period, .is_attached = true}
                                  : named_period(context);
    if (!settle_with(offer, named)) return std::nullopt;
    if (!dollars.is_certain) offer.currency = {};
    return candidate;
  }

  /// Settles an offer with a period in the words around. An attached period is believed. Another
  /// may belong to something else, and is not believed where the amount tells otherwise.
  static bool settle_with(Offer& offer, const NamedPeriod& named) {
    const auto told = only_period(offer);
    const bool is_doubted = named.period && !named.is_attached && told && told != named.period;
    if (!is_doubted) {
      offer.period = named.period;
      offer.has_other_period = named.is_other;
    }
    if (settle(offer)) return true;
    if (named.is_attached) return false;
    offer.period.reset();
    return settle(offer);
  }

  /// Whether an amount is the upper end of the range that the last figure began: "$96,000 in the
  /// cheapest towns up to $141,000 in the dearest", "Minimum: $50,000. Maximum: $60,000".
  bool completes_last(const Candidate& upper, const PayContext& context) {
    if (context.bound != Bound::kUpTo || candidates_.empty()) return false;
    Candidate& last = candidates_.back();
    const Offer& low = last.offer;
    const bool is_open = low.max == 0 || (low.min == low.max && is_in_sentence_of_last(context));
    if (last.is_range || !is_open || low.min == 0 || last.is_total != upper.is_total) return false;
    const double high = upper.offer.max;
    if (!is_alike(last, upper) || high < low.min || low.min * kWidestSpan < high) return false;
    last.offer.max = high;
    last.end = upper.end;
    last.is_range = true;
    return true;
  }

  std::optional<Salary> choose() {
    if (candidates_.empty()) return std::nullopt;
    int best = 0;
    for (const Candidate& candidate : candidates_) best = std::max(best, candidate.rank());
    std::optional<Candidate> widest;
    for (const Candidate& candidate : candidates_) {
      if (candidate.rank() != best) {
        const bool is_total = candidate.is_total && best >= 2;
        note(candidate.begin, candidate.end,
             is_total ? "base pay before total" : "a range before one figure");
      } else if (!widest) {
        widest = candidate;
        note(candidate.begin, candidate.end, "");
      } else {
        const bool is_in = widen(*widest, candidate);
        note(candidate.begin, candidate.end, is_in ? "" : "another kind than the first");
      }
    }
    return to_salary(widest->offer);
  }

  void note(std::size_t begin, std::size_t end, std::string_view passed_over) {
    if (trace_ == nullptr) return;
    trace_->push_back({std::string(text_.substr(begin, end - begin)), passed_over});
  }

  std::string_view text_;
  DollarReader dollars_;
  PayTrace* trace_;
  std::size_t pay_end_ = 0;  // of the last amount that was pay
  std::vector<Candidate> candidates_;
};

}  // namespace

std::optional<Salary> parse_salary(std::string_view text, std::span<const std::string_view> scope,
                                   PayTrace* trace) {
  return SalaryReader(text, scope, trace).read();
}

}  // namespace spearyx::normalize
