#include "normalize/board_reference.h"

#include <gtest/gtest.h>

namespace spearyx::normalize {
namespace {

struct ReferenceCase {
  const char* name;
  std::string text;
  std::optional<Source> source;
  std::string slug;
};

void PrintTo(const ReferenceCase& c, std::ostream* out) { *out << c.name << ": " << c.text; }

class BoardReferenceTest : public testing::TestWithParam<ReferenceCase> {};

TEST_P(BoardReferenceTest, NamesABoard) {
  const auto reference = parse_board_reference(GetParam().text);
  ASSERT_TRUE(reference.has_value()) << describe(reference.error());
  EXPECT_EQ(reference->source, GetParam().source);
  EXPECT_EQ(reference->slug, GetParam().slug);
}

constexpr auto kGh = Source::kGreenhouse;
constexpr auto kLv = Source::kLever;

INSTANTIATE_TEST_SUITE_P(
    All, BoardReferenceTest,
    testing::Values(
        ReferenceCase{"Slug", "Blue-Heron_1", std::nullopt, "Blue-Heron_1"},
        ReferenceCase{"SlugWithSpaces", "  acme\n", std::nullopt, "acme"},
        ReferenceCase{"SlugOf100", std::string(100, 'a'), std::nullopt, std::string(100, 'a')},
        ReferenceCase{"Board", "https://boards.greenhouse.io/Acme", kGh, "acme"},
        ReferenceCase{"Posting", "https://boards.greenhouse.io/acme/jobs/1?gh_src=x", kGh, "acme"},
        ReferenceCase{"JobBoards", "https://job-boards.greenhouse.io/acme/", kGh, "acme"},
        ReferenceCase{"Eu", "job-boards.eu.greenhouse.io/acme#jobs", kGh, "acme"},
        ReferenceCase{"Http", "HTTP://Boards.Greenhouse.IO/acme?x=1", kGh, "acme"},
        ReferenceCase{"Embed", "https://boards.greenhouse.io/embed/job_board?for=acme&b=1", kGh,
                      "acme"},
        ReferenceCase{"EmbedLater", "boards.greenhouse.io/embed/job_app?token=1&for=acme#x", kGh,
                      "acme"},
        ReferenceCase{"GreenhouseApi",
                      "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true", kGh,
                      "acme"},
        ReferenceCase{"Lever", "https://jobs.lever.co/Acme", kLv, "Acme"},
        ReferenceCase{"LeverPosting", "jobs.lever.co/acme/1234-abcd/apply", kLv, "acme"},
        ReferenceCase{"LeverNamedEmbed", "jobs.lever.co/embed", kLv, "embed"},
        ReferenceCase{"LeverApi", "https://api.lever.co/v0/postings/acme?mode=json", kLv, "acme"}),
    [](const auto& info) { return info.param.name; });

TEST(BoardReferenceTest, RefusesWhatNamesNone) {
  for (const std::string& text : {std::string(),
                                  std::string("   "),
                                  std::string("."),
                                  std::string(".."),
                                  std::string("../etc/passwd"),
                                  std::string("%2e%2e"),
                                  std::string("-acme"),
                                  std::string("acme corp"),
                                  std::string("acme.com"),
                                  std::string("日本"),
                                  std::string("\U0001F680"),
                                  std::string("x'; DROP TABLE jobs;--"),
                                  std::string("a\0b", 3),
                                  std::string(101, 'a'),
                                  std::string(300, 'a'),
                                  "https://boards.greenhouse.io/" + std::string(300, 'a'),
                                  "https://boards.greenhouse.io/" + std::string(101, 'a'),
                                  std::string("https://example.com/acme"),
                                  std::string("https://evil.example/boards.greenhouse.io/acme"),
                                  std::string("https://boards.greenhouse.io.evil.example/acme"),
                                  std::string("https://evilboards.greenhouse.io/acme"),
                                  std::string("https://boards.greenhouse.io@evil.example/acme"),
                                  std::string("https://user:pass@jobs.lever.co/acme"),
                                  std::string("https://jobs.lever.co:8080/acme"),
                                  std::string("https://jobs.lever.co\\acme"),
                                  std::string("ftp://jobs.lever.co/acme"),
                                  std::string("javascript:alert(1)//jobs.lever.co/acme"),
                                  std::string("file:///etc/passwd"),
                                  std::string("//jobs.lever.co/acme"),
                                  std::string("https://jobs.lever.co"),
                                  std::string("https://jobs.lever.co/"),
                                  std::string("https://jobs.lever.co//acme"),
                                  std::string("https://jobs.lever.co/?x=acme"),
                                  std::string("https://jobs.lever.co/../acme"),
                                  std::string("https://jobs.lever.co/acme/../beta"),
                                  std::string("https://jobs.lever.co/%2e%2e/acme"),
                                  std::string("https://jobs.lever.co/ac%6de"),
                                  std::string("https://jobs.lever.co/日本"),
                                  std::string("https://jobs.lever.co/a b"),
                                  std::string("https://jobs.lever.co/a'--"),
                                  std::string("https://jobs.eu.lever.co/acme"),
                                  std::string("https://api.eu.lever.co/v0/postings/acme"),
                                  std::string("https://api.lever.co/acme"),
                                  std::string("https://boards-api.greenhouse.io/v1/boards"),
                                  std::string("https://boards.greenhouse.io/embed/job_board"),
                                  std::string("https://boards.greenhouse.io/embed/job_board?for="),
                                  std::string("https://www.greenhouse.io/acme")}) {
    const auto reference = parse_board_reference(text);
    ASSERT_FALSE(reference.has_value()) << text << " gave " << reference->slug;
    EXPECT_FALSE(reference.error().detail.empty()) << text;
  }
}

TEST(BoardReferenceTest, SaysThatLeversEuropeanBoardsAreRefused) {
  const auto reference = parse_board_reference("https://jobs.eu.lever.co/acme");
  ASSERT_FALSE(reference.has_value());
  EXPECT_TRUE(reference.error().detail.contains("not those on jobs.eu.lever.co"));
}

}  // namespace
}  // namespace spearyx::normalize
