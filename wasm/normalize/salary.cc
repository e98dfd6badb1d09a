#include "normalize/salary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "normalize/exchange_rates.h"
#include "normalize/salary_context.h"
#include "normalize/salary_currency.h"
#include "normalize/salary_money.h"
#include "normalize/text.h"
#include "support/byte_set.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

// ---- Plausibility ----

/// What somebody, somewhere, earns in a period, in units of a major currency. Wide on purpose: the
/// bounds tell pay from misread numbers, not good pay from bad.
struct Bounds {
  double low;
  double high;
};
constexpr std::array<Bounds, 5> kBounds = {{
    {1'000, 3'000'000},  // year
    {100, 250'000},      // month
    {25, 60'000},        // week
    {5, 12'000},         // day
    {1, 1'500},          // hour
}};
/// For currencies whose scale is unknown: anything that is not an identifier.
constexpr Bounds kAnyBounds = {1, 100'000'000'000};

constexpr double kWidestRatio = 10;  // of the ends of one range
constexpr double kWidestSpan = 5;    // of the ends of several ranges together

/// In a major currency more than this is no month's, week's or day's pay, and an amount of an hour
/// is no day's. In between several readings are left.
constexpr double kSurelyYear = 20'000;
constexpr Bounds kSurelyHour = {8, 40};

/// Currencies of which a unit is worth about a dollar: a figure tells its period.
bool is_major(double scale) { return scale > 0.5 && scale < 2; }

bool is_within(double low, double high, const Bounds& bounds, double scale) {
  return low >= bounds.low * scale && high <= bounds.high * scale;
}

bool is_plausible(double low, double high, double scale, std::optional<PayPeriod> period) {
  if (high > kAnyBounds.high || low * kWidestRatio < high) return false;
  if (scale == 0) return is_within(low, high, kAnyBounds, 1);
  if (period) return is_within(low, high, kBounds[static_cast<std::size_t>(*period)], scale);
  return is_within(low, high, {kBounds.back().low, kBounds.front().high}, scale);
}

std::optional<PayPeriod> only_period(double low, double high, double scale) {
  if (!is_major(scale)) return std::nullopt;
  if (low > kSurelyYear) return PayPeriod::kYear;
  return is_within(low, high, kSurelyHour, 1) ? std::optional(PayPeriod::kHour) : std::nullopt;
}

// ---- Choice ----

/// A salary while it is weighed. An amount of 0 is not stated.
struct Offer {
  double min = 0;
  double max = 0;
  std::string_view currency;
  std::optional<PayPeriod> period;
  bool has_other_period = false;  // a fortnight, once
  bool is_range = false;
  bool is_on_target = false;
};

/// Applies the rules of `make_salary`. False: nothing credible is stated.
bool settle(Offer& offer) {
  offer.min = std::max(offer.min, 0.0);
  offer.max = std::max(offer.max, 0.0);
  if (offer.max != 0 && offer.min > offer.max) std::swap(offer.min, offer.max);
  const double low = offer.min != 0 ? offer.min : offer.max;
  const double high = std::max(low, offer.max);
  const double scale = units_per_dollar(offer.currency);
  if (low == 0 || !is_plausible(low, high, scale, offer.period)) return false;
  if (!offer.period && !offer.has_other_period) offer.period = only_period(low, high, scale);
  return true;
}

Salary to_salary(const Offer& offer) {
  Salary salary{
      .min = {}, .max = {}, .currency = std::string(offer.currency), .period = offer.period};
  if (offer.min != 0) salary.min = offer.min;
  if (offer.max != 0) salary.max = offer.max;
  return salary;
}

double to_units(std::int64_t cents) { return static_cast<double>(cents) / 100; }

/// A longer number without a currency is rather an identifier or a telephone number.
constexpr std::int64_t kMostBareCents = 10'000'000'00;

/// What the words around say of an amount with a currency.
bool is_called_pay(const Money& money, const PayContext& context) {
  const bool is_definite = money.is_range || money.period || money.looks_like_money;
  if (context.evidence == Evidence::kPay) return is_definite || context.distance <= 3;
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
  return is_called_pay(money, context) || stands_alone(text, money);
}

/// Takes `other` into the span of `widest` if both are of one kind.
void widen(Offer& widest, const Offer& other) {
  if (other.currency != widest.currency || other.period != widest.period) return;
  // "from $130,000 in our lowest market up to $210,000 in our highest"
  const bool completes = widest.max == 0 && other.min == 0;
  if (!completes && (widest.min == 0 || widest.max == 0 || other.min == 0 || other.max == 0))
    return;
  const double low = completes ? widest.min : std::min(widest.min, other.min);
  const double high = std::max(widest.max, other.max);
  if (low > high || low * kWidestSpan < high) return;
  widest.min = low;
  widest.max = high;
}

// ---- Dollars ----

/// Countries whose dollar or peso is written "$" and is not the American dollar.
struct DollarCountry {
  std::string_view code;
  std::string_view currency;
  std::string_view name;
  std::string_view dollar;
};
constexpr std::array<DollarCountry, 8> kDollarCountries = {{
    {"AU", "AUD", "Australia", "Australian dollar"},
    {"CA", "CAD", "Canada", "Canadian dollar"},
    {"CL", "CLP", "Chile", "Chilean peso"},
    {"CO", "COP", "Colombia", "Colombian peso"},
    {"HK", "HKD", "Hong Kong", "Hong Kong dollar"},
    {"MX", "MXN", "Mexico", "Mexican peso"},
    {"NZ", "NZD", "New Zealand", "New Zealand dollar"},
    {"SG", "SGD", "Singapore", "Singapore dollar"},
}};

constexpr std::array<std::string_view, 7> kAmerican = {
    "USD", "US", "U.S.", "USA", "United States", "New York", "San Francisco"};

/// The capitals that the names above begin with.
constexpr ByteSet kDollarCapitals = [] {
  ByteSet capitals;
  for (const DollarCountry& country : kDollarCountries) capitals.add(country.name.front());
  for (const std::string_view name : kAmerican) capitals.add(name.front());
  return capitals;
}();
static_assert(std::ranges::all_of(kDollarCountries, [](const DollarCountry& country) {
  return country.currency.front() == country.name.front() &&
         country.dollar.front() == country.name.front();
}));

bool is_word_at(std::string_view text, std::size_t at, std::string_view word) {
  const std::size_t end = at + word.size();
  return text.substr(at).starts_with(word) && (end == text.size() || !is_ascii_alnum(text[end]));
}

/// "All figures in CAD", "(CAD)", "Canadian dollars"; not "CAD experience".
bool is_stated_at(std::string_view text, std::size_t at, const DollarCountry& country) {
  const std::string_view before = text.substr(0, at);
  const bool is_set_off = before.ends_with('(') || before.ends_with(" in ");
  return (is_set_off && is_word_at(text, at, country.currency)) ||
         text.substr(at).starts_with(country.dollar);
}

/// Which dollars and pesos, or whose, texts speak of.
struct NamedDollars {
  bool is_american = false;
  std::array<bool, kDollarCountries.size()> currencies{};
  std::array<bool, kDollarCountries.size()> countries{};
};

/// Calls `note(at)` for each word that may be the name of a dollar or of a country that has one.
template <typename Note>
void each_dollar_word(std::string_view text, Note note) {
  const auto next_capital = [&](std::size_t at) {
    return find_byte(text, at, [](auto c) { return (c >= 'A') & (c <= 'Z'); });
  };
  for (std::size_t at = next_capital(0); at < text.size(); at = next_capital(at + 1)) {
    const bool begins_word = at == 0 || !is_ascii_alnum(text[at - 1]);
    if (begins_word && kDollarCapitals.contains(text[at])) note(at);
  }
}

/// What is named near an amount.
void note_nearby(NamedDollars& named, std::string_view window) {
  each_dollar_word(window, [&](std::size_t at) {
    const auto is_here = [&](std::string_view word) { return is_word_at(window, at, word); };
    named.is_american = named.is_american || std::ranges::any_of(kAmerican, is_here);
    for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
      const DollarCountry& country = kDollarCountries[i];
      if (country.name.front() != window[at]) continue;
      named.currencies[i] = named.currencies[i] || is_here(country.currency);
      named.countries[i] = named.countries[i] || is_here(country.name);
    }
  });
}

/// What is named as the currency anywhere.
NamedDollars named_anywhere(std::string_view text) {
  NamedDollars named;
  each_dollar_word(text, [&](std::size_t at) {
    named.is_american = named.is_american || is_word_at(text, at, kAmerican[0]) ||
                        text.substr(at).starts_with("US$");
    for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
      const DollarCountry& country = kDollarCountries[i];
      if (country.name.front() != text[at]) continue;
      named.currencies[i] = named.currencies[i] || is_stated_at(text, at, country);
    }
  });
  return named;
}

class DollarReader {
 public:
  DollarReader(std::string_view text, std::span<const std::string_view> scope)
      : text_(text), scope_(scope) {}

  /// The currency of "$": what the sentence says, then the text, then the scope; "" if they differ.
  std::string_view currency(const PayContext& context) {
    NamedDollars nearby;
    note_nearby(nearby, context.before);
    note_nearby(nearby, context.after);
    for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
      if (nearby.currencies[i]) return kDollarCountries[i].currency;
      if (!nearby.is_american && nearby.countries[i]) return {};
    }
    if (nearby.is_american) return kAmerican[0];
    if (!elsewhere_) elsewhere_ = read_elsewhere();
    return *elsewhere_;
  }

 private:
  std::string_view read_elsewhere() const {
    const NamedDollars named = named_anywhere(text_);
    const bool is_american = named.is_american || std::ranges::contains(scope_, kAmerican[1]);
    std::string_view stated = kAmerican[0];
    for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
      const DollarCountry& country = kDollarCountries[i];
      if (named.currencies[i]) {
        if (named.is_american || stated != kAmerican[0]) return {};
        stated = country.currency;
      } else if (!is_american && std::ranges::contains(scope_, country.code)) {
        return {};
      }
    }
    return stated;
  }

  std::string_view text_;
  std::span<const std::string_view> scope_;
  std::optional<std::string_view> elsewhere_;
};

// ---- Reading ----

class SalaryReader {
 public:
  SalaryReader(std::string_view text, std::span<const std::string_view> scope)
      : text_(text), dollars_(text, scope) {}

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
  std::size_t skip_digits(std::size_t at) const {
    while (at < text_.size() && is_ascii_digit(text_[at])) ++at;
    return at;
  }

  /// The next digit that begins a number: not the "5" of "1.5".
  std::size_t next_number(std::size_t at) const {
    for (; at < text_.size(); at = skip_digits(at)) {
      at = find_byte(text_, at, [](auto c) { return (c >= '0') & (c <= '9'); });
      const bool is_inside = at >= 2 && at < text_.size() &&
                             (text_[at - 1] == '.' || text_[at - 1] == ',') &&
                             is_ascii_digit(text_[at - 2]);
      if (!is_inside) break;
    }
    return at;
  }

  void consider(const Money& money) {
    if (money.currency.empty() && !money.looks_like_money && !money.period) return;
    PayContext context = read_context(text_, money);
    // A sentence that has named pay goes on with it.
    context.begins_thought |= context.before.data() < text_.data() + pay_end_;
    if (!is_pay(text_, money, context)) return;
    pay_end_ = money.end;
    Offer offer;
    const NamedPeriod named = money.period ? NamedPeriod{money.period} : nearest_period(context);
    offer.period = named.period;
    offer.has_other_period = named.is_other;
    offer.is_range = money.is_range;
    offer.is_on_target = context.is_on_target;
    if (context.bound != Bound::kUpTo) offer.min = to_units(money.low_cents);
    if (context.bound != Bound::kFrom && !money.is_open) offer.max = to_units(money.high_cents);
    if (money.currency != kSomeCurrency) offer.currency = money.currency;
    if (money.currency == kDollar) offer.currency = dollars_.currency(context);
    bool is_credible = settle(offer);
    if (!is_credible && !money.period) {
      // A period in the words around may belong to something else; one attached may not.
      offer.period.reset();
      is_credible = settle(offer);
    }
    if (is_credible) offers_.push_back(offer);
  }

  /// Base pay before on-target earnings, ranges before single figures.
  static int rank(const Offer& offer) {
    return (offer.is_on_target ? 0 : 2) + (offer.is_range ? 1 : 0);
  }

  std::optional<Salary> choose() const {
    if (offers_.empty()) return std::nullopt;
    int best = 0;
    for (const Offer& offer : offers_) best = std::max(best, rank(offer));
    Offer widest;
    for (const Offer& offer : offers_) {
      if (rank(offer) != best) continue;
      if (widest.min == 0 && widest.max == 0) widest = offer;
      widen(widest, offer);
    }
    return to_salary(widest);
  }

  std::string_view text_;
  DollarReader dollars_;
  std::size_t pay_end_ = 0;  // of the last amount that was pay
  std::vector<Offer> offers_;
};

/// "120,000", "22.50"
std::string grouped(double amount) {
  const std::int64_t cents = std::llround(amount * 100);
  std::string digits = std::to_string(cents / 100);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  if (cents % 100 == 0) return digits;
  return digits.append(cents % 100 < 10 ? ".0" : ".").append(std::to_string(cents % 100));
}

}  // namespace

std::optional<Salary> make_salary(double min, double max, std::string_view currency,
                                  std::string_view period) {
  std::string code;
  for (const char c : currency.substr(0, 4)) code.push_back(ascii_upper(c));
  Offer offer;
  offer.min = min;
  offer.max = max;
  offer.period = period_from(period);
  offer.has_other_period = !period.empty();
  if (is_currency_code(code)) offer.currency = code;
  return settle(offer) ? std::optional(to_salary(offer)) : std::nullopt;
}

std::optional<Salary> parse_salary(std::string_view text, std::span<const std::string_view> scope) {
  return SalaryReader(text, scope).read();
}

std::string pay_range(const Salary& salary) {
  std::string out;
  if (!salary.min && !salary.max) return out;
  const double low = salary.min.value_or(salary.max.value_or(0));
  const double high = salary.max.value_or(low);
  const std::string_view sign = currency_sign(salary.currency);
  if (!salary.min) out += "up to ";
  if (!salary.max) out += "from ";
  if (sign.empty() && !salary.currency.empty()) out.append(salary.currency).push_back(' ');
  out.append(sign).append(grouped(low));
  if (high != low) out.append("–").append(sign).append(grouped(high));
  if (salary.period) {
    out.append(salary.period == PayPeriod::kHour ? " an " : " a ")
        .append(period_name(*salary.period));
  }
  return out;
}

}  // namespace spearyx::normalize
