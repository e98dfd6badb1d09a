#include "normalize/word_kinds.h"

#include <gtest/gtest.h>

#include <string>

namespace spearyx::normalize {
namespace {

constexpr std::uint16_t kFruit = 1;
constexpr std::uint16_t kColour = 2;
constexpr WordKinds kTestKinds({{kFruit, "apple orange zitrone"}, {kColour, "green orange"}});

TEST(WordKinds, AreAllThatAWordIsOf) {
  EXPECT_EQ(kTestKinds.of(word_hash("apple")), kFruit);
  EXPECT_EQ(kTestKinds.of(word_hash("zitrone")), kFruit);
  EXPECT_EQ(kTestKinds.of(word_hash("GREEN")), kColour);
  EXPECT_EQ(kTestKinds.of(word_hash("orange")), kFruit | kColour);
}

TEST(WordKinds, AreNoneForOtherWords) {
  EXPECT_EQ(kTestKinds.of(word_hash("apples")), 0);
  for (int i = 0; i < 10'000; ++i) {
    const std::string word = "w" + std::to_string(i);
    EXPECT_EQ(kTestKinds.of(word_hash(word)), 0) << word;
  }
}

}  // namespace
}  // namespace spearyx::normalize
