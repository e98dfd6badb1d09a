// Under AddressSanitizer, that reading and writing by blocks stays inside.
#include "sanitize/text_buffer.h"

#include <gtest/gtest.h>

#include <string>

namespace spearyx::sanitize {
namespace {

TextBuffer buffer_of(std::string_view text) {
  TextBuffer buffer(text.size());
  buffer.append(text);
  return buffer;
}

constexpr auto kStops = [](Bytes bytes, Bytes) { return bytes == '|'; };

TEST(FindByte, FindsTheFirstOneWhereverItIs) {
  const auto is_bar = [](Bytes bytes) { return bytes == '|'; };
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = '|';
      const TextBuffer buffer = buffer_of(text + "|");
      EXPECT_EQ(find_padded_byte(buffer.view(), 0, is_bar), at);
      EXPECT_EQ(find_padded_byte(buffer.view(), at + 1, is_bar), size);
      EXPECT_EQ(find_padded_byte(buffer.view(0, at), 0, is_bar), at)
          << "nothing behind the end counts";
    }
  }
}

TEST(TextBuffer, AppendsUpToWhatIsSpecial) {
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string plain(length, 'x');
    const TextBuffer source = buffer_of(plain + "|yz");
    TextBuffer target;
    target.append('>');
    EXPECT_EQ(target.append_until(source.view(), kStops), length);
    EXPECT_EQ(target.view(), ">" + plain);
    target.append_padded(source.view(length, length + 2));
    EXPECT_EQ(target.view(), ">" + plain + "|y");
  }
}

TEST(TextBuffer, ShowsThePredicateTheNextByteToo) {
  const TextBuffer source = buffer_of("one two  three");
  TextBuffer target;
  const auto is_double_space = [](Bytes bytes, Bytes next) {
    return (bytes == ' ') & (next == ' ');
  };
  EXPECT_EQ(target.append_until(source.view(), is_double_space), 7);
  EXPECT_EQ(target.view(), "one two");
}

TEST(TextBuffer, AppendsItsOwnTextWhileItGrows) {
  TextBuffer buffer = buffer_of("0123456789abcdefghi");
  std::string expected(buffer.view());
  for (int i = 0; i < 6; ++i) {
    expected += expected.substr(3);
    buffer.append_own(3, buffer.size());
    EXPECT_EQ(buffer.view(), expected);
  }
}

}  // namespace
}  // namespace spearyx::sanitize
