#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace spearyx {

/// The characters that `kMake()` puts together, kept in the program.
template <auto kMake>
inline constexpr auto kStaticChars = [] {
  std::array<char, kMake().size()> chars{};
  std::ranges::copy(kMake(), chars.begin());
  return chars;
}();

/// The text that `kMake`, a function without arguments, puts together at compile time:
/// `kStaticText<[] { return std::string("a") + "b"; }>`.
template <auto kMake>
inline constexpr std::string_view kStaticText{kStaticChars<kMake>.data(),
                                              kStaticChars<kMake>.size()};

/// A copy of the text in which the first `mark` is replaced.
[[nodiscard]] constexpr std::string replaced(std::string_view text, std::string_view mark,
                                             std::string_view replacement) {
  return std::string(text).replace(text.find(mark), mark.size(), replacement);
}

}  // namespace spearyx
