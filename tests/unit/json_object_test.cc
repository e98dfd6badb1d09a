#include "support/json_object.h"

#include <gtest/gtest.h>

namespace spearyx {
namespace {

TEST(JsonObject, HoldsWhatItsBracesSay) {
  const std::optional<std::string> absent;
  const std::optional<std::int64_t> number = 4;
  const std::string text = "text";
  const Json copied = Json::array({1});
  Json moved = Json::array({2});
  EXPECT_EQ(dump(json_object({{"null", nullptr},
                              {"flag", true},
                              {"int", 1},
                              {"size", text.size()},
                              {"real", 0.5},
                              {"literal", "a"},
                              {"view", std::string_view("b")},
                              {"text", text},
                              {"absent", absent},
                              {"number", number},
                              {"texts", std::vector<std::string>{"c", "d"}},
                              {"copied", copied},
                              {"moved", std::move(moved)},
                              {"object", {{"in", {{"it", "x"}}}}}})),
            R"({"null":null,"flag":true,"int":1,"size":4,"real":0.5,"literal":"a","view":"b",)"
            R"("text":"text","absent":null,"number":4,"texts":["c","d"],"copied":[1],"moved":[2],)"
            R"("object":{"in":{"it":"x"}}})");
  EXPECT_EQ(dump(json_object({})), "{}");
}

}  // namespace
}  // namespace spearyx
