#include "normalize/pay/comparable_pay.h"

#include <gtest/gtest.h>

#include <string>

#include "normalize/pay/exchange_rates.h"
#include "normalize/pay/exchange_rates_table.h"

namespace spearyx::normalize {
namespace {

using enum PayPeriod;

TEST(ExchangeRates, AreOfEveryCurrencyInTheTable) {
  EXPECT_EQ(units_per_dollar("USD"), 1);
  for (const ExchangeRate& row : kExchangeRates) {
    EXPECT_EQ(units_per_dollar(row.code), row.units_per_dollar) << row.code;
    EXPECT_GT(row.units_per_dollar, 0) << row.code;
  }
  for (const std::string_view none : {"", "US", "usd", "XYZ", "USDT", "AAA", "ZZZ", "¤"}) {
    EXPECT_EQ(units_per_dollar(none), 0) << none;
  }
}

/// Orders of magnitude that no market moves in years: a rate the wrong way round is seen.
TEST(ExchangeRates, AreUnitsPerDollar) {
  struct {
    std::string_view code;
    double low;
    double high;
  } const cases[] = {{"EUR", 0.6, 1.2}, {"GBP", 0.5, 1},   {"CHF", 0.5, 1.2},  {"CAD", 1.1, 1.7},
                     {"JPY", 80, 250},  {"INR", 60, 150},  {"KRW", 900, 2000}, {"BRL", 3, 9},
                     {"PLN", 2.5, 6},   {"KWD", 0.2, 0.4}, {"IDR", 1e4, 3e4}};
  for (const auto& c : cases) {
    EXPECT_GT(units_per_dollar(c.code), c.low) << c.code;
    EXPECT_LT(units_per_dollar(c.code), c.high) << c.code;
  }
}

struct YearCase {
  const char* name;
  Salary salary;
  std::optional<std::int64_t> expected;
};

TEST(UsdPerYear, TellsWhatIsPaidAtMost) {
  const YearCase cases[] = {
      {"Year", {50'000, 90'000, "USD", kYear}, 90'000},
      {"Exact", {90'000, 90'000, "USD", kYear}, 90'000},
      {"From", {50'000, {}, "USD", kYear}, 50'000},
      {"UpTo", {{}, 90'000, "USD", kYear}, 90'000},
      {"Month", {5'000, 6'000, "USD", kMonth}, 72'000},
      {"Week", {{}, 1'000, "USD", kWeek}, 52'000},
      {"Day", {{}, 400, "USD", kDay}, 104'000},
      {"Hour", {{}, 22.5, "USD", kHour}, 46'800},
      {"FractionsRoundLast", {{}, 17.35, "USD", kHour}, 36'088},
      {"NoAmount", {{}, {}, "USD", kYear}, {}},
      {"NoCurrency", {50'000, 90'000, "", kYear}, {}},
      {"UnknownCurrency", {50'000, 90'000, "XYZ", kYear}, {}},
      {"NoPeriod", {50'000, 90'000, "USD", {}}, {}},
  };
  for (const YearCase& c : cases) EXPECT_EQ(usd_per_year(c.salary), c.expected) << c.name;
}

TEST(UsdPerYear, IsTheSameMoneyInEveryCurrency) {
  for (const ExchangeRate& row : kExchangeRates) {
    const Salary salary{{}, 80'000 * row.units_per_dollar, std::string(row.code), kYear};
    EXPECT_EQ(usd_per_year(salary), 80'000) << row.code;
  }
}

/// Yen are many and worth less: six million of them pay less than 150,000 dollars.
TEST(UsdPerYear, OrdersPayAcrossCurrencies) {
  const auto year = [](double amount, const char* currency, PayPeriod period = kYear) {
    return usd_per_year({{}, amount, currency, period}).value_or(0);
  };
  EXPECT_LT(year(6'000'000, "JPY"), year(180'000, "USD"));
  EXPECT_LT(year(2'000'000, "INR"), year(60'000, "EUR"));
  EXPECT_LT(year(100'000, "CAD"), year(100'000, "USD"));
  EXPECT_LT(year(100'000, "USD"), year(100'000, "GBP"));
  EXPECT_LT(year(20'000, "PLN", kMonth), year(60, "USD", kHour));
  EXPECT_LT(year(80'000'000, "COP"), year(300, "EUR", kDay));
}

}  // namespace
}  // namespace spearyx::normalize
