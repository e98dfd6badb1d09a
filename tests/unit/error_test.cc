#include "support/error.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "support/project.h"

namespace spearyx {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Errors, EachIsDocumentedAndHasAnIdOfItsOwn) {
  const std::string documented = read_file(testing::project_root() / "docs/errors.md");
  std::set<std::string_view> ids;
  for (int code = 0; code < kErrorCodeCount; ++code) {
    const auto id = error_id(static_cast<ErrorCode>(code));
    EXPECT_TRUE(ids.insert(id).second) << id;
    EXPECT_NE(documented.find("| `" + std::string(id) + "` |"), std::string::npos) << id;
    EXPECT_NE(documented.find(error_meaning(static_cast<ErrorCode>(code))), std::string::npos)
        << id;
  }
}

TEST(Errors, DescribeThemselvesWithIdMeaningAndDetail) {
  EXPECT_EQ(describe({ErrorCode::kTimeout, "GET x"}), "timeout: The source took too long (GET x)");
  EXPECT_EQ(describe({ErrorCode::kTimeout, ""}), "timeout: The source took too long");
}

}  // namespace
}  // namespace spearyx
