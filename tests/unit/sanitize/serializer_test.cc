#include "sanitize/serializer.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "sanitize/tree_builder.h"

namespace spearyx::sanitize {
namespace {

constexpr SerializerOptions kUnlimited{.rel = "noopener",
                                       .max_inline_bytes = std::numeric_limits<std::size_t>::max()};

/// A tree with one paragraph, as no markup could make it.
std::string paragraph(std::string_view text, Style style = {}, std::string_view link = {}) {
  Tree tree;
  tree.links.emplace_back(link);
  const NodeIndex node = tree.append(kRoot, Element::kP);
  tree.append_text(text, style);
  tree.nodes[node].end = static_cast<std::uint32_t>(text.size());
  return serialize(tree, kUnlimited);
}

TEST(Serializer, EscapesTextWhateverItIs) {
  EXPECT_EQ(paragraph("<script>\"&amp;'</p>"), "<p>&lt;script&gt;\"&amp;amp;'&lt;/p&gt;</p>");
  EXPECT_EQ(paragraph("<<>>&&"), "<p>&lt;&lt;&gt;&gt;&amp;&amp;</p>");
}

TEST(Serializer, EscapesAttributeValuesWhateverTheyAre) {
  EXPECT_EQ(paragraph("x", {.link = 1}, "http://a\"><script>&amp;"),
            "<p><a href=\"http://a&quot;&gt;&lt;script&gt;&amp;amp;\" rel=\"noopener\">x</a></p>");
}

TEST(Serializer, WritesBreaksAsTheBlockNeedsThem) {
  EXPECT_EQ(serialize(build_tree("<p>a<br>b<pre>c<br>d"), kUnlimited),
            "<p>a<br>b</p><pre>c\nd</pre>");
}

TEST(Serializer, NestsFormattingInTheOrderInWhichItBegins) {
  EXPECT_EQ(serialize(build_tree("<i>a<b>b</i>c</b>d"), kUnlimited),
            "<p><i>a<b>b</b></i><b>c</b>d</p>");
}

TEST(Serializer, StopsFormattingWhereItsTagsTakeTooMuch) {
  const Tree tree = build_tree("<b>a</b>b<i>c</i>d<b>e</b>");
  EXPECT_EQ(serialize(tree, {.rel = {}, .max_inline_bytes = 14}), "<p><b>a</b>b<i>c</i>de</p>");
  EXPECT_EQ(serialize(tree, {.rel = {}, .max_inline_bytes = 13}), "<p><b>a</b>bcde</p>");
  EXPECT_EQ(serialize(tree, {.rel = {}, .max_inline_bytes = 0}), "<p>abcde</p>");
}

}  // namespace
}  // namespace spearyx::sanitize
