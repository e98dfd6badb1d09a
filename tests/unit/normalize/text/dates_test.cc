#include "normalize/text/dates.h"

#include <gtest/gtest.h>

#include <limits>

namespace spearyx::normalize {
namespace {

constexpr UnixSeconds kNow = 1786197600;  // 2026-08-08T14:00:00Z

struct DateCase {
  const char* name;
  std::string_view text;
  std::optional<UnixSeconds> expected;
};

void PrintTo(const DateCase& c, std::ostream* out) { *out << c.name << ": " << c.text; }

class Iso8601Test : public ::testing::TestWithParam<DateCase> {};
class HttpDateTest : public ::testing::TestWithParam<DateCase> {};
class RetryAfterTest : public ::testing::TestWithParam<DateCase> {};

std::string case_name(const ::testing::TestParamInfo<DateCase>& info) { return info.param.name; }

TEST_P(Iso8601Test, IsReadStrictly) {
  EXPECT_EQ(parse_iso8601(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Accepted, Iso8601Test,
    ::testing::Values(DateCase{"EasternSummer", "2026-08-08T10:00:00-04:00", kNow},
                      DateCase{"EasternWinter", "2026-01-08T10:00:00-05:00", 1767884400},
                      DateCase{"Zulu", "2026-08-08T14:00:00Z", kNow},
                      DateCase{"LowerCase", "2026-08-08t14:00:00z", kNow},
                      DateCase{"Space", "2026-08-08 14:00:00+00:00", kNow},
                      DateCase{"ZeroOffset", "2026-08-08T14:00:00+00:00", kNow},
                      DateCase{"UnknownOffset", "2026-08-08T14:00:00-00:00", kNow},
                      DateCase{"HalfHourEast", "2026-08-08T19:30:00+05:30", kNow},
                      DateCase{"Milliseconds", "2026-08-08T14:00:00.999Z", kNow},
                      DateCase{"Microseconds", "2026-08-08T14:00:00.421497+00:00", kNow},
                      DateCase{"ManyDigits", "2026-08-08T14:00:00.12345678901234567890Z", kNow},
                      DateCase{"OffsetCrossesYear", "2025-12-31T23:30:00-01:00", 1767227400},
                      DateCase{"Epoch", "1970-01-01T00:00:00Z", 0},
                      DateCase{"BeforeEpoch", "1969-12-31T23:59:59Z", -1},
                      DateCase{"LeapDay", "2024-02-29T00:00:00Z", 1709164800},
                      DateCase{"LeapDayOf2000", "2000-02-29T00:00:00Z", 951782400},
                      DateCase{"LeapSecond", "2016-12-31T23:59:60Z", 1483228800},
                      DateCase{"LeapSecondElsewhere", "2016-12-31T18:59:60-05:00", 1483228800},
                      DateCase{"YearZero", "0000-03-01T00:00:00Z", -62162035200},
                      DateCase{"YearOne", "0001-01-01T00:00:00Z", -62135596800},
                      DateCase{"Year9999", "9999-12-31T23:59:59Z", 253402300799}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Refused, Iso8601Test,
    ::testing::Values(DateCase{"Empty", "", {}}, DateCase{"DateOnly", "2026-08-08", {}},
                      DateCase{"NoOffset", "2026-08-08T10:00:00", {}},
                      DateCase{"NoSeconds", "2026-08-08T10:00Z", {}},
                      DateCase{"OffsetWithoutColon", "2026-08-08T10:00:00-0400", {}},
                      DateCase{"OffsetOfADay", "2026-08-08T10:00:00+24:00", {}},
                      DateCase{"OffsetMinutes", "2026-08-08T10:00:00+05:60", {}},
                      DateCase{"TrailingText", "2026-08-08T10:00:00Z ", {}},
                      DateCase{"LeadingSpace", " 2026-08-08T10:00:00Z", {}},
                      DateCase{"EmptyFraction", "2026-08-08T10:00:00.Z", {}},
                      DateCase{"CommaFraction", "2026-08-08T10:00:00,5Z", {}},
                      DateCase{"MonthZero", "2026-00-08T10:00:00Z", {}},
                      DateCase{"Month13", "2026-13-08T10:00:00Z", {}},
                      DateCase{"DayZero", "2026-08-00T10:00:00Z", {}},
                      DateCase{"NoFebruary29", "2026-02-29T10:00:00Z", {}},
                      DateCase{"NoLeapDayIn2100", "2100-02-29T10:00:00Z", {}},
                      DateCase{"April31", "2026-04-31T10:00:00Z", {}},
                      DateCase{"Hour24", "2026-08-08T24:00:00Z", {}},
                      DateCase{"Minute60", "2026-08-08T10:60:00Z", {}},
                      DateCase{"Second61", "2026-08-08T23:59:61Z", {}},
                      DateCase{"LeapSecondAtNoon", "2026-08-08T11:59:60Z", {}},
                      DateCase{"Slashes", "2026/08/08T10:00:00Z", {}},
                      DateCase{"FiveDigitYear", "12026-08-08T10:00:00Z", {}},
                      DateCase{"NegativeYear", "-2026-08-08T10:00:00Z", {}},
                      DateCase{"Letters", "2O26-08-08T10:00:00Z", {}},
                      DateCase{"EmbeddedNul", std::string_view("2026-08-08T10:00:00Z\0", 21), {}},
                      DateCase{"UnixSeconds", "1786197600", {}}),
    case_name);

TEST_P(HttpDateTest, IsReadInThreeForms) {
  EXPECT_EQ(parse_http_date(GetParam().text, kNow), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, HttpDateTest,
    ::testing::Values(DateCase{"Fixdate", "Sun, 06 Nov 1994 08:49:37 GMT", 784111777},
                      DateCase{"Rfc850", "Sunday, 06-Nov-94 08:49:37 GMT", 784111777},
                      DateCase{"Asctime", "Sun Nov  6 08:49:37 1994", 784111777},
                      DateCase{"AsctimeTwoDigitDay", "Wed Nov 16 08:49:37 1994", 784975777},
                      DateCase{"ShortYearAhead", "Saturday, 08-Aug-76 14:00:00 GMT", 3364120800},
                      DateCase{"ShortYearTooFarAhead", "Monday, 08-Aug-77 14:00:00 GMT", 239896800},
                      DateCase{"Epoch", "Thu, 01 Jan 1970 00:00:00 GMT", 0},
                      DateCase{"Empty", "", {}},
                      DateCase{"OtherZone", "Sun, 06 Nov 1994 08:49:37 EST", {}},
                      DateCase{"UnknownDay", "Son, 06 Nov 1994 08:49:37 GMT", {}},
                      DateCase{"UnknownMonth", "Sun, 06 Now 1994 08:49:37 GMT", {}},
                      DateCase{"LowerCaseMonth", "Sun, 06 nov 1994 08:49:37 GMT", {}},
                      DateCase{"OneDigitDay", "Sun, 6 Nov 1994 08:49:37 GMT", {}},
                      DateCase{"Day31", "Sun, 31 Nov 1994 08:49:37 GMT", {}},
                      DateCase{"Trailing", "Sun, 06 Nov 1994 08:49:37 GMT;", {}},
                      DateCase{"Iso", "1994-11-06T08:49:37Z", {}}),
    case_name);

TEST_P(RetryAfterTest, IsSecondsFromNow) {
  EXPECT_EQ(parse_retry_after(GetParam().text, kNow), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Values, RetryAfterTest,
    ::testing::Values(DateCase{"Delay", "120", 120}, DateCase{"Zero", "0", 0},
                      DateCase{"Date", "Sat, 08 Aug 2026 14:01:30 GMT", 90},
                      DateCase{"DatePassed", "Sat, 08 Aug 2026 13:00:00 GMT", 0},
                      DateCase{"TooLong", "99999999999", kMaxRetryAfter},
                      DateCase{"BeyondIntegers", "99999999999999999999999", kMaxRetryAfter},
                      DateCase{"FarDate", "Sat, 08 Aug 9026 14:01:30 GMT", kMaxRetryAfter},
                      DateCase{"Negative", "-5", {}}, DateCase{"Fraction", "1.5", {}},
                      DateCase{"Empty", "", {}}, DateCase{"Words", "soon", {}}),
    case_name);

TEST(UtcTest, NeedsNoOffset) {
  EXPECT_EQ(parse_utc("2026-08-08 10:00:00 UTC"), 1786183200);
  EXPECT_EQ(parse_utc("2026-08-08 10:00:00"), 1786183200);
  EXPECT_EQ(parse_utc("2026-08-08T10:00:00.25"), 1786183200);
  EXPECT_EQ(parse_utc("2026-08-08"), 1786147200);
  for (const char* text : {"", "UTC", " UTC", "2026-08-08 UTC", "2026-08-08 10:00:00 CET",
                           "2026-08-08 10:00 UTC", "2026-02-30", "08.08.2026", "2026-08-08 "}) {
    EXPECT_EQ(parse_utc(text), std::nullopt) << text;
  }
}

TEST(UnixSecondsTest, AreAnIntegerAndNothingElse) {
  EXPECT_EQ(parse_unix_seconds("1614556800"), 1614556800);
  EXPECT_EQ(parse_unix_seconds("-1"), -1);
  for (const std::string_view text :
       {"", "12a", " 12", "1.5", "+12", "1e9", "9223372036854775808"}) {
    EXPECT_EQ(parse_unix_seconds(text), std::nullopt) << text;
  }
}

TEST(PlausibleDateTest, SpansTheYears1990To2100) {
  EXPECT_EQ(plausible_date(kNow), kNow);
  EXPECT_EQ(plausible_date(std::nullopt), std::nullopt);
  EXPECT_EQ(plausible_date(parse_iso8601("1990-01-01T00:00:00Z")), 631152000);
  EXPECT_EQ(plausible_date(parse_iso8601("1989-12-31T23:59:59Z")), std::nullopt);
  EXPECT_EQ(plausible_date(parse_iso8601("2100-12-31T23:59:59Z")), 4133980799);
  EXPECT_EQ(plausible_date(parse_iso8601("2101-01-01T00:00:00Z")), std::nullopt);
  EXPECT_EQ(plausible_date(parse_iso8601("0000-03-01T00:00:00Z")), std::nullopt);
  EXPECT_EQ(plausible_date(parse_iso8601("9999-12-31T23:59:59Z")), std::nullopt);
  EXPECT_EQ(plausible_date(0), std::nullopt);
  EXPECT_EQ(plausible_date(std::numeric_limits<UnixSeconds>::max()), std::nullopt);
}

// The original stored Himalayas dates in January 1970: seconds taken for milliseconds.
TEST(PlausibleDateTest, CatchesSecondsTakenForMilliseconds) {
  EXPECT_EQ(plausible_date(to_seconds(kNow)), std::nullopt);
  EXPECT_EQ(plausible_date(kNow * 1000), std::nullopt);
  EXPECT_EQ(plausible_date(to_seconds(kNow * 1000)), kNow);
}

TEST(Iso8601FormatTest, WritesUtc) {
  EXPECT_EQ(iso8601(kNow), "2026-08-08T14:00:00Z");
  EXPECT_EQ(iso8601(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(iso8601(-1), "1969-12-31T23:59:59Z");
  EXPECT_EQ(iso8601(951782400), "2000-02-29T00:00:00Z");
  EXPECT_EQ(iso8601(-62162035200), "0000-03-01T00:00:00Z");
  EXPECT_EQ(iso8601_ms(kNow * 1000 + 7), "2026-08-08T14:00:00.007Z");
  EXPECT_EQ(iso8601_ms(-1), "1969-12-31T23:59:59.999Z");
}

TEST(Iso8601FormatTest, EndsWithTheYearsOfFourDigits) {
  EXPECT_EQ(iso8601(-62167219201), "0000-01-01T00:00:00Z");
  EXPECT_EQ(iso8601(253402300800), "9999-12-31T23:59:59Z");
  EXPECT_EQ(iso8601(std::numeric_limits<UnixSeconds>::min()), "0000-01-01T00:00:00Z");
  EXPECT_EQ(iso8601(std::numeric_limits<UnixSeconds>::max()), "9999-12-31T23:59:59Z");
  EXPECT_TRUE(iso8601_ms(std::numeric_limits<UnixMillis>::min()).starts_with("0000-01-01T00:00"));
  EXPECT_TRUE(iso8601_ms(std::numeric_limits<UnixMillis>::max()).starts_with("9999-12-31T23:59"));
}

TEST(HttpDateFormatTest, NamesDayAndMonth) {
  EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(-1), "Wed, 31 Dec 1969 23:59:59 GMT");
  EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(kNow), "Sat, 08 Aug 2026 14:00:00 GMT");
  EXPECT_EQ(parse_http_date(http_date(kNow), kNow), kNow);
}

TEST(Iso8601FormatTest, ReadsBackDaysOfFourCenturies) {
  for (UnixSeconds time = -11676096000; time < 946684800; time += 5 * kDay + 3661) {
    ASSERT_EQ(parse_iso8601(iso8601(time)), time);
  }
}

}  // namespace
}  // namespace spearyx::normalize
