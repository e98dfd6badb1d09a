#include "support/json_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace spearyx {
namespace {

struct Case {
  const char* what;
  std::string_view quoted;
  std::string_view said;
};

class UnescapeJson : public ::testing::TestWithParam<Case> {};

TEST_P(UnescapeJson, SaysWhatTheStringSays) {
  EXPECT_EQ(unescape_json(GetParam().quoted), GetParam().said);
}

/// A text behind the escape is long enough to be read sixteen bytes at a time.
TEST_P(UnescapeJson, WhereverItStands) {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text(size, 'x');
    EXPECT_EQ(unescape_json(text + std::string(GetParam().quoted) + "!" + text),
              text + std::string(GetParam().said) + "!" + text);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, UnescapeJson,
    ::testing::Values(
        Case{"Nothing", "", ""}, Case{"Plain", "café – 東京", "café – 東京"},
        Case{"Letters", R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t"},
        Case{"CodePoint", R"(\u0026lt;\u00e9\u20AC)", "&lt;é€"},
        Case{"Pair", R"(\ud83d\ude00)", "😀"}, Case{"Zero", R"(\u0000)", std::string_view("\0", 1)},
        Case{"EscapedBackslash", R"(\\u0026)", R"(\u0026)"},
        Case{"HighAlone", R"(\ud83d)", "\uFFFD"}, Case{"LowAlone", R"(\ude00)", "\uFFFD"},
        Case{"HighBeforeAnother", R"(\ud83d\u0041)", "\uFFFDA"},
        Case{"HighBeforePair", R"(\ud83d\ud83d\ude00)", "\uFFFD😀"},
        Case{"Unknown", R"(\q\)", R"(\q\)"}, Case{"NotHex", R"(\u00g0)", R"(\u00g0)"},
        Case{"Signed", R"(\u+123\u-123)", R"(\u+123\u-123)"}, Case{"Short", R"(\u12)", R"(\u12)"}),
    [](const auto& test) { return test.param.what; });

}  // namespace
}  // namespace spearyx
