// The right answers about recorded postings that were labelled by hand stay right. The labels lie
// beside the project; without them these tests are skipped, visibly. `npm run labels` names every
// miss.
#include "support/labels.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

namespace spearyx::testing {
namespace {

/// The least share of sure lines that must be right, in percent, by kind: remote, category, salary,
/// scope.
struct Floor {
  std::string_view source;
  double percent[4];
};

constexpr std::string_view kAll = "all";

constexpr Floor kFloors[] = {
    {kAll, {99, 100, 99, 100}},          {"greenhouse", {98, 100, 100, 100}},
    {"lever", {100, 100, 100, 100}},     {"remoteok", {100, 100, 97, 100}},
    {"himalayas", {100, 100, 100, 100}}, {"ashby", {100, 100, 100, 100}},
    {"recruitee", {100, 100, 100, 100}}, {"workable", {100, 100, 100, 100}},
    {"jobicy", {100, 100, 100, 100}},
};

/// Of a source without a row.
constexpr double kFloorOfOthers = 70;

double floor_of(std::string_view source, LabelKind kind) {
  for (const Floor& row : kFloors) {
    if (row.source == source) return row.percent[static_cast<std::size_t>(kind)];
  }
  return kFloorOfOthers;
}

class Labels : public ::testing::TestWithParam<LabelKind> {
 public:
  void SetUp() override {
    if (has_labels()) return;
    if (std::getenv("DEMAND_SHARED_DATA") != nullptr) FAIL() << "no labels in ../shared";
    GTEST_SKIP() << "NOT RUN: the hand-made labels are not in ../shared";
  }
};

TEST_P(Labels, StayAnsweredRight) {
  std::map<std::string, LabelScore, std::less<>> scores;
  for (const LabelAnswer& answer : answer_labels(GetParam())) {
    if (!answer.is_sure || answer.outcome == LabelOutcome::kNoReader) continue;
    scores[answer.source].add(answer);
    scores[std::string(kAll)].add(answer);
  }
  EXPECT_GE(scores[std::string(kAll)].asked, 100);
  for (const auto& [source, score] : scores) {
    std::printf("%s: %lld of %lld, %.1f %%\n", source.c_str(), static_cast<long long>(score.right),
                static_cast<long long>(score.asked), score.percent());
    EXPECT_GE(score.percent(), floor_of(source, GetParam()))
        << source << "; npm run labels names the misses";
  }
}

INSTANTIATE_TEST_SUITE_P(, Labels,
                         ::testing::Values(LabelKind::kRemote, LabelKind::kCategory,
                                           LabelKind::kSalary, LabelKind::kScope),
                         [](const auto& info) {
                           return std::string(kLabelKinds[static_cast<std::size_t>(info.param)]);
                         });

}  // namespace
}  // namespace spearyx::testing
