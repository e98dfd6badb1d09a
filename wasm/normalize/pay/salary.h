#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Pay as numbers, from the structured fields of a source, else from a posting's plain text.
/// Unstated parts stay unknown: no currency and no period is invented.
namespace spearyx::normalize {

enum class PayPeriod : std::uint8_t { kYear, kMonth, kWeek, kDay, kHour };

struct Salary {
  /// The ends of the range as stated for the period, in major units with their hundredths. One of
  /// them alone is "from" or "up to"; an exact figure is both.
  std::optional<double> min;
  std::optional<double> max;
  /// The currency, a code of ISO 4217; "" when unknown.
  std::string currency;
  std::optional<PayPeriod> period;

  bool operator==(const Salary&) const = default;
};

/// An amount that was read, in its own words.
struct ReadAmount {
  std::string words;
  /// The reason for which it is not the pay; "" for the pay itself.
  std::string_view passed_over;

  bool operator==(const ReadAmount&) const = default;
};
using PayTrace = std::vector<ReadAmount>;

/// Checks structured input by the rules that `parse_salary` follows too:
/// - zero, negative and missing amounts are not stated; without any there is no salary;
/// - a minimum above the maximum is exchanged with it;
/// - ends more than a factor of ten apart (10000 to 750000) state nothing, nor do amounts that nobody
///   earns in the period (see the bounds in salary.cc), unless they can only be a year's pay;
/// - a currency that is no ISO 4217 code is unknown;
/// - a missing period is supplied only where one reading is left: in a major currency more than
///   20,000 is a year's pay, and 8 to 40 an hour's. One that is stated and none of ours, such as
///   "one-time" and "bi-weekly", stays unknown.
/// `period` is what `period_from` reads, "" for none.
[[nodiscard]] std::optional<Salary> make_salary(double min, double max, std::string_view currency,
                                                std::string_view period);

/// The pay that a short field or a description in plain text states.
/// - An amount counts where the words beside it speak of pay, where it stands alone on its line, or
///   where it is a range per year or hour that no sentence leads up to ("Zone A: $50 - $60 an
///   hour") or one that has named pay before. Funding, revenue, budgets, bonuses, stipends,
///   benefits and the like do not count.
/// - What is attached to an amount goes before what is near it: a period, a label, a bound. Marks
///   ("|", "·", a slash between spaces) end a clause, as lines do.
/// - Base pay goes before pay in total, a range before a single figure.
/// - Several ranges of one currency and period (pay zones, levels) give the widest span, as long as
///   it stays within a factor of five; the currency stated first wins.
/// - "$" alone is USD unless the text says CAD, AUD and so on, or `scope` (see scope.h)
/// names
///   another dollar country and not the US; then the currency is unknown.
/// Time is linear in the length of the text; at most `kMaxAmounts` amounts are considered.
/// Everything that was read goes into `trace`, if there is one.
[[nodiscard]] std::optional<Salary> parse_salary(std::string_view text,
                                                 std::span<const std::string_view> scope = {},
                                                 PayTrace* trace = nullptr);

inline constexpr int kMaxAmounts = 500;

/// The name of a period, a value of `jobs.salary_period`: "year", "month", "week", "day", "hour".
[[nodiscard]] std::string_view period_name(PayPeriod period);

/// The period that a source names: "per-year-salary" and "per-hour-wage" (Lever), "annual",
/// "hourly", "monthly" (Himalayas), "year", "p.a." …; nothing for "one-time", "bi-week-salary" and
/// unknowns.
[[nodiscard]] std::optional<PayPeriod> period_from(std::string_view name);

/// The pay as one line to read: "$120,000–$150,000 a year", "up to £22.50 an hour", "CHF 110,000",
/// or "120,000–150,000 a year" where the currency is unknown.
[[nodiscard]] std::string pay_range(const Salary& salary);

}  // namespace spearyx::normalize
