// Made-up payloads that lie beside the project, each for a kind of thing that a source does, and what is
// expected of their postings. Without them these tests are skipped, visibly.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "inspect/documents.h"
#include "inspect/inspection.h"
#include "support/json.h"
#include "support/project.h"

namespace spearyx::inspect {
namespace {

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
      EXPECT_EQ(postings[i].value(name, Json()), value) << name << " of posting " << i;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, SharedCase,
                         ::testing::Values("created-at-as-text", "title-entities",
                                           "title-entities-greenhouse"),
                         [](const auto& test) {
                           std::string name = test.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace spearyx::inspect
