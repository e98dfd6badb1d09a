// Made-up payloads that lie beside the project, each for a kind of thing that a source does, and what is
// expected of their postings. Without them these tests are skipped, visibly.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "inspect/documents.h"
#include "inspect/inspection.h"
#include "support/json.h"
#include "support/project.h"

namespace spearyx::inspect {
namespace {

/// The member of a document by a path, "category.name".
Json member_at(const Json& document, std::string_view path) {
  const std::size_t dot = path.find('.');
  const Json& member = member_of(document, std::string(path.substr(0, dot)));
  return dot == path.npos ? member : member_at(member, path.substr(dot + 1));
}

/// A value, {"not": value} or {"anyOf": [values]}.
bool is_as_expected(const Json& value, const Json& expected) {
  if (expected.is_object() && expected.contains("not")) return value != member_of(expected, "not");
  if (!expected.is_object() || !expected.contains("anyOf")) return value == expected;
  return std::ranges::contains(member_of(expected, "anyOf"), value);
}

class SharedCase : public ::testing::TestWithParam<const char*> {};

TEST_P(SharedCase, Holds) {
  const auto path = spearyx::testing::project_root() / "../shared/cases/payloads" /
                    (std::string(GetParam()) + ".json");
  if (!std::filesystem::exists(path)) {
    if (std::getenv("DEMAND_SHARED_DATA") != nullptr) FAIL() << "no case " << path;
    GTEST_SKIP() << "NOT RUN: there is no case " << path;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const Json shared = parse_json(text);
  const std::string payload = dump(member_of(shared, "payload"));
  const auto inspection =
      Inspection::of(payload, {.source = source_named(text_in(shared, "source")), .tag = {}});
  ASSERT_TRUE(inspection) << describe(inspection.error());
  const Json shown = overview(*inspection);
  const Json& postings = member_of(shown, "postings");
  const Json& expected = member_of(shared, "expect");
  ASSERT_EQ(postings.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    for (const auto& [name, value] : expected[i].items()) {
      const Json answer = member_at(postings[i], name);
      EXPECT_TRUE(is_as_expected(answer, value))
          << name << " of posting " << i << " is " << dump(answer) << ", not " << dump(value);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, SharedCase,
                         ::testing::Values("body-denies-remote", "category-of-unknown-titles",
                                           "city-and-code", "created-at-as-text",
                                           "own-language-names", "remote-words", "title-entities",
                                           "title-entities-greenhouse", "title-says-remote"),
                         [](const auto& test) {
                           std::string name = test.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace spearyx::inspect
