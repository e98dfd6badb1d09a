#include "normalize/text/text_words.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "normalize/text/words.h"

namespace spearyx::normalize {
namespace {

/// Words of every length up to two blocks and more, in texts of every length around sixteen bytes.
std::string text_of_lengths(std::size_t gap) {
  std::string text(gap, ' ');
  for (std::size_t length = 1; length <= 20; ++length)
    text.append(length, static_cast<char>('A' + length)).append(", ");
  return text;
}

TEST(TextWords, AreThoseOfWords) {
  std::vector<std::string> texts = {
      "Deploy with Kubernetes, naïvely.",
      "we’re 100% remote – München/Zürich, ÉTÉ",
      "Wir suchen Köche für das Café in Zürich!",
      "リモート 勤務、東京 Удалённо",
      "e\u0301te\u0301 re\u200Bmote\u00A0work\u2011from",
      "",
      " – 🚀 …",
  };
  for (std::size_t gap = 0; gap < 16; ++gap) texts.push_back(text_of_lengths(gap));
  for (const std::string& text : texts) {
    const TextWords read(text);
    const auto words = read.all();
    const Words expected(text);
    ASSERT_EQ(words.size(), expected.size()) << text;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(words[i].hash, word_hash(expected[i].folded)) << text;
      EXPECT_EQ(text.data() + words[i].begin, expected[i].raw.data()) << text;
    }
  }
}

TEST(TextWords, HaveAWordInWhateverSpelling) {
  const TextWords text("Deploy with KUBERNETES, naïvely.");
  EXPECT_TRUE(text.has("kubernetes"));
  EXPECT_TRUE(text.has("naively"));
  EXPECT_FALSE(text.has("kube"));
  EXPECT_FALSE(text.has(""));
}

TEST(WordHash, IsAnotherForEachWord) {
  const std::vector<std::string_view> words = {"a",
                                               "aa",
                                               "aaa",
                                               "aba",
                                               "ab",
                                               "ba",
                                               "remote",
                                               "remota",
                                               "remoto",
                                               "abcdefgh",
                                               "abcdefghabcdefgh",
                                               "abcdefghi",
                                               "abcdefghj",
                                               "1",
                                               "q",
                                               "p",
                                               "0"};
  for (const std::string_view a : words) {
    for (const std::string_view b : words)
      EXPECT_EQ(word_hash(a) == word_hash(b), a == b) << a << b;
  }
  EXPECT_EQ(word_hash("KuBernetes"), word_hash("kubernetes"));
}

}  // namespace
}  // namespace spearyx::normalize
