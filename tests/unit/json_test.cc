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

TEST(ParseJson, RoundsWhatNoIntegerHolds) {
  EXPECT_EQ(parse_json("999999999999999999").get<std::int64_t>(), 999'999'999'999'999'999);
  EXPECT_EQ(parse_json("-99999999999999999999").get<double>(), -1e20);
}

TEST(ParseJson, TakesTheLastOfEqualNames) {
  EXPECT_EQ(dump(parse_json(R"({"a":1,"b":2,"a":{"c":3}})")), R"({"a":{"c":3},"b":2})");
}

TEST(Member, IsNothingWhereItIsNotThere) {
  const Json document = parse_json(R"({"n":7,"t":"x","d":{}})");
  EXPECT_EQ(number_in(document, "n"), 7);
  EXPECT_EQ(text_in(document, "t"), "x");
  EXPECT_TRUE(member_of(document, "d").is_object());
  for (const char* name : {"n", "d", "none"}) EXPECT_EQ(text_in(document, name), "") << name;
  for (const char* name : {"t", "d", "none"}) EXPECT_EQ(number_in(document, name), 0) << name;
  EXPECT_TRUE(member_of(Json(1), "n").is_null());
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
