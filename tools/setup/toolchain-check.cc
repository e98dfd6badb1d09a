// Proves that a toolchain compiles, links and optimises what the core is made of.
#include <expected>
#include <format>
#include <string>
#include <vector>

namespace {

std::expected<int, std::string> length_of(const std::string& text) {
  if (text.size() > 1000) return std::unexpected(std::format("{} characters", text.size()));
  return static_cast<int>(text.size());
}

}  // namespace

// The sum of the lengths of `count` texts, the first one empty, each one longer than the one
// before.
extern "C" __attribute__((export_name("sum_of_lengths"))) int sum_of_lengths(int count) {
  std::vector<std::string> texts;
  for (int length = 0; length < count; ++length)
    texts.emplace_back(static_cast<size_t>(length), 'x');
  int sum = 0;
  for (const std::string& text : texts) sum += length_of(text).value_or(-1);
  return sum;
}
