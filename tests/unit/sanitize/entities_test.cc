#include "sanitize/entities.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace spearyx::sanitize {
namespace {

struct Case {
  std::string name;
  std::string_view text;
  std::string_view decoded;
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.name; }

class DecodeEntities : public ::testing::TestWithParam<Case> {};

TEST_P(DecodeEntities, DecodesOnceByTheRulesForText) {
  EXPECT_EQ(decode_entities(GetParam().text), GetParam().decoded);
}

const std::vector<Case> kCases = {
    {"Empty", "", ""},
    {"NoReference", "plain text", "plain text"},
    {"Named", "R&amp;D &mdash; &euro;50", "R&D \u2014 \u20AC50"},
    {"OnceOnly", "&amp;lt;p&amp;gt;", "&lt;p&gt;"},
    {"EscapedMarkup", "&lt;p&gt;Hi&amp;nbsp;you&lt;/p&gt;", "<p>Hi&nbsp;you</p>"},
    {"LegacyWithoutSemicolon", "AT&ampT &copy 2026", "AT&T \u00A9 2026"},
    {"LegacyBeforeLetters", "&notit; &notin;", "\u00ACit; \u2209"},
    {"LongestMatch", "&CounterClockwiseContourIntegral;", "\u2233"},
    {"PrefixOfALongerName", "&no &noti &Coun", "&no \u00ACi &Coun"},
    {"CaseMatters", "&Auml;&auml;&AUML;", "\u00C4\u00E4&AUML;"},
    {"TwoCharacters", "&NotEqualTilde;&fjlig;", "\u2242\u0338fj"},
    {"SupplementaryPlane", "&Afr;&zopf;", "\U0001D504\U0001D56B"},
    {"Unknown", "&unknown; &x; &;", "&unknown; &x; &;"},
    {"Decimal", "&#8217;&#39", "\u2019'"},
    {"Hexadecimal", "&#x2019;&#X1F600;", "\u2019\U0001F600"},
    {"Windows1252", "&#146;&#x80;&#129;", "\u2019\u20AC\u0081"},
    {"OutOfRange", "&#0;&#xD800;&#x110000;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"WithoutDigits", "&#;&#x;&#xg", "&#;&#x;&#xg"},
    {"LoneAmpersands", "a & b && c&", "a & b && c&"},
    {"AtTheEnd", "&amp", "&"},
    {"OtherBytesUntouched", "\r\n\t\x01", "\r\n\t\x01"},
};

INSTANTIATE_TEST_SUITE_P(Cases, DecodeEntities, ::testing::ValuesIn(kCases),
                         [](const auto& test) { return test.param.name; });

// The one that says more than any other of its length: there is room for a text of nothing else.
TEST(EntityReferences, MayTakeMoreThanTheReferences) {
  std::string text;
  std::string decoded;
  for (int i = 0; i < 1'000; ++i) {
    text.append("&nGt;");
    decoded.append("\u226B\u20D2");
  }
  EXPECT_GT(decoded.size(), text.size());
  EXPECT_EQ(decode_entities(text), decoded);
}

TEST(MatchCharacterReference, KeepsQueryStringsInAttributesWhole) {
  const auto length = [](std::string_view text, ReferenceContext context) {
    return match_character_reference(text, 0, context).length;
  };
  EXPECT_EQ(length("&copy=1", ReferenceContext::kText), 5U);
  EXPECT_EQ(length("&copy=1", ReferenceContext::kAttribute), 0U);
  EXPECT_EQ(length("&copyx", ReferenceContext::kAttribute), 0U);
  EXPECT_EQ(length("&copy;x", ReferenceContext::kAttribute), 6U);
  EXPECT_EQ(length("&copy", ReferenceContext::kAttribute), 5U);
  EXPECT_EQ(length("&copy x", ReferenceContext::kAttribute), 5U);
}

}  // namespace
}  // namespace spearyx::sanitize
