#include "sources/wire.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string_view>

namespace spearyx::wire {
namespace {

struct AmountCase {
  std::string_view json;
  double amount;
};

TEST(Wire, ReadsAnAmountInWhateverFormItIsSent) {
  for (const auto& [json, amount] : {
           AmountCase{"90000", 90'000},
           AmountCase{"90000.75", 90'000.75},
           AmountCase{"60.5769", 60.57},
           AmountCase{R"("75.5")", 75.5},
           AmountCase{"15.", 15},
           AmountCase{R"("90000")", 90'000},
           AmountCase{R"("90000 USD")", 90'000},
           AmountCase{R"("120,000")", 0},
           AmountCase{R"("90k")", 0},
           AmountCase{R"("50000-60000")", 0},
           AmountCase{"1.5e5", 0},
           AmountCase{"0", 0},
           AmountCase{"-5", 0},
           AmountCase{"1e5", 0},
           AmountCase{"12345678901234567890", 0},
           AmountCase{R"("")", 0},
           AmountCase{R"("negotiable")", 0},
           AmountCase{"true", 0},
           AmountCase{"[90000]", 0},
       }) {
    EXPECT_EQ(decimal(glz::raw_json_view{json}), amount) << json;
    EXPECT_EQ(whole(glz::raw_json_view{json}), std::floor(amount)) << json;
  }
  EXPECT_EQ(decimal({}), 0);
}

TEST(Wire, ReadsAnIdSentAsTextOrNumber) {
  EXPECT_EQ(id(glz::raw_json_view{R"("a\/b")"}), "a/b");
  EXPECT_EQ(id(glz::raw_json_view{"4012345678901234567"}), "4012345678901234567");
  EXPECT_EQ(id(glz::raw_json_view{"{}"}), "");
  EXPECT_EQ(id({}), "");
}

struct TextCase {
  std::string_view json;
  std::string_view text;
};

TEST(Wire, ReadsWhateverAJsonStringSays) {
  for (const auto& [json, text] : {
           TextCase{R"("Gardener")", "Gardener"},
           TextCase{R"("caf\u00e9 \ud83d\ude80")", "café \U0001F680"},
           TextCase{R"("half \ud83d")", "half \uFFFD"},
           TextCase{R"("half \ude80 more")", "half \uFFFD more"},
           TextCase{R"("\ufeffGar\u0000den\u200ber")", "Gardener"},
           TextCase{R"("R&amp;D")", "R&D"},
           TextCase{R"("a\nb")", "a b"},
           TextCase{R"("")", ""},
           TextCase{"5", ""},
           TextCase{"null", ""},
           TextCase{"", ""},
           TextCase{R"(["Gardener"])", ""},
       }) {
    EXPECT_EQ(spearyx::wire::text(glz::raw_json_view{json}), text) << json;
  }
  EXPECT_EQ(code(glz::raw_json_view{R"("https:\/\/x.example\/?a=1&copy=2")"}),
            "https://x.example/?a=1&copy=2");
}

struct MomentCase {
  std::string_view json;
  std::optional<UnixSeconds> moment;
};

TEST(Wire, ReadsAMomentInWhateverFormItIsSent) {
  for (const auto& [json, expected] : {
           MomentCase{"1788000000", 1'788'000'000},
           MomentCase{"1788000000000", 1'788'000'000},
           MomentCase{"1788000000999", 1'788'000'000},
           MomentCase{"1788000000.5", 1'788'000'000},
           MomentCase{R"("1788000000")", 1'788'000'000},
           MomentCase{R"("1788000000000")", 1'788'000'000},
           MomentCase{R"("2026-08-29T10:40:00Z")", 1'788'000'000},
           MomentCase{R"("2026-08-29T12:40:00.250+02:00")", 1'788'000'000},
           MomentCase{"0", std::nullopt},
           MomentCase{"-5", std::nullopt},
           MomentCase{"1e12", std::nullopt},
           MomentCase{"99999999999999999999", std::nullopt},
           MomentCase{R"("soon")", std::nullopt},
           MomentCase{R"("")", std::nullopt},
           MomentCase{"null", std::nullopt},
           MomentCase{"true", std::nullopt},
           MomentCase{"[1788000000]", std::nullopt},
           MomentCase{"{}", std::nullopt},
       }) {
    EXPECT_EQ(moment(glz::raw_json_view{json}), expected) << json;
  }
}

}  // namespace
}  // namespace spearyx::wire
