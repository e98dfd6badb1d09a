#include "sources/wire.h"

#include <gtest/gtest.h>

#include <string_view>

namespace spearyx::wire {
namespace {

struct AmountCase {
  std::string_view json;
  std::int64_t amount;
};

TEST(Wire, ReadsAnAmountInWhateverFormItIsSent) {
  for (const auto& [json, amount] : {
           AmountCase{"90000", 90'000},
           AmountCase{"90000.75", 90'000},
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
    EXPECT_EQ(whole(glz::raw_json_view{json}), amount) << json;
  }
  EXPECT_EQ(whole({}), 0);
}

TEST(Wire, ReadsAnIdSentAsTextOrNumber) {
  EXPECT_EQ(id(glz::raw_json_view{R"("a\/b")"}), "a/b");
  EXPECT_EQ(id(glz::raw_json_view{"4012345678901234567"}), "4012345678901234567");
  EXPECT_EQ(id(glz::raw_json_view{"{}"}), "");
  EXPECT_EQ(id({}), "");
}

}  // namespace
}  // namespace spearyx::wire
