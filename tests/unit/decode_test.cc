#include "support/decode.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spearyx {

// Reflection needs a type with linkage, hence no anonymous namespace.
struct DecodedPlant {
  std::string name;
  std::int64_t height = 7;
  std::optional<std::int64_t> age;
  glz::raw_json_view leaf;
};

namespace {

DecodedPlant plant_in(std::string_view text) {
  DecodedPlant plant;
  EXPECT_FALSE(decode(plant, text)) << text;
  return plant;
}

TEST(Decode, FindsMembersInAnyOrderAndPassesOverTheOthers) {
  for (const std::string_view text :
       {R"({"name":"fern","height":3,"age":null,"leaf":{"name":"x"}})",
        R"({"leaf" : {"name":"x"},"root":{"height":[1,{}]},"height":3 , "name":"fern"})",
        R"({"height":1,"name":"moss","height":3,"leaf":{"name":"x"},"name":"fern","":0})"}) {
    const DecodedPlant plant = plant_in(text);
    EXPECT_EQ(plant.name, "fern") << text;
    EXPECT_EQ(plant.height, 3) << text;
    EXPECT_EQ(plant.age, std::nullopt) << text;
    EXPECT_EQ(plant.leaf.str, R"({"name":"x"})") << text;
  }
}

TEST(Decode, LeavesWhatTheTextLacks) {
  EXPECT_EQ(plant_in("{}").height, 7);
  EXPECT_EQ(plant_in(R"({"age":2})").age, 2);
}

TEST(Decode, RefusesWhatIsOfAnotherForm) {
  for (const std::string_view text :
       {"", "[]", "null", "{", R"({"name")", R"({"name":)", R"({"name":1})", R"({"height":"3"})",
        R"({"name":"fern" "height":3})", R"({"root":"x)", R"({"name":"fern")"}) {
    DecodedPlant plant;
    EXPECT_TRUE(decode(plant, text)) << text;
  }
}

TEST(Decode, TellsWhereInAListAnElementIsOfAnotherForm) {
  std::vector<DecodedPlant> plants;
  EXPECT_FALSE(decode(plants, R"([{"height":1},{"height":2}])"));
  ASSERT_EQ(plants.size(), 2U);
  EXPECT_EQ(plants.back().height, 2);
  const std::string_view text = R"([{"height":1},{"height":"2"}])";
  const glz::error_ctx outcome = decode(plants, text);
  EXPECT_TRUE(outcome);
  EXPECT_GE(outcome.count, text.find(R"("2")"));
}

}  // namespace
}  // namespace spearyx
