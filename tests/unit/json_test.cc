#include "support/json.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace spearyx {
namespace {

TEST(ParseJson, PassesThroughWhatIsJson) {
  for (const char* text :
       {"null", "true", "[]", "{}", "-9007199254740993", "0.25", "1.5e+300", R"("a\"b\\c\n")",
        R"("é€🦀")", R"([1,[2,[3]],{"b":1,"a":[null,false]}])", R"({"z":1,"a":{"y":"","b":2}})"}) {
    EXPECT_EQ(dump(parse_json(text)), text);
  }
  EXPECT_EQ(dump(parse_json(" { \"a\" : [ 1 , 2 ] } ")), R"({"a":[1,2]})");
  EXPECT_EQ(dump(parse_json(R"("\u00e9\ud83e\udd80")")), R"("é🦀")");
}

TEST(ParseJson, TakesAnythingElseForNull) {
  for (const std::string& text :
       std::vector<std::string>{"",
                                " ",
                                "{",
                                "[1",
                                "[1,",
                                "[\"a\",",
                                "[[1]",
                                "{\"a\"}",
                                "{\"a\":1",
                                "{\"a\":1,}",
                                "[1,]",
                                "nul",
                                "'a'",
                                "\"a",
                                "\"\\u12\"",
                                "01",
                                "1 2",
                                "[1] x",
                                "{} ]",
                                std::string(1, '\0'),
                                std::string("[1]\0", 4),
                                std::string(5'000, '['),
                                std::string(300, '[') + std::string(300, ']')}) {
    EXPECT_TRUE(parse_json(text).is_null()) << text.substr(0, 20);
  }
}

TEST(Dump, RepairsWhatIsNotUtf8) { EXPECT_EQ(dump(Json("a\xFF")), "\"a\xEF\xBF\xBD\""); }

}  // namespace
}  // namespace spearyx
