// The cases that the html5lib tests do not cover: malformed bytes, and those that the standard
// leaves to the caller.
#include "sanitize/tokenizer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

std::string preprocessed(std::string_view input) { return std::string(preprocess(input).view()); }

TEST(Preprocess, LeavesCleanInputAsItIs) {
  EXPECT_EQ(preprocessed(""), "");
  EXPECT_EQ(preprocessed("<p>na\u00EFve\n</p>"), "<p>na\u00EFve\n</p>");
}

TEST(Preprocess, NormalisesNewlines) {
  EXPECT_EQ(preprocessed("a\r\nb\rc\n\rd\r"), "a\nb\nc\n\nd\n");
}

TEST(Preprocess, ReplacesMalformedUtf8) {
  EXPECT_EQ(preprocessed("a\xFF\xC3("), "a\uFFFD\uFFFD(");
  EXPECT_EQ(preprocessed("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(preprocessed("\xF0\x9F\x98"), "\uFFFD");
}

TEST(Tokenizer, ReadsCdataSectionsInForeignContentOnly) {
  Tokenizer html("<![CDATA[x]]>");
  EXPECT_EQ(html.next().type, TokenType::kComment);

  Tokenizer foreign("<![CDATA[x]]>");
  foreign.set_in_foreign_content(true);
  const Token& token = foreign.next();
  EXPECT_EQ(token.type, TokenType::kText);
  EXPECT_EQ(token.text, "x");
}

TEST(Tokenizer, KeepsTheFirstOfEqualAttributesHoweverManyThereAre) {
  for (const int count : {3, 16, 17, 1'000}) {
    std::string html = "<p";
    for (int i = 0; i < count; ++i) {
      html += " a" + std::to_string((7 * i) % 10) + "=" + std::to_string(i);
    }
    Tokenizer tokenizer(html += ">");
    const auto attributes = tokenizer.next().attributes;
    ASSERT_EQ(attributes.size(), static_cast<std::size_t>(std::min(count, 10))) << count;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      EXPECT_EQ(attributes[i].name, "a" + std::to_string((7 * i) % 10)) << count;
      EXPECT_EQ(attributes[i].value, std::to_string(i)) << count;
    }
  }
}

TEST(Tokenizer, SwitchesTheContentModelBetweenTokens) {
  Tokenizer tokenizer("<title>a<b></title><b>");
  EXPECT_EQ(tokenizer.next().text, "title");
  tokenizer.set_content_model(ContentModel::kRcdata, "title");
  EXPECT_EQ(tokenizer.next().text, "a<b>");
  EXPECT_EQ(tokenizer.next().type, TokenType::kEndTag);
  EXPECT_EQ(tokenizer.next().type, TokenType::kStartTag);
  EXPECT_EQ(tokenizer.next().type, TokenType::kEndOfFile);
  EXPECT_EQ(tokenizer.next().type, TokenType::kEndOfFile);
}

TEST(Tokenizer, KeepsTheFirstOfEqualAttributes) {
  std::string tag = "<p";
  for (int i = 0; i < 100; ++i) tag += " a" + std::to_string(i % 40) + "=" + std::to_string(i);
  Tokenizer tokenizer(tag += ">");
  const Token& token = tokenizer.next();
  ASSERT_EQ(token.attributes.size(), 40U);
  for (int i = 0; i < 40; ++i) {
    const Attribute& attribute = token.attributes[static_cast<std::size_t>(i)];
    EXPECT_EQ(attribute.name, "a" + std::to_string(i));
    EXPECT_EQ(attribute.value, std::to_string(i));
  }
}

TEST(Tokenizer, DropsATagThatTheInputEnds) {
  for (const std::string_view input :
       {"a<p", "a<p class", "a<p class=\"x", "a<p class=x", "a</p "}) {
    Tokenizer tokenizer(input);
    EXPECT_EQ(tokenizer.next().text, "a") << input;
    EXPECT_EQ(tokenizer.next().type, TokenType::kEndOfFile) << input;
  }
}

}  // namespace
}  // namespace spearyx::sanitize
