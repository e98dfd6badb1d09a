#include "normalize/pay/salary.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "unit/normalize/pay/salary_cases.h"

namespace spearyx::normalize {
namespace {

using enum PayPeriod;

class ParseTest : public ::testing::TestWithParam<SalaryGroup> {};

TEST_P(ParseTest, ReadsThePay) {
  for (const SalaryCase& c : GetParam().cases) {
    EXPECT_EQ(written(parse_salary(c.text)), c.expected) << c.text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Salaries, ParseTest,
    ::testing::Values(
        SalaryGroup{"Fields",
                    {{"$120,000 – $150,000", "120000 150000 USD year"},
                     {"€55k–70k", "55000 70000 EUR year"},
                     {"£45 per hour", "45 45 GBP hour"},
                     {"120–150k USD OTE", "120000 150000 USD year"},
                     {"CHF 110'000", "110000 110000 CHF year"},
                     {"CHF 120’000 – 140’000 p.a.", "120000 140000 CHF year"},
                     {"R$ 12.000", "12000 12000 BRL -"},
                     {"$120k - $150k + equity", "120000 150000 USD year"},
                     {"USD120000", "120000 120000 USD year"},
                     {"USD 120000-150000", "120000 150000 USD year"},
                     {"120.000 CHF", "120000 120000 CHF year"},
                     {"$100K - $130K | Remote | Full-time", "100000 130000 USD year"},
                     {"Senior Engineer ($150k–$180k)", "150000 180000 USD year"},
                     {"$ 95,000", "95000 95000 USD year"},
                     {"£600/day outside IR35", "600 600 GBP day"},
                     {"Starting at $18.50/hour", "18.5 - USD hour"},
                     {"120k dollars", "120000 120000 USD year"},
                     {"RM 8,000 - RM 10,000", "8000 10000 MYR -"}}},
        SalaryGroup{
            "Prose",
            {{"The salary range for this role is $130,000-$165,000 per year.",
              "130000 165000 USD year"},
             {"The base pay is between $90,000 and $110,000.", "90000 110000 USD year"},
             {"Compensation: $150,000 annually", "150000 150000 USD year"},
             {"You'll earn $25/hour", "25 25 USD hour"},
             {"In New York City, San Francisco and the Bay Area: $150,000 - $180,000 per year",
              "150000 180000 USD year"},
             {"Hiring range: $110,000 to $125,000", "110000 125000 USD year"},
             {"salaries from $80k to $200k depending on level", "80000 200000 USD year"},
             {"pay range for this role is 95,000-115,000 USD annually", "95000 115000 USD year"},
             {"Pay Scale: $33.65 - $50.48 Hourly", "33.65 50.48 USD hour"},
             {"We offer $130k–$160k plus equity and a 401(k).", "130000 160000 USD year"},
             {"Target base salary ranges from $216,000 year to $367,200/year.",
              "216000 367200 USD year"},
             {"The salary is $100k plus a 10% bonus", "100000 100000 USD year"},
             {"Contractor, 1099. ( $21/hr-$24/hr DOE, M-F, 8 hours a day) Duties: calls",
              "21 24 USD hour"}}},
        SalaryGroup{
            "PayTransparencyParagraphs",
            {{"We are required to disclose pay.\n\nAnnual Pay Range\n€61.000—€72.000 EUR\n",
              "61000 72000 EUR year"},
             {"You may be eligible for bonus, equity and benefits.\n\nPay Range\n$28—$32 USD",
              "28 32 USD hour"},
             {"The expected range is:\n\n$54,800-$115,000Acme is an equal opportunity employer.",
              "54800 115000 USD year"},
             {"Salary Range: ⏎\n$80,000.00 - $90,000.00 base salary + 5% company bonus, per year",
              "80000 90000 USD year"},
             {"Reliable internet access and ability to work remotely\n\n$45,000 - $60,000 a year\n",
              "45000 60000 USD year"},
             {"Salary Range: $58,500 base salary, and $18,000 variable commission; OTE: $76,500",
              "58500 58500 USD year"},
             {"Salary range: $100,000- $110,000 + $25,000.00 - $27,500.00 Variable, plus RSU",
              "100000 110000 USD year"},
             {"Pay: $110,000 - $135,000 per year, plus a 25% Commission Plan ($27,500-$33,750)",
              "110000 135000 USD year"},
             {"Base pay ranges from $129,300/year in our lowest market up to $223,600/year in our "
              "highest.",
              "129300 223600 USD year"}}},
        SalaryGroup{"Periods",
                    {{"$1,500/week", "1500 1500 USD week"},
                     {"£550 per day", "550 550 GBP day"},
                     {"Day rate: £500 - £600", "500 600 GBP day"},
                     {"GBP 400-500 p/d", "400 500 GBP day"},
                     {"USD 7-8k/month", "7000 8000 USD month"},
                     {"Monthly salary: $2,000 - $3,000", "2000 3000 USD month"},
                     {"€4.500 - €5.500 / Monat", "4500 5500 EUR month"},
                     {"SEK 45 000 per månad", "45000 45000 SEK month"},
                     {"Annual Salary: $265,000—$365,000 USD", "265000 365000 USD year"},
                     {"Hourly: 25-30 USD", "25 30 USD hour"},
                     {"$30 per hour, 20-25 hours per week", "30 30 USD hour"},
                     {"$50 per hour to $60 per hour", "50 60 USD hour"},
                     {"£35,000 - £40,000 pa", "35000 40000 GBP year"},
                     {"€ 60.000,- per jaar", "60000 60000 EUR year"},
                     {"Gehalt zwischen 55.000 und 65.000 Euro pro Jahr", "55000 65000 EUR year"},
                     {"Salaire : entre 45k€ et 55k€", "45000 55000 EUR year"},
                     {"Salario entre 2.000 y 2.500 euros al mes", "2000 2500 EUR month"},
                     {"45 000 € - 55 000 € brut annuel", "45000 55000 EUR year"},
                     {"Salary: $2,000 - $3,000 (USD) per month", "2000 3000 USD month"},
                     {"Salary: €25,000 (gross) per month", "25000 25000 EUR month"},
                     {"Salary: €25,000 (monthly)", "25000 25000 EUR month"},
                     {"Salary: $50,000 (40 hours per week)", "50000 50000 USD year"},
                     {"Salary: $60,000 - $70,000 (USD) and a bonus", "60000 70000 USD year"},
                     {"MXN 45,000 mensuales", "45000 45000 MXN month"}}},
        SalaryGroup{"PeriodUnknown",
                    {{"$7,000 - $9,000", "7000 9000 USD -"},
                     {"Pay: $64—$64 USD", "64 64 USD -"},
                     {"$3,000 bi-weekly salary", "3000 3000 USD -"},
                     {"Salary range: $28,000 - $32,000 bi-weekly", "28000 32000 USD -"},
                     {"Salary: $28,000 - $32,000 semi-monthly", "28000 32000 USD -"},
                     {"15 000 – 20 000 zł", "15000 20000 PLN -"}}},
        SalaryGroup{"NumberFormats",
                    {{"₹12,00,000 - ₹18,00,000 per annum", "1200000 1800000 INR year"},
                     {"₹15-20 LPA", "1500000 2000000 INR year"},
                     {"£50-60k", "50000 60000 GBP year"},
                     {"£50-60,000 per annum", "50000 60000 GBP year"},
                     {"Salary Range: $150-$190K OTE", "150000 190000 USD year"},
                     {"Salary: $65/hr - $60/hr", "60 65 USD hour"},
                     {"$22.50/hr", "22.5 22.5 USD hour"},
                     {"35 à 45 k€", "35000 45000 EUR year"},
                     {"70.000€ - 85.000€ / Jahr", "70000 85000 EUR year"},
                     {"PLN 18\u00A0000 – 24\u00A0000 net per month (B2B)", "18000 24000 PLN month"},
                     {"$170 000 a year", "170000 170000 USD year"},
                     {"COP $8M - $12M per month", "8000000 12000000 COP month"},
                     {"salary: 6-8 lakhs per annum", "600000 800000 ? year"}}},
        SalaryGroup{"Bounds",
                    {{"Up to $40/hour", "- 40 USD hour"},
                     {"Salary: DOE, up to £70k", "- 70000 GBP year"},
                     {"Salary from €60,000", "60000 - EUR year"},
                     {"Pay: From $60,000.00 per year", "60000 - USD year"},
                     {"$150k+", "150000 - USD year"},
                     {"Minimum: $100,000, Maximum: $120,000", "100000 120000 USD year"}}},
        SalaryGroup{
            "Currencies",
            {{"CAD $110,000 - $130,000", "110000 130000 CAD year"},
             {"$67,000—$79,000 CAD", "67000 79000 CAD year"},
             {"$120,000 - $150,000 (CAD)", "120000 150000 CAD year"},
             {"C$110k – C$130k", "110000 130000 CAD year"},
             {"A$150k–A$180k plus super", "150000 180000 AUD year"},
             {"S$6,000 – S$9,000 monthly", "6000 9000 SGD month"},
             {"HKD 40K - 50K per month", "40000 50000 HKD month"},
             {"Salario: AR$ 1.200.000", "1200000 1200000 ? -"},
             {"Salario: UY$ 90.000 - UY$ 110.000", "90000 110000 ? -"},
             {"Salary: USD$100,000 - USD$120,000", "100000 120000 USD year"},
             {"R45,000 - R60,000 per month", "45000 60000 ZAR month"},
             {"US$ 5.000/mês", "5000 5000 USD month"},
             {"Salary: $100,000 - $120,000. All figures in CAD.", "100000 120000 CAD year"},
             {"Salary: $100,000 - $120,000, paid in Canadian dollars", "100000 120000 CAD year"},
             {"CAD experience required. Salary: $100,000 - $120,000", "100000 120000 USD year"},
             {"COPD (COPD) is our field. Salary: $100,000 - $120,000", "100000 120000 USD year"},
             {"For candidates in Canada: $100,000 - $120,000", "100000 120000 ? year"},
             {"US: $150K-$180K; Canada: $140K-$170K", "150000 180000 USD year"},
             {"¥500,000/month", "500000 500000 ? month"},
             {"Salary: 120k-150k", "120000 150000 ? -"},
             {"Salary: 120,000 - 150,000", "120000 150000 ? -"}}},
        SalaryGroup{
            "SeveralRanges",
            {{"Zone 1: $150,000 - $180,000\nZone 2: $130,000 - $160,000", "130000 180000 USD year"},
             {"Base salary ranges from $73,788/year to $83,076/year in Raleigh and from "
              "$85,800/year "
              "to 96,600/year in New York.",
              "73788 96600 USD year"},
             {"Base salary: $100,000 - $120,000. OTE: $180,000 - $220,000.",
              "100000 120000 USD year"},
             {"The salary in the Bay Area is $150,000 - $180,000 per year, and in all other "
              "regions "
              "of the United States we hire in it is $130,000 - $150,000 per year.",
              "130000 180000 USD year"},
             {"$130k base, $200k OTE", "130000 130000 USD year"},
             {"Base: $80k-$100k | OTE: $160k-$200k", "80000 100000 USD year"},
             {"$80k-$100k base / $160k-$200k OTE", "80000 100000 USD year"},
             {"OTE: $160k-$200k, base: $80k-$100k", "80000 100000 USD year"},
             {"Base salary $70,000 OTE $140,000", "70000 70000 USD year"},
             {"£35k OTE £60k", "35000 35000 GBP year"},
             {"We offer $5,000 401(k) match, salary of $90,000", "90000 90000 USD year"},
             {"Salary: $100,000 - $120,000 USD or 90,000 - 105,000 EUR", "100000 120000 USD year"},
             {"Salary: $20 - $25 per hour for interns, pay of $200 - $300 per hour for partners",
              "20 25 USD hour"}}},
        SalaryGroup{"NotSalaries",
                    {{"", ""},
                     {"120k", ""},
                     {"We raised $120M in Series B funding", ""},
                     {"It is backed (~$200M in funding) by investors", ""},
                     {"Our Series C valued us at $1.5 billion", ""},
                     {"$5M ARR", ""},
                     {"revenue of €4.00 billion and around 9,000 employees", ""},
                     {"Founded in 2019, 250 employees", ""},
                     {"Salary review in 2025 - 2026", ""},
                     {"salary for 10,000 employees", ""},
                     {"401(k) matching", ""},
                     {"401k, 403b and competitive salary", ""},
                     {"Equity: 0.05% - 0.15%", ""},
                     {"3x salary life insurance", ""},
                     {"Our 13th month salary", ""},
                     {"Call (555) 123-4567 about pay", ""},
                     {"Salary enquiries: 555 123 4567", ""},
                     {"Salary: 1234567890", ""},
                     {"Salary at ISO 27001 certified company", ""},
                     {"Salary: competitive", ""}}},
        SalaryGroup{"OtherMoney",
                    {{"$500 home office budget", ""},
                     {"$1,000 referral bonus", ""},
                     {"Sign-on bonus: $20,000", ""},
                     {"$2,500 - $3,000 sign-on bonus", ""},
                     {"Annual bonus of $10,000", ""},
                     {"Competitive salary\n$5,000 sign-on bonus", ""},
                     {"competitive salary, $2,000 home office stipend", ""},
                     {"Salary reviews, and a $1,000 learning budget", ""},
                     {"$125 monthly home-office tech stipend", ""},
                     {"The expected stipend is 3,850 USD / 2,310 GBP per week", ""},
                     {"Tuition reimbursement up to $5,250 per year", ""},
                     {"$50,000 life insurance policy", ""},
                     {"Employees get $1,500 per year for learning", ""},
                     {"$15,000 relocation assistance", ""},
                     {"Salary: competitive; budget $100,000 for the project", ""}}},
        SalaryGroup{"Business",
                    {{"Customers pay $100 - $500 per month for our product.", ""},
                     {"Our average contract $20,000-$40,000 per year", ""},
                     {"You will manage accounts of $100k-$500k per year", ""},
                     {"Our SaaS product sells for $12,000 - $24,000 per year", ""},
                     {"Save the rent of $24,000 - $36,000 per year", ""},
                     {"Manage a budget of $100,000 - $500,000", ""},
                     {"deals ranging from $50,000 to $500,000", ""},
                     {"saves clients $50,000 per year", ""},
                     {"carry a $1,200,000 annual quota", ""},
                     {"Loans from $5,000 to $50,000", ""},
                     {"Average order value $120 - $150", ""},
                     {"We process $3B in payments", ""},
                     {"Funding for compute (~$15k/month)", ""},
                     {"Closed $250,000 last quarter", ""},
                     {"Rate: $0.10 per word", ""},
                     {"Rate: $50 per article", ""},
                     {"Salary: $5,000 per project", ""},
                     {"Range: 10000 - 750000 USD", ""}}}),
    [](const ::testing::TestParamInfo<SalaryGroup>& info) { return info.param.name; });

TEST(ParseSalary, LooksAtTheScopeForTheDollar) {
  const auto currency = [](std::vector<std::string_view> scope, std::string_view text) {
    return parse_salary(text, scope).value_or(Salary{}).currency;
  };
  constexpr std::string_view kBare = "Salary: $100,000 - $120,000";
  EXPECT_EQ(currency({}, kBare), "USD");
  EXPECT_EQ(currency({"US"}, kBare), "USD");
  EXPECT_EQ(currency({"DE"}, kBare), "USD");
  EXPECT_EQ(currency({"CA"}, kBare), "");
  EXPECT_EQ(currency({"AU", "NZ"}, kBare), "");
  EXPECT_EQ(currency({"CA", "US"}, kBare), "USD");
  // Either dollar leaves one period; a peso does not.
  EXPECT_EQ(written(parse_salary(kBare, std::vector<std::string_view>{"CA"})),
            "100000 120000 ? year");
  EXPECT_EQ(written(parse_salary(kBare, std::vector<std::string_view>{"MX"})), "100000 120000 ? -");
  EXPECT_EQ(currency({"CA"}, "Salary: $100,000 - $120,000 USD"), "USD");
  EXPECT_EQ(currency({"CA"}, "Salary: $100,000 - $120,000 CAD"), "CAD");
  EXPECT_EQ(currency({"CA"}, "Salary: €100,000"), "EUR");
}

TEST(ParseSalary, SurvivesAnyBytes) {
  EXPECT_EQ(written(parse_salary("\xFF$\xC2 9\xE2\x80")), "");
  EXPECT_EQ(written(parse_salary("$")), "");
  EXPECT_EQ(written(parse_salary("$999999999999999999999999")), "");
  EXPECT_EQ(written(parse_salary("salary $99999999999k-9999999999999T")), "");
  EXPECT_EQ(written(parse_salary("salary 1 - ")), "");
}

/// Quadratic work on a megabyte would take minutes.
TEST(ParseSalary, IsLinearInTheLengthOfTheText) {
  const auto repeated = [](std::string_view part) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    return text;
  };
  for (const std::string_view part :
       {"$1 ", "salary ", "1", "1,", " ", "$", "in CAD $5 - ", "(", "a\n"}) {
    EXPECT_LE(written(parse_salary(repeated(part))).size(), 60U) << part;
  }
}

struct StructuredCase {
  const char* name;
  double min;
  double max;
  std::string_view currency;
  std::string_view period;  // as a source names it
  std::string_view expected;
};

TEST(MakeSalary, AppliesTheSameRules) {
  constexpr double kHuge = std::numeric_limits<double>::max();
  const StructuredCase cases[] = {
      {"Plain", 44000, 80000, "EUR", "year", "44000 80000 EUR year"},
      {"Exact", 240000, 240000, "USD", "year", "240000 240000 USD year"},
      {"Fractions", 60.58, 75.25, "USD", "hour", "60.58 75.25 USD hour"},
      {"Hourly", 14, 14, "USD", "hour", "14 14 USD hour"},
      {"LowerCaseCode", 44000, 80000, "eur", "year", "44000 80000 EUR year"},
      {"NotStated", 0, 0, "DZD", "month", ""},
      {"Missing", {}, {}, "USD", "year", ""},
      {"OnlyMax", 0, 60000, "USD", "year", "- 60000 USD year"},
      {"OnlyMin", 60000, {}, "USD", "year", "60000 - USD year"},
      {"Negative", -5, 60000, "USD", "year", "- 60000 USD year"},
      {"Exchanged", 80000, 44000, "EUR", "year", "44000 80000 EUR year"},
      {"AbsurdlyWide", 10000, 750000, "USD", "year", ""},
      {"AbsurdlyWideWithoutCurrency", 10000, 750000, "", "", ""},
      {"TenfoldIsTheLimit", 50000, 500000, "USD", "year", "50000 500000 USD year"},
      {"AbsurdMonth", 4, 5500, "USD", "month", ""},
      {"TooLittleForAYear", 14, 20, "USD", "year", ""},
      {"TooMuchForAnHour", 50000, 60000, "USD", "hour", "50000 60000 USD year"},
      {"TooMuchForADay", 90000, 90000, "EUR", "day", "90000 90000 EUR year"},
      {"TooMuchForAnHourNotForADay", 5000, 6000, "USD", "hour", ""},
      {"SmallUnits", 900000, 2000000, "INR", "year", "900000 2000000 INR year"},
      {"SmallUnitsTooLittle", 900, 2000, "INR", "year", ""},
      {"NoCurrencyNoPeriod", 180000, 210000, "", "", "180000 210000 ? -"},
      {"NoCurrencyHourly", 30, 30, "", "", "30 30 ? -"},
      {"NotACurrency", 44000, 80000, "EURO", "year", "44000 80000 ? year"},
      {"NotIso", 44000, 80000, "XYZ", "year", "44000 80000 ? year"},
      {"YearSupplied", 130000, 160000, "USD", "", "130000 160000 USD year"},
      {"HourSupplied", 30, 35, "USD", "", "30 35 USD hour"},
      {"NothingSuppliedForOnce", 25000, 30000, "USD", "one-time", "25000 30000 USD -"},
      {"NothingSuppliedForOtherPeriods", 30, 35, "USD", "bi-week-salary", "30 35 USD -"},
      {"NothingSupplied", 5000, 6000, "USD", "", "5000 6000 USD -"},
      {"NothingSuppliedForSmallUnits", 130000, 160000, "JPY", "", "130000 160000 JPY -"},
      {"Huge", kHuge, kHuge, "USD", "year", ""},
      {"HugeWithoutCurrency", 1, kHuge, "", "", ""},
  };
  for (const StructuredCase& c : cases) {
    EXPECT_EQ(written(make_salary(c.min, c.max, c.currency, c.period)), c.expected) << c.name;
  }
}

TEST(PeriodFrom, KnowsTheWordsOfTheSources) {
  struct {
    std::string_view name;
    std::optional<PayPeriod> expected;
  } const cases[] = {
      {"per-year-salary", kYear},
      {"per-month-salary", kMonth},
      {"per-week-salary", kWeek},
      {"per-day-wage", kDay},
      {"per-hour-wage", kHour},
      {"annual", kYear},
      {"Annually", kYear},
      {"hourly", kHour},
      {"monthly", kMonth},
      {"weekly", kWeek},
      {"daily", kDay},
      {"year", kYear},
      {"HOUR", kHour},
      {"p.a.", kYear},
      {"yearly", kYear},
      {"", {}},
      {"one-time", {}},
      {"bi-week-salary", {}},
      {"semi-month-salary", {}},
      {"fortnight", {}},
      {"per-", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(period_from(c.name), c.expected) << c.name;
}

TEST(PeriodName, IsWhatTheDatabaseHolds) {
  for (const PayPeriod period : {kYear, kMonth, kWeek, kDay, kHour}) {
    EXPECT_EQ(period_from(period_name(period)), period);
  }
  EXPECT_EQ(period_name(kYear), "year");
  EXPECT_EQ(period_name(kHour), "hour");
}

TEST(PayRange, ReadsWell) {
  const auto range = [](std::optional<double> min, std::optional<double> max, const char* currency,
                        std::optional<PayPeriod> period) {
    return pay_range({min, max, currency, period});
  };
  EXPECT_EQ(range(120000, 150000, "USD", kYear), "$120,000–$150,000 a year");
  EXPECT_EQ(range(55000, 55000, "EUR", kYear), "€55,000 a year");
  EXPECT_EQ(range(45, 45, "GBP", kHour), "£45 an hour");
  EXPECT_EQ(range(120000, 150000, "", kYear), "120,000–150,000 a year");
  EXPECT_EQ(range({}, 40, "USD", kHour), "up to $40 an hour");
  EXPECT_EQ(range(60000, {}, "CHF", kYear), "from CHF 60,000 a year");
  EXPECT_EQ(range(110000, 120000, "CHF", {}), "CHF 110,000–120,000");
  EXPECT_EQ(range(110000, 130000, "CAD", kYear), "CA$110,000–CA$130,000 a year");
  EXPECT_EQ(range(18000, 24000, "PLN", kMonth), "PLN 18,000–24,000 a month");
  EXPECT_EQ(range(1200000, 1200000, "INR", kYear), "₹1,200,000 a year");
  EXPECT_EQ(range(500, 500, "GBP", kDay), "£500 a day");
  EXPECT_EQ(range(999, 1000, "USD", kWeek), "$999–$1,000 a week");
  EXPECT_EQ(range(22.5, 1022.05, "USD", kHour), "$22.50–$1,022.05 an hour");
  EXPECT_EQ(range({}, {}, "USD", kYear), "");
}

}  // namespace
}  // namespace spearyx::normalize
