#include "normalize/company/identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/normalize/text_case.h"

namespace spearyx::normalize {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SlugTest, AcceptsWhatBoardsAreCalled) {
  for (const std::string_view slug :
       {"acme", "Acme", "15five", "blue-heron", "blue_heron", "a", "acme-", "18F", "4-day-week"}) {
    EXPECT_TRUE(is_valid_slug(slug)) << slug;
  }
  EXPECT_TRUE(is_valid_slug(std::string(100, 'a')));
}

TEST(SlugTest, RefusesEverythingThatCouldLeaveThePath) {
  for (const std::string_view slug :
       {"",        " ",     ".",         "..",           "../admin",
        "a/b",     "a\\b",  "acme.corp", "%2e%2e",       "a%2fb",
        "a b",     "a?x=1", "a#b",       "a&b",          "-acme",
        "_acme",   "ácme",  "日本",      "\U0001F680",   "'; DROP TABLE jobs;--",
        "\"",      "<b>",   "a\n",       "a\r\nHost: x", "https://boards.greenhouse.io/acme",
        "acme:80", "a@b"}) {
    EXPECT_FALSE(is_valid_slug(slug)) << slug;
  }
  EXPECT_FALSE(is_valid_slug(std::string_view("a\0b", 3)));
  EXPECT_FALSE(is_valid_slug(std::string(101, 'a')));
}

class DisplayNameTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(DisplayNameTest, IsReadable) {
  EXPECT_EQ(display_name(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Slugs, DisplayNameTest,
    ::testing::Values(
        TextCase{"Parts", "blue-heron_labs", "Blue Heron Labs"},
        TextCase{"One", "acmecorp", "Acmecorp"}, TextCase{"Ai", "acme-ai", "Acme AI"},
        TextCase{"Io", "acme-io", "Acme IO"}, TextCase{"Usa", "acme-usa", "Acme USA"},
        TextCase{"GluedHq", "acmelabshq", "Acmelabs HQ"},
        TextCase{"NotGlued", "mumbai-studio", "Mumbai Studio"},
        TextCase{"Cased", "OpenHeron", "OpenHeron"}, TextCase{"CasedPart", "acme-IoT", "Acme IoT"},
        TextCase{"SmallWords", "bank-of-the-north", "Bank of the North"},
        TextCase{"SmallWordFirst", "the-heron", "The Heron"}, TextCase{"Digit", "15five", "15five"},
        TextCase{"Doubled", "-acme--labs_", "Acme Labs"}, TextCase{"Empty", "", ""},
        TextCase{"OnlySeparators", "--", ""}, TextCase{"Spaces", "acme labs", "Acme Labs"}),
    kCaseName);

class CompanyKeyTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(CompanyKeyTest, IsTheSameForTheSameCompany) {
  EXPECT_EQ(company_key(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Names, CompanyKeyTest,
    ::testing::Values(
        TextCase{"Inc", "Blue Heron Labs, Inc.", "blueheronlabs"},
        TextCase{"Slug", "blue-heron_labs", "blueheronlabs"},
        TextCase{"Llc", "The Blue Héron Labs LLC", "blueheronlabs"},
        TextCase{"Ltd", "Heron Ltd", "heron"}, TextCase{"CoLtd", "Heron Co., Ltd.", "heron"},
        TextCase{"Gmbh", "Heron GmbH", "heron"},
        TextCase{"GmbhCoKg", "Heron GmbH & Co. KG", "heron"}, TextCase{"Sa", "Heron S.A.", "heron"},
        TextCase{"SaDeCv", "Heron S.A. de C.V.", "heron"}, TextCase{"Bv", "Heron B.V.", "heron"},
        TextCase{"Ag", "Heron AG", "heron"}, TextCase{"Plc", "Heron PLC", "heron"},
        TextCase{"Corp", "Heron Corp.", "heron"},
        TextCase{"Corporation", "Heron Corporation", "heron"},
        TextCase{"PtyLtd", "Heron Pty Ltd", "heron"},
        TextCase{"PrivateLimited", "Heron Private Limited", "heron"},
        TextCase{"SpZoo", "Heron Sp. z o.o.", "heron"}, TextCase{"Sro", "Heron s.r.o.", "heron"},
        TextCase{"AndCompany", "Heron & Company", "heron"},
        TextCase{"Ampersand", "Salt & Stone", "saltandstone"},
        TextCase{"And", "Salt and Stone", "saltandstone"},
        TextCase{"Apostrophe", "O’Heron's", "oherons"}, TextCase{"Domain", "Heron.io", "heronio"},
        TextCase{"Marks", "Málaga Größe Łódź", "malagagrosselodz"},
        TextCase{"Decomposed", "Ma\u0301laga", "malaga"},
        TextCase{"Parentheses", "Heron (YC S21)", "heron"},
        TextCase{"OnlyParentheses", "(Heron)", "heron"},
        TextCase{"OnlyLegal", "Company", "company"}, TextCase{"LegalFirst", "Co Star", "costar"},
        TextCase{"OnlyThe", "The", "the"}, TextCase{"Japanese", "株式会社ヘロン", "株式会社ヘロン"},
        TextCase{"Remote", "Remote", "remote"}, TextCase{"Numbers", "37signals, LLC", "37signals"},
        TextCase{"OnlyNumbers", "1&1", "1and1"}, TextCase{"Emoji", "🚀 Heron™ ✨", "heron"},
        TextCase{"OnlyEmoji", "🚀", ""}, TextCase{"Dash", "Blue—Heron", "blueheron"},
        TextCase{"Capitals", "BLUE HERON", "blueheron"}, TextCase{"Sarl", "Héron SARL", "heron"},
        TextCase{"Cyrillic", "Яндекс", "Яндекс"}, TextCase{"OneWord", "BlueHeron", "blueheron"},
        TextCase{"OtherFirm", "Blue Heron Bank", "blueheronbank"}, TextCase{"Empty", "", ""},
        TextCase{"Punctuation", " - ", ""}),
    kCaseName);

TEST(SlugVariationsTest, OfASlug) {
  EXPECT_THAT(slug_variations("acme"), ElementsAre("acme", "Acme"));
  EXPECT_THAT(slug_variations("Acme"), ElementsAre("Acme", "acme"));
  EXPECT_THAT(slug_variations("OpenHeron"), ElementsAre("OpenHeron", "openheron"));
  EXPECT_THAT(slug_variations("blue-heron"),
              ElementsAre("blue-heron", "blueheron", "BlueHeron", "blueHeron", "blue_heron"));
  EXPECT_THAT(slug_variations("blue_heron"),
              ElementsAre("blue_heron", "blueheron", "blue-heron", "BlueHeron", "blueHeron"));
  EXPECT_THAT(slug_variations("Blue-Heron_Labs"),
              ElementsAre("Blue-Heron_Labs", "blue-heron_labs", "blueheronlabs", "blue-heron-labs",
                          "BlueHeronLabs", "blueHeronLabs", "blue_heron_labs"));
  EXPECT_THAT(slug_variations("heron-inc"), ElementsAre("heron-inc", "heroninc", "HeronInc",
                                                        "heronInc", "heron_inc", "heron", "Heron"));
}

TEST(SlugVariationsTest, OfACompanyName) {
  EXPECT_THAT(slug_variations("Blue Heron"),
              ElementsAre("blueheron", "blue-heron", "BlueHeron", "blueHeron", "blue_heron"));
  EXPECT_THAT(slug_variations("Blue Heron Labs, Inc."),
              ElementsAre("blueheronlabs", "blue-heron-labs", "BlueHeronLabs", "blueHeronLabs",
                          "blue_heron_labs", "blueheronlabsinc", "blue-heron-labs-inc",
                          "BlueHeronLabsInc"));
  EXPECT_THAT(slug_variations("Heron GmbH"),
              ElementsAre("heron", "Heron", "herongmbh", "heron-gmbh", "HeronGmbH", "heronGmbH",
                          "heron_gmbh"));
  EXPECT_THAT(slug_variations("Salt & Stone")[0], "saltandstone");
  EXPECT_THAT(slug_variations("Málaga Health")[0], "malagahealth");
  EXPECT_THAT(slug_variations("Heron.io"), ElementsAre("heronio", "Heronio"));
  EXPECT_THAT(slug_variations("O'Heron (YC S21)")[0], "oheron");
}

TEST(SlugVariationsTest, AreValidDistinctAndFew) {
  for (const std::string_view candidate :
       {"a", "A-B_C", "The Very Long Company of Blue Herons & Sons Holdings Ltd.", "X Æ A-12",
        "Inc.", "--", "3 Herons", "ABC def GHI"}) {
    const auto variations = slug_variations(candidate);
    EXPECT_LE(variations.size(), kMaxSlugVariations) << candidate;
    for (const std::string& slug : variations) {
      EXPECT_TRUE(is_valid_slug(slug)) << slug;
      EXPECT_EQ(std::ranges::count(variations, slug), 1) << slug;
    }
  }
}

TEST(SlugVariationsTest, OfBadInputAreNone) {
  for (const std::string& candidate : {std::string(""),
                                       std::string("  "),
                                       std::string("."),
                                       std::string(".."),
                                       std::string("../etc/passwd"),
                                       std::string("%2e%2e"),
                                       std::string("a/b"),
                                       std::string("https://example.com/jobs"),
                                       std::string("日本"),
                                       std::string("\U0001F680 rocket"),
                                       std::string("x'; DROP TABLE jobs;--"),
                                       std::string("x'--"),
                                       std::string("1' OR '1'='1"),
                                       std::string("<script>"),
                                       std::string("a\nb"),
                                       std::string("a\0b", 3),
                                       std::string("caf\xe9"),
                                       std::string(300, 'a'),
                                       std::string("a..b"),
                                       std::string("a@b.example")}) {
    EXPECT_THAT(slug_variations(candidate), IsEmpty()) << candidate;
  }
}

TEST(MayBeNamedTest, ComparesACandidateWithTheNameOfABoard) {
  const struct {
    const char* candidate;
    const char* name;
    bool may_be;
  } cases[] = {
      {"aha", "Aha! Labs, Inc.", true},
      {"aha", "Aha!", true},
      {"aha-labs", "Aha!", true},
      {"aha", "Animal Hospital Associates", false},
      {"aha", "Ahavox", false},
      {"blueheron", "Blue Heron", true},
      {"blue_heron", "The Blue Heron Company", true},
      {"theblueheron", "Blue Heron", true},
      {"Blue Heron Labs, Inc.", "Blue Heron", true},
      {"blue", "Blue Heron", true},
      {"heron", "Blue Heron", false},
      {"cal", "Cal.com, Inc.", true},
      {"calcom", "Cal.com, Inc.", true},
      {"xero", "X", false},
      {"x", "X", true},
      {"acme", "", true},
      {"acme", "日本", false},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(may_be_named(c.candidate, c.name), c.may_be) << c.candidate << " / " << c.name;
  }
}

}  // namespace
}  // namespace spearyx::normalize
