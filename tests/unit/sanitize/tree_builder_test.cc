// The tree that comes of markup, seen through what is written of it.
#include "sanitize/tree_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/sanitize/cases.h"

namespace spearyx::sanitize {
namespace {

class TreeBuilding : public ::testing::TestWithParam<Case> {};

TEST_P(TreeBuilding, YieldsAWellFormedTree) { expect_clean(GetParam()); }

const std::vector<Case> kBlocks = {
    {"Nothing", "", ""},
    {"TextIsAParagraph", "a", "<p>a</p>"},
    {"ParagraphsEndEachOther", "<p>a<p>b", "<p>a</p><p>b</p>"},
    {"BlocksEndParagraphs", "<p>a<ul><li>b</ul>c", "<p>a</p><ul><li>b</li></ul><p>c</p>"},
    {"DivsKeepTextApart", "<div>a<div>b</div>c</div>d", "<p>a</p><p>b</p><p>c</p><p>d</p>"},
    {"SpansDoNot", "<span>a<font>b</font></span>c", "<p>abc</p>"},
    {"HeadingsEndEachOther", "<h2>a<h3>b</h2>c", "<h2>a</h2><h3>b</h3><p>c</p>"},
    {"HeadingOfBlocks", "<h2><div><p>a</p></div></h2>b", "<h2>a</h2><p>b</p>"},
    {"ListInAHeading", "<h2>a<ul><li>b</ul></h2>", "<h2>a</h2><ul><li>b</li></ul>"},
    {"QuoteHoldsBlocks", "<blockquote>a<h3>b</h3></blockquote>",
     "<blockquote><p>a</p><h3>b</h3></blockquote>"},
    {"UnmatchedEndTags", "a</div></li></td></b></a></table>b", "<p>ab</p>"},
    {"EndTagsThatAreStartTags", "a</p>b</br>c", "<p>a</p><p>b<br>c</p>"},
    {"CommentsAndDoctype", "<!DOCTYPE html><!-- x -->a<!-- </p> -->b<?php x ?>c", "<p>abc</p>"},
    {"BodyAndHead", "<html><head><title>x</title></head><body>a</body></html>", "<p>a</p>"},
    {"PreKeepsWhitespace", "<pre>\n\n  a\n\tb  c\n</pre>", "<pre>  a\n\tb  c</pre>"},
    {"PreEndsAtBlocks", "<pre>a\n b<p>c\n d</pre>e", "<pre>a\n b</pre><pre>c\n d</pre><p>e</p>"},
    {"BreaksInPre", "<pre>a<br>b</pre>", "<pre>a\nb</pre>"},
};

const std::vector<Case> kFormatting = {
    {"Nested", "<b>a<i>b</i></b>", "<p><b>a<i>b</i></b></p>"},
    {"Misnested", "<b>a<i>b</b>c</i>d", "<p><b>a<i>b</i></b><i>c</i>d</p>"},
    {"OutlivesItsBlock", "<p><b>a<p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>"},
    {"AroundBlocks", "<b><p>x</p><ul><li>y</ul></b>", "<p><b>x</b></p><ul><li><b>y</b></li></ul>"},
    {"Doubled", "<b><b>a</b>b</b>c", "<p><b>ab</b>c</p>"},
    {"Synonyms", "<strong><b>a</b></strong><em><i>b</i></em>",
     "<p><strong>a</strong><em>b</em></p>"},
    {"Empty", "<p><b></b>a<i> </i><u></u>b</p>", "<p>a b</p>"},
    {"SpacesJoinWhatTheyDivide", "<b>a</b> <b>b</b>", "<p><b>a b</b></p>"},
    {"SpacesLeaveFormatting", "<b>a </b>b<i> c</i>", "<p><b>a</b> b <i>c</i></p>"},
    {"CodeStaysApart", "<code>a</code> <code>b</code>", "<p><code>a</code> <code>b</code></p>"},
    {"EndsWithItsCell", "<table><tr><td><b>a<td>b</table>c",
     "<table><tbody><tr><td><b>a</b></td><td>b</td></tr></tbody></table><p>c</p>"},
    {"CannotBeClosedFromACell", "<b>x<table><tr><td>a</b><td>b</table>c",
     "<p><b>x</b></p><table><tbody><tr><td><b>a</b></td><td><b>b</b></td></tr></tbody></table>"
     "<p><b>c</b></p>"},
};

const std::vector<Case> kLinks = {
    {"Plain", "<a href=http://a>x</a>y",
     "<p><a href=\"http://a\" rel=\"nofollow noopener\">x</a>y</p>"},
    {"Nested", "<a href=http://a>x<a href=http://b>y</a>z</a>",
     "<p><a href=\"http://a\" rel=\"nofollow noopener\">x</a><a href=\"http://b\" rel=\"nofollow "
     "noopener\">y</a>z</p>"},
    {"NestedUnsafe", "<a href=http://a>x<a href=javascript:y>y</a>z",
     "<p><a href=\"http://a\" rel=\"nofollow noopener\">x</a>yz</p>"},
    {"AroundBlocks", "<a href=http://a><div>x</div><div>y</div></a>z",
     "<p><a href=\"http://a\" rel=\"nofollow noopener\">x</a></p>"
     "<p><a href=\"http://a\" rel=\"nofollow noopener\">y</a></p><p>z</p>"},
    {"InParts", "<a href=http://a>x</a><a href=http://a>y</a>",
     "<p><a href=\"http://a\" rel=\"nofollow noopener\">xy</a></p>"},
    {"SpacesStayOut", "x<a href=http://a> y </a>z",
     "<p>x <a href=\"http://a\" rel=\"nofollow noopener\">y</a> z</p>"},
    {"EscapedInTheAttribute", "<a href='http://a?b=1&amp;c=%22&quot;'>x</a>",
     "<p><a href=\"http://a?b=1&amp;c=%22%22\" rel=\"nofollow noopener\">x</a></p>"},
    {"WithoutText", "<a href=http://a><img src=x></a>x", "<p>x</p>"},
};

const std::vector<Case> kNestedLists = {
    {"EndTagsImplied", "<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"},
    {"ItemsWithoutList", "<li>a<li>b</li>", "<ul><li>a</li><li>b</li></ul>"},
    {"Nested", "<ul><li>a<ul><li>b</ul><li>c</ul>",
     "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"},
    {"ListRightInAList", "<ul><li>a</li><ol><li>b</li></ol></ul>",
     "<ul><li>a<ol><li>b</li></ol></li></ul>"},
    {"ListsOfListsOnly", "<ul><ul><ul><li>a</ul></ul></ul>", "<ul><li>a</li></ul>"},
    {"BlocksRightInAList", "<ul><p>a</p><li>b</li><div>c</div><li>d</li></ul>",
     "<p>a</p><ul><li>b</li></ul><p>c</p><ul><li>d</li></ul>"},
    {"BlocksRightInANumberedList", "<ol><li>a</li><p>b</p><li>c</li></ol>",
     "<ol><li><p>a</p><p>b</p></li><li>c</li></ol>"},
    {"WrappedItemGoesOnBetweenItems",
     "<ul><li>Review requirements, and analyse the test</li><div>results of <b>each</b> "
     "release</div>\n<li>b</li></ul>",
     "<ul><li>Review requirements, and analyse the test results of <b>each</b> release</li>"
     "<li>b</li></ul>"},
    {"WrappedItemOfANumberedList",
     "<ol><li>Review requirements, and analyse the test</li>results<li>b</ol>",
     "<ol><li>Review requirements, and analyse the test results</li><li>b</li></ol>"},
    {"ItemThatEndsASentenceDoesNotGoOn",
     "<ul><li>Review requirements, and analyse the test.</li><div>and</div><li>b</li></ul>",
     "<ul><li>Review requirements, and analyse the test.</li></ul><p>and</p><ul><li>b</li></ul>"},
    {"HeadingBetweenItemsIsNoPartOfThem",
     "<ul><li>Review requirements, and analyse the test</li><div><b>Reports:</b></div>"
     "<li>b</li></ul>",
     "<ul><li>Review requirements, and analyse the test</li></ul><h3>Reports:</h3>"
     "<ul><li>b</li></ul>"},
    {"TextBehindAListIsNoPartOfIt",
     "<ul><li>Review requirements, and analyse the test</li></ul>and more",
     "<ul><li>Review requirements, and analyse the test</li></ul><p>and more</p>"},
    {"ListWithoutItems", "<ul><div>a</div></ul>", "<p>a</p>"},
    {"BreaksBetweenItems", "<ul><br><li>a</li><br /><li>b</li></ul>",
     "<ul><li>a</li><li>b</li></ul>"},
    {"OneParagraphIsBare", "<ul><li><p>a</p><ul><li><p>b</p></ul></ul>",
     "<ul><li>a<ul><li>b</li></ul></li></ul>"},
    {"SeveralParagraphsAreNot", "<ul><li><p>a</p><p>b</p></ul>",
     "<ul><li><p>a</p><p>b</p></li></ul>"},
    {"ItemEndsNoOuterItem", "<ul><li>a<ul></li><li>b</ul></ul>",
     "<ul><li>a<ul><li>b</li></ul></li></ul>"},
    {"HeadingForAnItem", "<ul><li><h3>a</h3><li><h3>b</h3><p>c</ul>",
     "<ul><li>a</li><li><h3>b</h3><p>c</p></li></ul>"},
    {"Descriptions", "<dl><dt>a<dd>b<dd><p>c<dt>d</dl>",
     "<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt></dl>"},
    {"DescriptionsWithoutList", "<dt>a<dd>b", "<dl><dt>a</dt><dd>b</dd></dl>"},
    {"TermsTakeTextOnly", "<dl><dt><ul><li>a</ul><table><tr><td>b</table><h2>c</h2>",
     "<dl><dt>a</dt><dt>b</dt><dt>c</dt></dl>"},
    {"BlocksRightInADescriptionList", "<dl><dt>a</dt><p>b</p><dd>c</dl>",
     "<dl><dt>a</dt></dl><p>b</p><dl><dd>c</dd></dl>"},
};

const std::vector<Case> kTables = {
    {"PartsImplied", "<table><td>a<td>b",
     "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"},
    {"Sections", "<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d<tfoot><tr><td>e<td>f</table>",
     "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></"
     "tbody>"
     "<tfoot><tr><td>e</td><td>f</td></tr></tfoot></table>"},
    {"EmptyCellsHoldTheirPlace", "<table><tr><td><td>a<tr><td><td></table>",
     "<table><tbody><tr><td></td><td>a</td></tr></tbody></table>"},
    {"EmptyTable", "<table><tr><td></td></tr></table>a", "<p>a</p>"},
    {"OneColumnIsAFrame", "<table><tr><td><h3>a</h3><tr><td>b</table>", "<h3>a</h3><p>b</p>"},
    {"Caption", "<table><caption>a</caption><tr><td>b<td>c</table>",
     "<p>a</p><table><tbody><tr><td>b</td><td>c</td></tr></tbody></table>"},
    {"TextBeforeTheFirstCell", "<table>a<tr>b<td>c<td>d</table>",
     "<p>a</p><p>b</p><table><tbody><tr><td>c</td><td>d</td></tr></tbody></table>"},
    {"TextBehindACell", "<table><tr><td>a<td>b</td>c</tr></table>",
     "<table><tbody><tr><td>a</td><td><p>b</p><p>c</p></td></tr></tbody></table>"},
    {"TableRightInATable", "<table><tr><td>a<td>b</tr><table><td>c<td>d",
     "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
     "<table><tbody><tr><td>c</td><td>d</td></tr></tbody></table>"},
    {"TableInACell", "<table><td>a<td><table><td>b<td>c</table>",
     "<table><tbody><tr><td>a</td><td><table><tbody><tr><td>b</td><td>c</td></tr></tbody></table></"
     "td>"
     "</tr></tbody></table>"},
    {"CellsEndWhatIsInThem", "<table><td>a<ul><li>b<td>c",
     "<table><tbody><tr><td>a<ul><li>b</li></ul></td><td>c</td></tr></tbody></table>"},
    {"DivsBetweenTheParts", "<table><div><tr><div><td>a<td>b</div></table>",
     "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"},
};

const std::vector<Case> kDropped = {
    {"LeavesNoTraceInText", "a<script>x</script>b", "<p>ab</p>"},
    {"WithAllThatItHolds", "a<object>b<p>c<object>d</object>e</object>f", "<p>af</p>"},
    {"EndsWithItsParent", "<div>a<button>b</div>c", "<p>a</p><p>c</p>"},
    {"RawTextIsNoMarkup", "<style><p>a</style>b<noscript><p>c</noscript>", "<p>b</p>"},
    {"ScriptInAComment", "<script><!--<script></script>--></script>b", "<p>b</p>"},
    {"SvgHasNoRawText", "<svg><style><p>a</style></svg>b", "<p>b</p>"},
    {"SvgHasCdata", "<svg><![CDATA[</svg>a]]></svg>b", "<p>b</p>"},
    {"CdataEndsWithTheSvg", "<svg></svg><![CDATA[a]]>b", "<p>b</p>"},
    {"SelfClosedSvg", "<svg/>a<math/>b", "<p>ab</p>"},
    {"NeverClosed", "a<select><option>b<p>c", "<p>a</p>"},
    {"VoidElementsHoldNothing", "a<input>b<img>c<embed>d", "<p>abcd</p>"},
};

INSTANTIATE_TEST_SUITE_P(Cases, TreeBuilding,
                         ::testing::ValuesIn(cases_of({{"Blocks", kBlocks},
                                                       {"Formatting", kFormatting},
                                                       {"Links", kLinks},
                                                       {"Lists", kNestedLists},
                                                       {"Tables", kTables},
                                                       {"Dropped", kDropped}})),
                         [](const auto& test) { return test.param.name; });

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::size_t depth_of(const std::string& html) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    if (html.compare(at, 4, "<br>") == 0 || html.compare(at, 4, "<hr>") == 0) continue;
    html[at + 1] == '/' ? --depth : ++depth;
    deepest = std::max(deepest, depth);
  }
  EXPECT_EQ(depth, 0U);
  return deepest;
}

TEST(TreeDepth, ContainersAreUnwrappedWhereTheyAreTooDeep) {
  for (const char* nest : {"<blockquote>x", "<ul><li>x", "<dl><dd>x", "<table><tr><td>x<td>y",
                           "<ol><li><blockquote>x"}) {
    const std::string clean = sanitize_html(repeat(nest, 500) + "end");
    EXPECT_LE(depth_of(clean), kMaxDepth + 1) << nest;
    EXPECT_GE(depth_of(clean), kMaxDepth - 4) << nest;
    EXPECT_NE(clean.find("end"), std::string::npos) << nest;
    EXPECT_EQ(sanitize_html(clean), clean) << nest;
  }
}

TEST(TreeDepth, WrappersDoNotCountBelowTheLimitOfOpenElements) {
  EXPECT_EQ(sanitize_html(repeat("<div>", 100) + "<ul><li>a</ul>"), "<ul><li>a</li></ul>");
  EXPECT_EQ(sanitize_html(repeat("<div>", 10'000) + "<ul><li>a</ul><p>b"), "<p>a</p><p>b</p>");
}

TEST(TreeDepth, DroppedContentStaysDroppedWhateverIsOpen) {
  const std::string divs = repeat("<div>", 10'000);
  EXPECT_EQ(sanitize_html(divs + "a<script>b</script><style>c</style>d"), "<p>ad</p>");
  EXPECT_EQ(sanitize_html(divs + "a<svg><p>b</svg>c"), "<p>ac</p>");
}

}  // namespace
}  // namespace spearyx::sanitize
