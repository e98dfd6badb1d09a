#include "normalize/text/html_text.h"

#include <gtest/gtest.h>

#include "unit/normalize/text_case.h"

namespace spearyx::normalize {
namespace {

class HtmlText : public ::testing::TestWithParam<TextCase> {};

TEST_P(HtmlText, IsWhatAReaderSees) { EXPECT_EQ(html_text(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Cases, HtmlText,
    ::testing::Values(
        TextCase{"Plain", "Just text", "Just text"}, TextCase{"Empty", "", ""},
        TextCase{"Blocks", "<p>One</p><p>Two</p>", "One\nTwo"},
        TextCase{"InlineKeepsWords", "<p>Re<b>mote</b> <i>work</i></p>", "Remote work"},
        TextCase{"SpaceInsideInline", "a<b> b </b>c", "a b c"},
        TextCase{"Lists", "<ul><li>A</li><li>B</li></ul>", "A\nB"},
        TextCase{"LineBreaks", "a<br>b<br/>c", "a\nb\nc"},
        TextCase{"EntitiesOnce", "<p>R&amp;D &amp;lt;b&amp;gt;&nbsp;x</p>", "R&D &lt;b&gt; x"},
        TextCase{"ScriptGoes", "a<script>var x = '<p>no</p>';</script>b", "a\nb"},
        TextCase{"StyleGoes", "<STYLE>p{}</STYLE >a", "a"},
        TextCase{"CommentGoes", "a<!-- <p>no</p> -->b", "a\nb"},
        TextCase{"QuotedBracket", "<a href=\"x>y\">link</a>", "link"},
        TextCase{"LessThanInText", "5 < 6 and a<b", "5 < 6 and a"},
        TextCase{"Cells", "<table><tbody><tr><td>a</td><td></td><td>b</td></tr></table>", "a\nb"},
        TextCase{"Nested", "<ul><li>d<ul><li>e</li></ul></li></ul><pre>f</pre>", "d\ne\nf"},
        TextCase{"Unclosed", "text <p", "text"}, TextCase{"UnclosedScript", "a<script>b", "a"},
        TextCase{"WhiteSpaceFolds", "<p>\n  a \t b\n</p>", "a b"}),
    kCaseName);

TEST(FirstWords, TellsAHeadingFromWhatFollows) {
  EXPECT_EQ(first_words("About us\nWe dig", 9), "About us · We dig");
  EXPECT_EQ(first_words("Duties\nDig\nSow\n2 beds", 9), "Duties · Dig · Sow · 2 beds");
  EXPECT_EQ(first_words("Über uns\nÜberall", 9), "Über uns · Überall");
  EXPECT_EQ(first_words("About us:\nWe dig.\nAnd sow!", 9), "About us: We dig. And sow!");
  EXPECT_EQ(first_words("私たちは庭師です。\n募集", 9), "私たちは庭師です。 募集");
  EXPECT_EQ(first_words("We dig\nand sow", 9), "We dig and sow");
  EXPECT_EQ(first_words("About us\nWe dig", 2), "About us…");
}

TEST(FirstWords, CutsBetweenWordsAndSaysSo) {
  EXPECT_EQ(first_words("one two\nthree", 3), "one two three");
  EXPECT_EQ(first_words("one two\nthree four", 3), "one two three…");
  EXPECT_EQ(first_words("", 3), "");
}

TEST(HtmlText, IsLinearInDepthAndSize) {
  std::string nested;
  for (int i = 0; i < 200'000; ++i) nested.append("<div>");
  EXPECT_EQ(html_text(nested + "deep"), "deep");
  EXPECT_EQ(html_text(std::string(1'000'000, '<')), std::string(1'000'000, '<'));
}

}  // namespace
}  // namespace spearyx::normalize
