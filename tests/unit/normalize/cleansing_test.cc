#include "normalize/cleansing.h"

#include <gtest/gtest.h>

#include <string>

namespace spearyx::normalize {
namespace {

TEST(CleanseDescription, HonoursTheTermsOfTheSource) {
  const std::string raw = "<a href=https://a.example onclick=x()>x</a>";
  EXPECT_EQ(cleanse_description(raw, "remoteok"),
            R"(<p><a href="https://a.example" rel="noopener">x</a></p>)");
  EXPECT_EQ(cleanse_description(raw, "himalayas"),
            R"(<p><a href="https://a.example" rel="nofollow noopener">x</a></p>)");
}

TEST(CleanseDescription, EndsWhereItWouldBecomeTooLong) {
  std::string raw = "<strong><em><u><s><code>";
  while (raw.size() < 256'000) raw += "x<p>";
  const std::string html = cleanse_description(raw, "lever");
  EXPECT_LE(html.size(), kMaxCleansedBytes);
  EXPECT_TRUE(html.ends_with(kCutMark));
}

}  // namespace
}  // namespace spearyx::normalize
