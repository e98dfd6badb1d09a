#include "normalize/text/phrases.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "normalize/text/sorted_text.h"

namespace spearyx::normalize {
namespace {

constexpr WordTable kValues("from home=r\non site=o\nonsite=o\nremote=r\n");

constexpr auto kTestPatterns = std::to_array<std::string_view>({
    "must|should live|work in|within",
    "this|the role is be? a|an? fully? @r",
    "@o # days|day",
    "only? not @ro",
    "welcome",
    "we *? hire",
});

std::vector<PhraseMatch> phrases_in(std::span<const Word> words) {
  std::vector<PhraseMatch> phrases;
  for (std::size_t i = 0; i < words.size(); ++i) phrases.push_back(phrase_at(kValues, words, i));
  return phrases;
}

struct PatternCase {
  std::string_view pattern;
  std::string_view text;
  /// The end of the phrase, if it begins the text.
  std::optional<std::size_t> end;
};

TEST(Pattern, IsMatchedWordByWord) {
  constexpr PatternCase kCases[] = {
      {kTestPatterns[0], "must live in Berlin", 3},
      {kTestPatterns[0], "Should work within", 3},
      {kTestPatterns[0], "must live near Berlin", std::nullopt},
      {kTestPatterns[0], "must live", std::nullopt},
      {kTestPatterns[1], "This role is remote", 4},
      {kTestPatterns[1], "the role is a fully remote one", 6},
      {kTestPatterns[1], "the role is from home", 5},
      {kTestPatterns[1], "the role is on site", std::nullopt},
      {kTestPatterns[2], "on site 3 days", 4},
      {kTestPatterns[2], "onsite two days", 3},
      {kTestPatterns[2], "onsite some days", std::nullopt},
      {kTestPatterns[2], "remote 3 days", std::nullopt},
      {kTestPatterns[3], "not remote", 2},
      {kTestPatterns[3], "only not on site", 4},
      {kTestPatterns[4], "welcome", 1},
      {kTestPatterns[5], "we hire", 2},
      {kTestPatterns[5], "we always hire", 3},
      {kTestPatterns[5], "we", std::nullopt},
  };
  for (const PatternCase& c : kCases) {
    const Words words(c.text);
    EXPECT_EQ(match_pattern(c.pattern, words, 0, phrases_in(words)), c.end)
        << c.pattern << ": " << c.text;
  }
}

TEST(PatternIndex, LeavesOutNoPatternThatMatches) {
  static constexpr auto kIndexed = std::to_array<std::string_view>(
      {kTestPatterns[0], kTestPatterns[1], kTestPatterns[2], kTestPatterns[4], kTestPatterns[5]});
  static constexpr PatternIndex kIndexOfAll(kIndexed, std::identity{});
  int left_out = 0;
  for (const std::string_view text :
       {"must live in Berlin", "Should work within", "This role is remote",
        "the role is a fully remote one", "the role is from home", "on site 3 days",
        "onsite two days", "welcome", "welcome home", "we hire", "we always hire",
        "nothing else"}) {
    const Words words(text);
    const auto phrases = phrases_in(words);
    const std::uint32_t found = kIndexOfAll.beginning_at(words, 0, phrases[0].words > 0);
    for (std::size_t i = 0; i < kIndexed.size(); ++i) {
      const bool is_found = (found >> i & 1U) != 0;
      if (match_pattern(kIndexed[i], words, 0, phrases))
        EXPECT_TRUE(is_found) << text << kIndexed[i];
      left_out += is_found ? 0 : 1;
    }
  }
  EXPECT_GT(left_out, 12 * 4 - 6) << "most patterns need not be tried";
}

}  // namespace
}  // namespace spearyx::normalize
