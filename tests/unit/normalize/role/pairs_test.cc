// Recorded postings that were paired by hand as one role or two. The pairs lie beside the project
// and are printed by a script; without them the test is skipped, visibly.
#include <gtest/gtest.h>
#include <stdio.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/role.h"
#include "model/source.h"
#include "normalize/company/identity.h"
#include "normalize/posting.h"
#include "support/json.h"
#include "support/project.h"

namespace spearyx::testing {
namespace {

namespace fs = std::filesystem;

fs::path pairs_script() { return project_root() / "../shared/labels/pairs.mjs"; }

/// The lines that a command prints.
std::vector<std::string> lines_of(const std::string& command) {
  std::vector<std::string> lines(1);
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back().push_back(static_cast<char>(c));
    }
  }
  EXPECT_EQ(pclose(pipe), 0) << command;
  lines.pop_back();
  return lines;
}

/// The posting as a sync stores it; the board of an employer bears its name.
RoleMember member(const Json& document) {
  static const normalize::Categoriser kCategoriser;
  Posting posting;
  posting.title = text_in(document, "title");
  posting.company = text_in(document, "company");
  posting.location = text_in(document, "location");
  posting.description = text_in(document, "descriptionHtml");
  const Job job = normalize::to_job(posting, {}, kCategoriser).job;
  RoleMember member{.source = text_in(document, "source"),
                    .board = {},
                    .key = job.role_key,
                    .text = job.role_text};
  const auto source = source_named(member.source);
  if (source && info(*source).has_boards()) member.board = normalize::employer_key(job.company);
  return member;
}

struct Score {
  int joined_rightly = 0;
  int joined_wrongly = 0;
  int firms_merged = 0;
  int left_apart_wrongly = 0;

  void add(const std::string& label, bool is_joined) {
    const bool is_same = label == "same";
    joined_rightly += is_same && is_joined ? 1 : 0;
    left_apart_wrongly += is_same && !is_joined ? 1 : 0;
    joined_wrongly += !is_same && is_joined ? 1 : 0;
    firms_merged += label == "different-employer" && is_joined ? 1 : 0;
  }
  [[nodiscard]] double precision() const {
    return double(joined_rightly) / std::max(1, joined_rightly + joined_wrongly);
  }
  [[nodiscard]] double recall() const {
    return double(joined_rightly) / std::max(1, joined_rightly + left_apart_wrongly);
  }
};

TEST(RolePairs, AreJoinedAndLeftApartAsAReaderWould) {
  if (!fs::exists(pairs_script())) {
    ASSERT_EQ(std::getenv("DEMAND_SHARED_DATA"), nullptr) << "no labels in ../shared";
    GTEST_SKIP() << "NOT RUN: the hand-made pairs are not in ../shared";
  }
  Score sure;
  Score unsure;
  for (const std::string& line : lines_of("node '" + pairs_script().string() + "'")) {
    const Json pair = parse_json(line);
    const std::string label = text_in(pair, "label");
    const bool is_joined = is_one_role(member(member_of(pair, "a")), member(member_of(pair, "b")));
    const bool is_sure = member_of(pair, "sure").get<bool>();
    (is_sure ? sure : unsure).add(label, is_joined);
    if (is_joined != (label == "same")) {
      printf("  %s %s %s: %s | %s\n", is_sure ? "MISS" : "unsure", text_in(pair, "pair").c_str(),
             label.c_str(), text_in(member_of(pair, "a"), "title").c_str(),
             text_in(member_of(pair, "b"), "title").c_str());
    }
  }
  printf("  sure: precision %.3f, recall %.3f of %d; unsure: %.3f, %.3f\n", sure.precision(),
         sure.recall(), sure.joined_rightly + sure.left_apart_wrongly, unsure.precision(),
         unsure.recall());
  EXPECT_GE(sure.joined_rightly + sure.left_apart_wrongly, 50);
  EXPECT_GE(sure.precision(), 0.99);
  EXPECT_GE(sure.recall(), 0.9);
  EXPECT_EQ(sure.firms_merged, 0);
  EXPECT_EQ(unsure.firms_merged, 0);
}

}  // namespace
}  // namespace spearyx::testing
