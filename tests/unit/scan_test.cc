#include "support/scan.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace spearyx {
namespace {

TEST(Scan, FindsTheFirstByteWhereverItStands) {
  const auto is_bar = [](auto byte) { return byte == '|'; };
  for (std::size_t size = 0; size <= 50; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, '.');
      text[at] = '|';
      text.back() = '|';
      EXPECT_EQ(find_byte(text, 0, is_bar), at);
      EXPECT_EQ(find_byte(text, at, is_bar), at);
    }
    EXPECT_EQ(find_byte(std::string(size, '.'), 0, is_bar), size);
  }
}

TEST(Scan, CopiesUpToTheFirstByteWhereverItStands) {
  const auto is_bar = [](auto byte) { return byte == '|'; };
  for (std::size_t size = 0; size <= 50; ++size) {
    for (std::size_t begin = 0; begin <= size; ++begin) {
      std::string text(size, '.');
      if (size > 0) text.back() = '|';
      std::size_t at = begin;
      std::string copy(size - begin, ' ');
      const char* end = copy_until(text, at, copy.data(), is_bar);
      EXPECT_EQ(at, begin < size ? size - 1 : size);
      copy.resize(static_cast<std::size_t>(end - copy.data()));
      EXPECT_EQ(copy, text.substr(begin, at - begin));
    }
  }
}

TEST(Scan, HandsOverEachWordWhereverItStands) {
  const auto words_of = [](std::string_view text) {
    std::vector<std::string> words;
    EXPECT_FALSE(any_word(text, [&](std::string_view word) {
      words.emplace_back(word);
      return false;
    }));
    return words;
  };
  for (std::size_t gap = 0; gap <= 40; ++gap) {
    for (std::size_t length = 1; length <= 40; ++length) {
      const std::string word(length, length % 2 == 0 ? 'z' : 'A');
      const std::string text = std::string(gap, '@') + word + "é[a";
      EXPECT_EQ(words_of(text), (std::vector<std::string>{word, "a"}));
      EXPECT_EQ(words_of(text + "`"), (std::vector<std::string>{word, "a"}));
    }
  }
  EXPECT_TRUE(words_of("").empty());
}

TEST(Scan, EndsAtTheWordLookedFor) {
  int words = 0;
  EXPECT_TRUE(any_word("one two three", [&](std::string_view word) {
    ++words;
    return word == "two";
  }));
  EXPECT_EQ(words, 2);
}

}  // namespace
}  // namespace spearyx
