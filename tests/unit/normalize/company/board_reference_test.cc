#include "normalize/company/board_reference.h"

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

class BoardReferenceTest : public ::testing::TestWithParam<ReferenceCase> {};

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
    ::testing::Values(
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
        ReferenceCase{"LeverApi", "https://api.lever.co/v0/postings/acme?mode=json", kLv, "acme"},
        ReferenceCase{"Ashby", "https://jobs.ashbyhq.com/Acme", Source::kAshby, "Acme"},
        ReferenceCase{"AshbyPosting", "jobs.ashbyhq.com/acme/7e0c/application?x=1", Source::kAshby,
                      "acme"},
        ReferenceCase{"AshbyWithSpaces", "https://jobs.ashbyhq.com/Blue%20Heron%20Labs/7e0c",
                      Source::kAshby, "Blue Heron Labs"},
        ReferenceCase{"AshbyApi", "https://api.ashbyhq.com/posting-api/job-board/acme?x=1",
                      Source::kAshby, "acme"},
        ReferenceCase{"Recruitee", "https://Acme-1.recruitee.com/o/gardener", Source::kRecruitee,
                      "acme-1"},
        ReferenceCase{"RecruiteeApi", "acme.recruitee.com/api/offers/", Source::kRecruitee, "acme"},
        ReferenceCase{"Workable", "https://apply.workable.com/Acme/j/A1B2/", Source::kWorkable,
                      "acme"},
        ReferenceCase{"WorkableApi",
                      "https://apply.workable.com/api/v1/widget/accounts/acme?details=true",
                      Source::kWorkable, "acme"},
        ReferenceCase{"WorkableHost", "https://acme.workable.com/jobs/1", Source::kWorkable,
                      "acme"}),
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
                                  std::string("https://www.greenhouse.io/acme"),
                                  std::string("https://jobs.ashbyhq.com/a%2Fb"),
                                  std::string("https://jobs.ashbyhq.com/a%252Fb"),
                                  std::string("https://jobs.ashbyhq.com/%F0%9F%8C%B1"),
                                  std::string("https://jobs.ashbyhq.com/a%00b"),
                                  std::string("https://jobs.ashbyhq.com/%20acme"),
                                  std::string("https://jobs.ashbyhq.com/%2e%2e"),
                                  std::string("https://jobs.ashbyhq.com/api/non-user-graphql"),
                                  "https://jobs.ashbyhq.com/" + std::string(101, 'a'),
                                  std::string("https://www.recruitee.com/acme"),
                                  std::string("https://recruitee.com/acme"),
                                  std::string("https://a.b.recruitee.com/o/1"),
                                  std::string("https://a_b.recruitee.com/o/1"),
                                  std::string("https://acme.recruitee.com.evil.example/o/1"),
                                  "https://" + std::string(64, 'a') + ".recruitee.com/o/1",
                                  std::string("https://apply.workable.com/j/A1B2"),
                                  std::string("https://apply.workable.com/api/v1/accounts/acme"),
                                  std::string("https://jobs.workable.com/view/1")}) {
    const auto reference = parse_board_reference(text);
    ASSERT_FALSE(reference.has_value()) << text << " gave " << reference->slug;
    EXPECT_FALSE(reference.error().detail.empty()) << text;
  }
}

std::string linked_in(std::string_view html) {
  std::string text;
  for (const BoardReference& board : boards_linked_in(html)) {
    text.append(text.empty() ? "" : " ").append(name_of(*board.source)).append("/");
    text.append(board.slug);
  }
  return text;
}

TEST(BoardReferenceTest, FindsTheBoardsThatADescriptionLinksTo) {
  EXPECT_EQ(linked_in(R"(<a href="https://jobs.ashbyhq.com/Acme/1?utm=a&amp;b=1">Apply</a>)"),
            "ashby/Acme");
  EXPECT_EQ(linked_in("<a href='https://jobs.ashbyhq.com/Blue%20Heron'>x</a>"), "ashby/Blue Heron");
  EXPECT_EQ(linked_in("See https://jobs.lever.co/acme. Or (http://acme.recruitee.com/)!"),
            "lever/acme recruitee/acme");
  EXPECT_EQ(linked_in("https://boards.greenhouse.io/embed/job_board?b=1&amp;for=acme"),
            "greenhouse/acme");
  EXPECT_EQ(linked_in("https://apply.workable.com/acme/?src=a:b@c"), "workable/acme");
  EXPECT_EQ(linked_in("https://jobs.lever.co/acme?" + std::string(5'000, 'q')), "lever/acme");
}

TEST(BoardReferenceTest, FindsNoBoardWhereNoneIsLinked) {
  for (const std::string& html :
       {std::string(), std::string("://"), std::string("acme"), std::string("https://"),
        std::string("https://acme.example/jobs"), std::string("https://apply.workable.com/j/A1B2"),
        std::string("https://evil.example/?u=jobs.lever.co/acme"),
        std::string("jobs.lever.co/acme"), std::string("https://jobs.lever.co")}) {
    EXPECT_EQ(linked_in(html), "") << html;
  }
  // Quadratic work on a megabyte would take minutes.
  std::string many;
  while (many.size() < 1'000'000) many += "https://jobs.lever.co/";
  EXPECT_EQ(linked_in(many), "");
}

TEST(BoardReferenceTest, SaysThatLeversEuropeanBoardsAreRefused) {
  const auto reference = parse_board_reference("https://jobs.eu.lever.co/acme");
  ASSERT_FALSE(reference.has_value());
  EXPECT_TRUE(reference.error().detail.contains("Boards on jobs.eu.lever.co cannot be read."));
}

}  // namespace
}  // namespace spearyx::normalize
