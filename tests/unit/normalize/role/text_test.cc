#include "normalize/role/text.h"

#include <gtest/gtest.h>

#include <string>

#include "model/role.h"

namespace spearyx::normalize {
namespace {

/// `count` words that no other `salt` has.
std::string words(int count, const std::string& salt) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += salt + std::to_string(i * 7919) + (i % 9 == 8 ? ".\n" : " ");
  return text;
}

bool are_one_role(const std::string& a, const std::string& b, bool on_one_board) {
  const auto member = [&](const std::string& text, const std::string& source) {
    std::string sketch = sketch_of(TextWords(text));
    if (!sketch.empty()) sketch += "000";
    return RoleMember{.source = source, .board = "acme", .key = 1, .text = std::move(sketch)};
  };
  return is_one_role(member(a, "lever"), member(b, on_one_board ? "lever" : "ashby"));
}

TEST(RoleText, HasASketchOfOneLengthWhateverItsOwn) {
  for (const int count : {1, 2, 3, 40, 700, 20'000}) {
    EXPECT_EQ(sketch_of(TextWords(words(count, "w"))).size(), sketch::kText.size) << count;
  }
  EXPECT_EQ(sketch_of(TextWords("")), "");
  EXPECT_EQ(sketch_of(TextWords(" – 🚀 …")), "");
}

TEST(RoleText, IsTheSameInAnotherSpelling) {
  const std::string text = sketch_of(TextWords("Wir suchen Köche für das Café in Zürich!"));
  EXPECT_EQ(sketch_of(TextWords("wir  SUCHEN\nkoche fur das cafe, in zurich")), text);
  EXPECT_NE(sketch_of(TextWords("Wir suchen Kellner für das Café in Zürich!")), text);
}

TEST(RoleText, IsOneRoleWithWhatIsMostlyPartOfIt) {
  const std::string body = words(600, "b");
  EXPECT_TRUE(are_one_role(body, body, true));
  EXPECT_TRUE(are_one_role(body, words(100, "intro") + body, true));
  EXPECT_TRUE(are_one_role(body + words(60, "tail"), body + words(40, "other"), true));
  EXPECT_FALSE(are_one_role(body, words(600, "c"), true));
  EXPECT_FALSE(are_one_role(words(300, "intro") + words(300, "a"),
                            words(300, "intro") + words(300, "b"), true));
}

TEST(RoleText, OfAnotherBoardMayBeCut) {
  const std::string body = words(1'500, "b");
  const std::string cut = words(240, "b");
  const std::string excerpt = words(45, "b");
  EXPECT_TRUE(are_one_role(body, cut, false));
  EXPECT_TRUE(are_one_role(body, excerpt, false));
  const std::string other = words(240, "b") + words(1'260, "c");
  EXPECT_TRUE(are_one_role(body, other, false));
  EXPECT_FALSE(are_one_role(body, other, true)) << "a board tells of one role the same to its end";
  EXPECT_FALSE(are_one_role(words(10, "b"), words(10, "b"), false))
      << "too little to be known again";
  EXPECT_TRUE(are_one_role(words(10, "b"), words(10, "b"), true));
}

TEST(RoleText, ThatIsMissingJoinsPostingsOfOneBoardOnly) {
  EXPECT_TRUE(are_one_role("", "", true));
  EXPECT_FALSE(are_one_role("", "", false));
  EXPECT_FALSE(are_one_role("", words(300, "b"), true));
}

}  // namespace
}  // namespace spearyx::normalize
