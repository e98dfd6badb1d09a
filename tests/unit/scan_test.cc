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

TEST(Scan, HandsOverEachRunWhereverItStands) {
  const auto runs_of = [](std::string_view text) {
    std::vector<std::string> runs;
    each_run(
        text, [](auto byte) { return (byte >= 'a') & (byte <= 'z'); },
        [&](std::size_t begin, std::size_t end) {
          runs.emplace_back(text.substr(begin, end - begin));
        });
    return runs;
  };
  for (std::size_t gap = 0; gap <= 40; ++gap) {
    for (std::size_t length = 1; length <= 40; ++length) {
      const std::string run(length, length % 2 == 0 ? 'z' : 'a');
      const std::string text = std::string(gap, '@') + run + "é[a";
      EXPECT_EQ(runs_of(text), (std::vector<std::string>{run, "a"}));
      EXPECT_EQ(runs_of(text + "`"), (std::vector<std::string>{run, "a"}));
    }
  }
  EXPECT_TRUE(runs_of("").empty());
}

}  // namespace
}  // namespace spearyx
