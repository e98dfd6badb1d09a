#include "support/scan.h"

#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace spearyx
