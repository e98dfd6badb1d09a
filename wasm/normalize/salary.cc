#include "normalize/salary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <vector>

#include "normalize/salary_context.h"
#include "normalize/salary_currency.h"
#include "normalize/salary_money.h"
#include "normalize/text.h"

namespace spearyx::normalize {
namespace {

using enum PayPeriod;

// ---- Plausibility ----

/// What somebody, somewhere, earns in a period, in units of a major currency. Wide on purpose: the
/// bounds tell pay from misread numbers, not good pay from bad.
struct Bounds {
  std::int64_t low;
  std::int64_t high;
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

constexpr std::int64_t kWidestRatio = 10;  // of the ends of one range
constexpr std::int64_t kWidestSpan = 5;    // of the ends of several ranges together

/// In a major currency more than this is no month's, week's or day's pay, and an amount of an hour
/// is no day's. In between several readings are left.
constexpr std::int64_t kSurelyYear = 20'000;
constexpr Bounds kSurelyHour = {8, 40};

bool is_within(std::int64_t low, std::int64_t high, const Bounds& bounds, std::int64_t scale) {
  return low >= bounds.low * scale && high <= bounds.high * scale;
}

bool is_plausible(std::int64_t low, std::int64_t high, std::int64_t scale,
                  std::optional<PayPeriod> period) {
  if (low * kWidestRatio < high) return false;
  if (scale == 0) return is_within(low, high, kAnyBounds, 1);
  if (period) return is_within(low, high, kBounds[static_cast<std::size_t>(*period)], scale);
  return is_within(low, high, {kBounds.back().low, kBounds.front().high}, scale);
}

std::optional<PayPeriod> only_period(std::int64_t low, std::int64_t high, std::int64_t scale) {
  if (scale != 1) return std::nullopt;
  if (low > kSurelyYear) return kYear;
  return is_within(low, high, kSurelyHour, 1) ? std::optional(kHour) : std::nullopt;
}

std::string known_currency(std::string_view code) {
  std::string upper;
  for (const char c : code) upper.push_back(ascii_upper(c));
  return is_currency_code(upper) ? upper : std::string();
}

// ---- Choice ----

/// Hundredths to units, halves down: 22.50 an hour is not 23.
std::int64_t to_units(std::int64_t cents) { return (cents + 49) / 100; }

/// A longer number without a currency is rather an identifier or a telephone number.
constexpr std::int64_t kMostBareCents = 10'000'000'00;

/// An amount that is pay.
struct Offer {
  Salary salary;
  bool is_range;
  bool is_on_target;
};

bool is_pay(const Money& money, const PayContext& context) {
  if (context.evidence == Evidence::kOtherMoney) return false;
  const bool is_named = money.is_range || money.period || money.looks_like_money;
  if (money.currency.empty()) {
    return context.evidence == Evidence::kPay && context.distance == 0 &&
           (money.looks_like_money || money.period) && money.high_cents <= kMostBareCents;
  }
  if (context.stands_alone) return true;
  if (context.evidence == Evidence::kPay) return is_named || context.distance <= 3;
  if (context.evidence == Evidence::kHint) return is_named;
  return money.is_range && (money.period == kYear || money.period == kHour);
}

// ---- Dollars ----

/// Countries whose dollar (or peso, also written "$") is not the American one.
struct DollarCountry {
  std::string_view code;
  std::string_view currency;
  std::string_view name;
  std::string_view adjective;
};
constexpr std::array<DollarCountry, 9> kDollarCountries = {{
    {"AU", "AUD", "Australia", "Australian"},
    {"CA", "CAD", "Canada", "Canadian"},
    {"CL", "CLP", "Chile", "Chilean"},
    {"CO", "COP", "Colombia", "Colombian"},
    {"HK", "HKD", "Hong Kong", "Hong Kong"},
    {"MX", "MXN", "Mexico", "Mexican"},
    {"NZ", "NZD", "New Zealand", "New Zealand"},
    {"SG", "SGD", "Singapore", "Singapore"},
    {"TW", "TWD", "Taiwan", "Taiwanese"},
}};

bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_ascii_alnum(text[at - 1]);
    if (starts && (end == text.size() || !is_ascii_alnum(text[end]))) return true;
  }
  return false;
}

/// A code that is used as a currency: "in CAD", "(CAD)"; not "CAD experience".
bool uses_currency(std::string_view text, const DollarCountry& country) {
  for (std::size_t at = text.find(country.currency); at != text.npos;
       at = text.find(country.currency, at + 1)) {
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(at + 3);
    const bool is_quoted = before.ends_with('(') && after.starts_with(')');
    const bool ends = after.empty() || after.find_first_of(" .,;)\n") == 0;
    if (is_quoted || (before.ends_with(" in ") && ends)) return true;
  }
  const std::string dollars = std::string(country.adjective) + " dollar";
  return text.contains(dollars);
}

bool says_us(std::string_view text) {
  for (const std::string_view word :
       {"USD", "US$", "U.S.", "US", "USA", "United States", "New York", "San Francisco"}) {
    if (contains_word(text, word)) return true;
  }
  return false;
}

class DollarReader {
 public:
  DollarReader(std::string_view text, std::span<const std::string_view> scope)
      : text_(text), scope_(scope) {}

  /// The currency of "$" in a sentence: what the sentence says, then the text, then the scope.
  std::string currency(const PayContext& context) {
    const std::string nearby = std::string(context.before).append(" ").append(context.after);
    const bool is_us = says_us(nearby);
    for (const DollarCountry& country : kDollarCountries) {
      if (contains_word(nearby, country.currency)) return std::string(country.currency);
      if (!is_us && contains_word(nearby, country.name)) return {};
    }
    return is_us ? "USD" : elsewhere();
  }

 private:
  const std::string& elsewhere() {
    if (!elsewhere_) elsewhere_ = read_elsewhere();
    return *elsewhere_;
  }

  std::string read_elsewhere() const {
    std::string_view stated;
    for (const DollarCountry& country : kDollarCountries) {
      if (!uses_currency(text_, country)) continue;
      if (!stated.empty()) return {};
      stated = country.currency;
    }
    const bool says_usd = contains_word(text_, "USD") || text_.contains("US$");
    if (!stated.empty()) return says_usd ? std::string() : std::string(stated);
    return !says_usd && is_elsewhere() ? std::string() : "USD";
  }

  bool is_elsewhere() const {
    return !std::ranges::contains(scope_, "US") &&
           std::ranges::any_of(kDollarCountries, [this](const DollarCountry& country) {
             return std::ranges::contains(scope_, country.code);
           });
  }

  std::string_view text_;
  std::span<const std::string_view> scope_;
  std::optional<std::string> elsewhere_;
};

// ---- Reading ----

class SalaryReader {
 public:
  SalaryReader(std::string_view text, std::span<const std::string_view> scope)
      : text_(text), dollars_(text, scope) {}

  std::optional<Salary> read() {
    int amounts = 0;
    for (std::size_t at = next_number(0); at < text_.size() && amounts < kMaxAmounts; ++amounts) {
      const std::optional<Money> money = read_money(text_, at);
      if (money) consider(*money);
      at = next_number(money ? std::max(money->end, at + 1) : skip_number(at));
    }
    return choose();
  }

 private:
  /// The next digit that begins a number.
  std::size_t next_number(std::size_t at) const {
    const auto is_inside = [this](std::size_t i) {
      return i > 0 && (is_ascii_digit(text_[i - 1]) ||
                       (i > 1 && (text_[i - 1] == '.' || text_[i - 1] == ',') &&
                        is_ascii_digit(text_[i - 2])));
    };
    while (at < text_.size() && (!is_ascii_digit(text_[at]) || is_inside(at))) ++at;
    return at;
  }

  std::size_t skip_number(std::size_t at) const {
    while (at < text_.size() && is_ascii_digit(text_[at])) ++at;
    return at;
  }

  void consider(const Money& money) {
    if (money.currency.empty() && !money.looks_like_money && !money.period) return;
    const PayContext context = read_context(text_, money);
    if (!is_pay(money, context)) return;
    const std::int64_t low = to_units(money.low_cents);
    const std::int64_t high = to_units(money.high_cents);
    const bool has_low = context.bound != Bound::kUpTo;
    const bool has_high = context.bound != Bound::kFrom && !money.is_open;
    const std::string currency =
        money.currency == kDollar ? dollars_.currency(context) : std::string(money.currency);
    std::optional<Salary> salary =
        make_salary(has_low ? std::optional(low) : std::nullopt,
                    has_high ? std::optional(high) : std::nullopt, currency, context.period);
    // A period in the words around may belong to something else; the one attached may not.
    if (!salary && context.period && !money.period) {
      salary = make_salary(has_low ? std::optional(low) : std::nullopt,
                           has_high ? std::optional(high) : std::nullopt, currency, {});
    }
    if (salary) offers_.push_back({*std::move(salary), money.is_range, context.is_on_target});
  }

  std::optional<Salary> choose() {
    keep_if_any([](const Offer& offer) { return !offer.is_on_target; });
    keep_if_any([](const Offer& offer) { return offer.is_range; });
    if (offers_.empty()) return std::nullopt;
    Salary widest = offers_.front().salary;
    for (const Offer& offer : offers_) widen(widest, offer.salary);
    return widest;
  }

  template <typename Predicate>
  void keep_if_any(Predicate is_wanted) {
    if (std::ranges::any_of(offers_, is_wanted)) {
      std::erase_if(offers_, [&](const Offer& offer) { return !is_wanted(offer); });
    }
  }

  static void widen(Salary& widest, const Salary& other) {
    if (other.currency != widest.currency || other.period != widest.period) return;
    // "from $130,000 in our lowest market up to $210,000 in our highest"
    const bool completes = !widest.max && !other.min && *widest.min <= *other.max;
    if (!completes && (!widest.min || !widest.max || !other.min || !other.max)) return;
    const std::int64_t low = completes ? *widest.min : std::min(*widest.min, *other.min);
    const std::int64_t high = completes ? *other.max : std::max(*widest.max, *other.max);
    if (low * kWidestSpan < high) return;
    widest.min = low;
    widest.max = high;
  }

  std::string_view text_;
  DollarReader dollars_;
  std::vector<Offer> offers_;
};

// ---- Writing ----

/// "120,000"
void append_grouped(std::string& out, std::int64_t amount) {
  std::array<char, 20> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), amount);
  if (error != std::errc()) return;
  const std::string_view plain(digits.data(), static_cast<std::size_t>(end - digits.data()));
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (i > 0 && (plain.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(plain[i]);
  }
}

}  // namespace

std::optional<Salary> make_salary(std::optional<std::int64_t> min, std::optional<std::int64_t> max,
                                  std::string_view currency, std::optional<PayPeriod> period) {
  if (min && *min <= 0) min.reset();
  if (max && *max <= 0) max.reset();
  if (!min && !max) return std::nullopt;
  if (min && max && *min > *max) std::swap(min, max);
  const std::int64_t low = min.value_or(max.value_or(0));
  const std::int64_t high = max.value_or(low);
  Salary salary{min, max, known_currency(currency), period};
  const std::int64_t scale = currency_scale(salary.currency);
  if (high > kAnyBounds.high || !is_plausible(low, high, scale, period)) return std::nullopt;
  if (!salary.period) salary.period = only_period(low, high, scale);
  return salary;
}

std::optional<Salary> parse_salary(std::string_view text, std::span<const std::string_view> scope) {
  return SalaryReader(text, scope).read();
}

std::string pay_range(const Salary& salary) {
  const std::string_view sign = currency_sign(salary.currency);
  std::string out;
  if (!salary.min && !salary.max) return out;
  if (!salary.min) out = "up to ";
  if (!salary.max) out = "from ";
  if (sign.empty() && !salary.currency.empty()) out.append(salary.currency).push_back(' ');
  out += sign;
  append_grouped(out, salary.min ? *salary.min : *salary.max);
  if (salary.min && salary.max && *salary.min != *salary.max) {
    out += "–";
    out += sign;
    append_grouped(out, *salary.max);
  }
  if (salary.period) {
    out += *salary.period == kHour ? " an " : " a ";
    out += period_name(*salary.period);
  }
  return out;
}

}  // namespace spearyx::normalize
