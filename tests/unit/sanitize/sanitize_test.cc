#include "sanitize/sanitize.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

#include "sanitize/entities.h"

namespace spearyx::sanitize {
namespace {

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

// ---- What any input must get ----

TEST(SanitizeHtml, WritesValidUtf8WithoutControls) {
  EXPECT_EQ(sanitize_html("a\xFF\xC3<b>\xE2\x80</b>"), "<p>a\uFFFD\uFFFD<b>\uFFFD</b></p>");
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  for (const std::string& html :
       {all, "<pre>x" + all + "x</pre>", "<a href='http://a" + all + "'>x</a>"}) {
    const std::string clean = sanitize_html(html);
    for (const char c : clean) {
      EXPECT_TRUE(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) << clean;
    }
  }
  EXPECT_EQ(sanitize_html("<pre>a&#13;b&#7;c&#x80;</pre>"), "<pre>a\nbc\u20AC</pre>");
}

TEST(SanitizeHtml, GrowsNoMoreThanItSays) {
  std::vector<std::string> worst = {
      repeat("&", 20'000),
      repeat("<", 20'000),
      repeat("x<p>", 20'000),
      repeat("<b>x<i>", 20'000),
      "<strong><em><u><s><code>" + repeat("x<p>", 20'000),
      "<a href=http://" + repeat("a", 1'900) + ">" + repeat("x<p>", 20'000),
      repeat("<a href=http://a>x", 20'000),
      repeat("<ul>x<li>y", 20'000),
      repeat("<table><td>x<td>y</table>", 20'000),
      repeat("<b><i><u><s><code>x</b>x</i>x</u>x</s>x</code>x", 20'000),
      repeat("<dl>x<dt>y", 20'000),
      repeat("- a\n", 20'000),
      repeat("<a href='http://" + repeat("&", 300) + "'>x</a>", 20'000),
      "x",
      "&",
      "<a href=http://a>x",
      "<b>x",
      ""};
  for (const std::string& html : worst) {
    const std::string clean = sanitize_html(html);
    EXPECT_LE(clean.size(), kMaxGrowth * html.size() + kMaxGrowthBytes) << html.substr(0, 60);
    EXPECT_EQ(sanitize_html(clean), clean) << html.substr(0, 60);
  }
}

// ---- Defects of the original that must not come back ----

TEST(Defect9, TextOfALinkIsNeverMarkup) {
  EXPECT_EQ(sanitize_html("<a href=\"https://a.example\">&lt;img src=x onerror=alert(1)&gt;</a>"),
            "<p><a href=\"https://a.example\" rel=\"nofollow noopener\">&lt;img src=x "
            "onerror=alert(1)&gt;"
            "</a></p>");
  EXPECT_EQ(
      sanitize_html("<a href=\"https://a.example\">&amp;lt;script&amp;gt;</a>"),
      "<p><a href=\"https://a.example\" rel=\"nofollow noopener\">&amp;lt;script&amp;gt;</a></p>");
}

TEST(Defect9, RawTextInALinkIsDropped) {
  for (const std::string name :
       {"script", "style", "noscript", "iframe", "textarea", "title", "noembed"}) {
    const std::string html = "<a href=\"https://a.example\">x<" + name +
                             "><img src=x onerror=alert(1)></" + name + "></a>";
    EXPECT_EQ(sanitize_html(html),
              "<p><a href=\"https://a.example\" rel=\"nofollow noopener\">x</a></p>")
        << name;
  }
  EXPECT_EQ(
      sanitize_html("<a href=\"https://a.example\"><xmp><img src=x onerror=alert(1)></xmp></a>"),
      "<pre><a href=\"https://a.example\" rel=\"nofollow noopener\">&lt;img src=x "
      "onerror=alert(1)&gt;"
      "</a></pre>");
}

TEST(Defect9, WhatIsTakenOutGluesNothingTogether) {
  EXPECT_EQ(sanitize_html("<scr\\nipt>alert(1)</scr\\nipt>"), "<p>alert(1)</p>");
  EXPECT_EQ(sanitize_html("&lt;scr\\nipt&gt;alert(1)"), "<p>&lt;scr\\nipt&gt;alert(1)</p>");
  EXPECT_EQ(sanitize_html("<scr<script></script>ipt>alert(1)</script>"), "<p>ipt&gt;alert(1)</p>");
  EXPECT_EQ(sanitize_html("<scr\u200Bipt>alert(1)</script>"), "<p>alert(1)</p>");
  EXPECT_EQ(sanitize_html("&lt;\u200B\x01script&gt;"), "<p>&lt;script&gt;</p>");
}

TEST(Defect9, EscapedMarkupIsTextUnlessItsSourceSaysOtherwise) {
  constexpr std::string_view kEscaped = "&lt;p&gt;a&lt;script&gt;b&lt;/script&gt;&lt;/p&gt;";
  EXPECT_EQ(sanitize_html(kEscaped), "<p>&lt;p&gt;a&lt;script&gt;b&lt;/script&gt;&lt;/p&gt;</p>");
  EXPECT_EQ(sanitize_html(decode_entities(kEscaped)), "<p>a</p>");
}

/// The least processor time that cleansing takes in several runs; other processes do not count.
double least_time(const std::string& html) {
  std::clock_t least = std::numeric_limits<std::clock_t>::max();
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    EXPECT_LE(sanitize_html(html).size(), kMaxGrowth * html.size() + kMaxGrowthBytes);
    least = std::min(least, std::clock() - begin);
  }
  return static_cast<double>(std::max<std::clock_t>(least, 1));
}

class Defect19 : public ::testing::TestWithParam<const char*> {};

/// Eight times the input takes about eight times as long; quadratic work would take sixty-four.
TEST_P(Defect19, TimeIsLinearInWhatIsNested) {
  const double small = least_time(repeat(GetParam(), 16'000));
  const double large = least_time(repeat(GetParam(), 128'000));
  EXPECT_LT(large / small, 32) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Patterns, Defect19,
                         ::testing::Values("<div>", "<div>x", "<b><p>", "<b><p>x",
                                           "<a href=", "<a href=http://a>x", "<a b='", "&", "&x",
                                           "<", "</", "<!--", "<!", "<p a", "<ul><li>x",
                                           "<table><tr><td>x", "<blockquote>x", "<svg>",
                                           "<select>x", "</div>", "<dl><dt>x<dd>y", "- x\n",
                                           "\u2022 ", "x<br>", "<h2>x", "<pre>\n"));

TEST(Defect19Size, AMegabyteOfNestedDivs) {
  EXPECT_EQ(sanitize_html(repeat("<div>", 1 << 20) + "x"), "<p>x</p>");
}

}  // namespace
}  // namespace spearyx::sanitize
