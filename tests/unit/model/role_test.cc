#include "model/role.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace spearyx {
namespace {

/// The sketch of a text of 500 words, all of whose places hold one letter.
std::string text_of(char letter, const std::string& names = "000") {
  return "0500" + std::string(52, letter) + names;
}

RoleMember posting(const std::string& source, const std::string& board, std::string text,
                   std::int64_t key = 1) {
  return {.source = source, .board = board, .key = key, .text = std::move(text)};
}

using Leaders = std::vector<std::size_t>;

TEST(RoleLeaders, AreEmployersBeforeFeedsAndTheFirstBeforeOthers) {
  const std::vector<RoleMember> postings{
      posting("remoteok", "", text_of('a')),     posting("lever", "acme", text_of('a')),
      posting("lever", "acme", text_of('a')),    posting("lever", "acme", text_of('b')),
      posting("lever", "acme", text_of('a'), 2),
  };
  EXPECT_EQ(role_leaders(postings), (Leaders{1, 1, 1, 3, 4}));
}

TEST(RoleLeaders, AreFollowedOverWhoIsInBetween) {
  // b shares most with a, and c with b, but c not with a.
  const auto half = [](char left, char right) {
    return "0500" + std::string(16, left) + std::string(16, right) + std::string(20, 'x') + "000";
  };
  const std::string a = "0500" + std::string(32, 'a') + std::string(20, 'x') + "000";
  const std::string b =
      "0500" + std::string(21, 'a') + std::string(11, 'b') + std::string(20, 'x') + "000";
  const std::string c = "0500" + std::string(8, 'c') + std::string(13, 'a') + std::string(11, 'b') +
                        std::string(20, 'x') + "000";
  EXPECT_EQ(role_leaders(std::vector{posting("lever", "acme", half('p', 'q')),
                                     posting("lever", "acme", a), posting("lever", "acme", b),
                                     posting("lever", "acme", c)}),
            (Leaders{0, 1, 1, 1}));
}

TEST(RoleMembers, WhoseTitlesDifferInNamesHaveTheVerySameText) {
  const RoleMember town = posting("lever", "acme", text_of('a', "abc"));
  EXPECT_TRUE(is_one_role(town, posting("lever", "acme", text_of('a', "xyz"))));
  RoleMember edited = posting("lever", "acme", text_of('a', "xyz"));
  edited.text[20] = 'b';
  EXPECT_FALSE(is_one_role(town, edited));
  EXPECT_FALSE(is_one_role(town, posting("ashby", "acme", text_of('a', "xyz"))));
}

TEST(RoleMembers, ThatWereJoinedByHandBearAMark) {
  EXPECT_TRUE(is_one_role(posting("lever", "acme", "=7"), posting("jobicy", "", "=7")));
  EXPECT_FALSE(is_one_role(posting("lever", "acme", "=7"), posting("lever", "acme", "=8")));
  EXPECT_FALSE(is_one_role(posting("lever", "acme", "=7"), posting("lever", "acme", "")));
}

TEST(RoleLeaders, OfManyPostingsAreFoundAmongTheFirstFew) {
  const std::vector<RoleMember> same(1'000, posting("lever", "acme", text_of('a')));
  EXPECT_EQ(role_leaders(same), Leaders(1'000, 0));
}

}  // namespace
}  // namespace spearyx
