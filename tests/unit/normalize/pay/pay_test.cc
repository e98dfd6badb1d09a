// The choice of pay where a source's fields, the text and the title speak of it.
#include "normalize/pay/pay.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/normalize/pay/salary_cases.h"

namespace spearyx::normalize {
namespace {

struct Fields {
  double min = 0;
  double max = 0;
  const char* currency = "";
  const char* period = "";
};

Posting posting_with(const Fields& fields) {
  Posting posting;
  posting.salary_min = fields.min;
  posting.salary_max = fields.max;
  posting.salary_currency = fields.currency;
  posting.salary_period = fields.period;
  return posting;
}

struct PayCase {
  const char* name;
  Fields fields;
  std::string_view text;
  std::string_view title;
  std::string_view expected;
  std::string_view origin;
};

TEST(PayOf, ChoosesBetweenFieldsTextAndTitle) {
  const PayCase cases[] = {
      {"FieldsGoBeforeText",
       {60'000, 80'000, "EUR", "year"},
       "Salary: €50,000",
       "",
       "60000 80000 EUR year",
       "fields"},
      {"FieldsGoBeforeTextInOtherUnits",
       {83'200, 124'800, "USD", "annual"},
       "Pay: $40 - $60 an hour",
       "",
       "83200 124800 USD year",
       "fields"},
      {"TextWhereNothingIsInFields", {}, "Salary: €50,000", "", "50000 50000 EUR year", "text"},
      {"TextBeforeTitle", {}, "Salary: €50,000", "Cook, €40k-45k", "50000 50000 EUR year", "text"},
      {"TitleLast", {}, "We cook.", "Cook (€40k-45k)", "40000 45000 EUR year", "title"},
      {"Nothing", {}, "We cook.", "Cook", "", ""},
      {"CurrencyAloneSaysNothing", {0, 0, "USD", "annual"}, "We cook.", "Cook", "", ""},
      // A feed's bare numbers.
      {"BareFieldsWithoutText", {70'000, 150'000}, "We cook.", "", "70000 150000 ? -", "fields"},
      {"BareFieldsTakeTheTextsCurrency",
       {21, 24},
       "Pay: $21 - $24 an hour",
       "",
       "21 24 USD hour",
       "text"},
      {"BareFieldsGiveWay",
       {20'000, 30'000},
       "Salary: €1,500 - €3,000 per month",
       "",
       "1500 3000 EUR month",
       "text"},
      {"BareFieldsDoNotGiveWayToBonuses",
       {90'000, 95'000},
       "Signing bonus: $5,000",
       "",
       "90000 95000 ? -",
       "fields"},
      {"BareFieldsBesideTheTitle",
       {50'000, 60'000},
       "We cook.",
       "Cook, $50k - $60k a year",
       "50000 60000 USD year",
       "title"},
      // Fields that the text completes.
      {"ALoneMinimumThatIsTheMaximum",
       {130'000, 0, "GBP", "yearly"},
       "Salary: £100,000 - £130,000",
       "",
       "100000 130000 GBP year",
       "text"},
      {"ALoneMinimum",
       {100'000, 0, "GBP", "yearly"},
       "Salary: £100,000 - £130,000",
       "",
       "100000 130000 GBP year",
       "text"},
      {"ALoneMaximum",
       {0, 130'000, "GBP", "yearly"},
       "Salary: £100,000 - £130,000",
       "",
       "100000 130000 GBP year",
       "text"},
      {"ALoneMinimumOfOtherPay",
       {151'000, 0, "USD", "yearly"},
       "Salary: $90,000 - $100,000",
       "",
       "151000 - USD year",
       "fields"},
      {"ALoneMinimumWithoutText",
       {151'000, 0, "USD", "yearly"},
       "We cook.",
       "",
       "151000 - USD year",
       "fields"},
      {"ALoneMinimumInAnotherCurrency",
       {100'000, 0, "GBP", "yearly"},
       "Salary: $100,000 - $130,000",
       "",
       "100000 - GBP year",
       "fields"},
      {"APeriodOfTheText",
       {5'000, 6'000, "EUR", ""},
       "Salary: €5,000 - €6,000 per month",
       "",
       "5000 6000 EUR month",
       "text"},
      {"ACurrencyOfTheText",
       {5'000, 6'000, "", "month"},
       "Salary: €5,000 - €6,000 per month",
       "",
       "5000 6000 EUR month",
       "text"},
      {"AnotherAmountCompletesNothing",
       {5'000, 6'000, "EUR", ""},
       "Salary: €7,000 per month",
       "",
       "5000 6000 EUR -",
       "fields"},
      // Fields that nobody earns.
      {"AbsurdFields",
       {10'000, 750'000, "USD", "year"},
       "Salary: $90,000",
       "",
       "90000 90000 USD year",
       "text"},
      {"AbsurdFieldsAlone", {4, 5'500, "USD", "month"}, "We cook.", "", "", ""},
  };
  for (const PayCase& c : cases) {
    const Pay pay = pay_of(posting_with(c.fields), c.title, c.text, {});
    EXPECT_EQ(written(pay.salary), c.expected) << c.name;
    EXPECT_EQ(name_of(pay.origin), c.origin) << c.name;
  }
}

TEST(PayOf, ShowsNoPayThatIsNotToBeShown) {
  Posting posting = posting_with({60'000, 80'000, "EUR", "year"});
  posting.hides_salary = true;
  EXPECT_EQ(pay_of(posting, "Cook, $50k - $60k a year", "Salary: €50,000", {}).salary,
            std::nullopt);
}

TEST(PayOf, TellsWhatItReadWithoutReadingOtherwise) {
  const Fields all[] = {
      {}, {60'000, 80'000, "EUR", "year"}, {60'000, 80'000}, {4, 5'500, "USD", "month"}};
  for (const Fields& fields : all) {
    for (const std::string_view text :
         {"", "Salary: $50,000. Bonus: $5,000.", "Pay: $60,000 - $80,000"}) {
      const Posting posting = posting_with(fields);
      PayTrace trace;
      const Pay told = pay_of(posting, "Cook", text, {}, &trace);
      EXPECT_EQ(written(told.salary), written(pay_of(posting, "Cook", text, {}).salary));
      const auto is_pay = [](const ReadAmount& amount) { return amount.passed_over.empty(); };
      EXPECT_EQ(std::ranges::count_if(trace, is_pay), told.salary ? 1 : 0) << text;
    }
  }
}

TEST(ParseSalary, TellsWhyAmountsAreNotThePay) {
  struct {
    std::string_view text;
    std::vector<ReadAmount> expected;
  } const cases[] = {
      {"Salary: $90,000", {{"$90,000", ""}}},
      {"Bonus: $9,000", {{"$9,000", "other money"}}},
      {"We met in $9,000", {{"$9,000", "no word of pay"}}},
      {"Salary: $9,000,000 an hour", {{"$9,000,000 an hour", "nobody earns that"}}},
      {"Base $80,000, OTE $120,000", {{"$80,000", ""}, {"$120,000", "base pay before total"}}},
      {"Salary: $80,000. Salary: $85,000 - $95,000",
       {{"$80,000", "a range before one figure"}, {"$85,000 - $95,000", ""}}},
      {"Salary: €80,000 - €90,000 or $90,000 - $99,000",
       {{"€80,000 - €90,000", ""}, {"$90,000 - $99,000", "another kind than the first"}}},
      {"No money", {}},
  };
  for (const auto& c : cases) {
    PayTrace trace;
    static_cast<void>(parse_salary(c.text, {}, &trace));
    EXPECT_EQ(trace, c.expected) << c.text;
  }
}

}  // namespace
}  // namespace spearyx::normalize
