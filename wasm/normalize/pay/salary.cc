#include "normalize/pay/salary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "normalize/pay/currency.h"
#include "normalize/pay/exchange_rates.h"
#include "normalize/pay/offer.h"
#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

/// The bounds of real pay in a period, in units of a major currency. They are wide on purpose, to
/// tell pay from misread numbers, not good pay from bad.
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
/// The bounds for currencies of unknown scale: anything but an identifier.
constexpr Bounds kAnyBounds = {1, 100'000'000'000};

constexpr double kWidestRatio = 10;  // of the ends of one range

/// The figures in a major currency that leave one period: a year above the first, an hour within
/// the others. Elsewhere several readings are left.
constexpr double kSurelyYear = 20'000;
constexpr Bounds kSurelyHour = {8, 40};

/// Whether a unit of the currency is worth about a dollar, so that a figure tells its period.
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

struct Range {
  double low;
  double high;
};

Range range_of(const Offer& offer) {
  const double low = offer.min != 0 ? offer.min : offer.max;
  return {low, std::max(low, offer.max)};
}

/// The amount with its digits in groups: "120,000", "22.50".
std::string grouped(double amount) {
  const std::int64_t cents = std::llround(amount * 100);
  std::string digits = std::to_string(cents / 100);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  if (cents % 100 == 0) return digits;
  return digits.append(cents % 100 < 10 ? ".0" : ".").append(std::to_string(cents % 100));
}

}  // namespace

bool settle(Offer& offer) {
  offer.min = std::max(offer.min, 0.0);
  offer.max = std::max(offer.max, 0.0);
  if (offer.max != 0 && offer.min > offer.max) std::swap(offer.min, offer.max);
  const auto [low, high] = range_of(offer);
  const double scale = units_per_dollar(offer.currency);
  if (low == 0) return false;
  if (is_plausible(low, high, scale, offer.period)) {
    if (!offer.period && !offer.has_other_period) offer.period = only_period(offer);
    return true;
  }
  // "$120,000 an hour": the amount is believed, its period is not.
  const bool is_year = only_period(offer) == PayPeriod::kYear;
  if (!offer.period || !is_year || !is_plausible(low, high, scale, PayPeriod::kYear)) return false;
  offer.period = PayPeriod::kYear;
  return true;
}

std::optional<PayPeriod> only_period(const Offer& offer) {
  const auto [low, high] = range_of(offer);
  if (!is_major(units_per_dollar(offer.currency))) return std::nullopt;
  if (low > kSurelyYear) return PayPeriod::kYear;
  return is_within(low, high, kSurelyHour, 1) ? std::optional(PayPeriod::kHour) : std::nullopt;
}

Salary to_salary(const Offer& offer) {
  Salary salary{
      .min = {}, .max = {}, .currency = std::string(offer.currency), .period = offer.period};
  if (offer.min != 0) salary.min = offer.min;
  if (offer.max != 0) salary.max = offer.max;
  return salary;
}

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
