#include "support/percent.h"

#include <gtest/gtest.h>

#include <optional>

namespace spearyx {
namespace {

TEST(PercentEncodingTest, LeavesOnlyUnreservedBytes) {
  EXPECT_EQ(encode_path_segment("Az09-._~"), "Az09-._~");
  EXPECT_EQ(encode_path_segment("a/b?c#d%2e\\ e"), "a%2Fb%3Fc%23d%252e%5C%20e");
  EXPECT_EQ(encode_path_segment("é\n"), "%C3%A9%0A");
  EXPECT_EQ(encode_path_segment("."), "");
  EXPECT_EQ(encode_path_segment(".."), "");
  EXPECT_EQ(encode_path_segment("..."), "...");
  EXPECT_EQ(encode_percent("C++ & C#=1+1"), "C%2B%2B%20%26%20C%23%3D1%2B1");
  EXPECT_EQ(encode_percent(".."), "..");
  EXPECT_EQ(encode_percent(""), "");
}

TEST(PercentEncodingTest, IsDecodedOnce) {
  EXPECT_EQ(decode_percent("a%2Fb%2fc"), "a/b/c");
  EXPECT_EQ(decode_percent("%252F"), "%2F");
  EXPECT_EQ(decode_percent("100%"), "100%");
  EXPECT_EQ(decode_percent("%4"), "%4");
  EXPECT_EQ(decode_percent("%G0%0G"), "%G0%0G");
  EXPECT_EQ(percent_decoded("%C3%A9"), std::optional('\xC3'));
}

TEST(HexTest, ReadsWhatItWrites) {
  for (int byte = 0; byte < 256; ++byte) {
    const auto [high, low] = hex_of(static_cast<char>(byte));
    ASSERT_EQ(hex_value(high).value() * 16 + hex_value(low).value(), static_cast<unsigned>(byte));
  }
  EXPECT_EQ(hex_value('F'), hex_value('f'));
  for (const char c : {'g', 'G', '@', '`', '/', ':', ' ', '\0', '\x80'}) {
    EXPECT_EQ(hex_value(c), std::nullopt) << static_cast<int>(c);
  }
}

}  // namespace
}  // namespace spearyx
