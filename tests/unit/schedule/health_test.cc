#include "schedule/health.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace spearyx::testing {
namespace {

using schedule::SourceHealth;
using schedule::WorkerHealth;

constexpr UnixSeconds kNow = 1'786'000'000;

struct SourceCase {
  std::string name;
  Standing standing;
  SourceHealth health;
};

void PrintTo(const SourceCase& tested, std::ostream* out) { *out << tested.name; }

class HealthOfSource : public ::testing::TestWithParam<SourceCase> {};

TEST_P(HealthOfSource, IsThatOfItsBoards) {
  EXPECT_EQ(schedule::source_health(GetParam().standing), GetParam().health);
}

Standing with_boards(std::int64_t well, std::int64_t failing, bool has_failed) {
  Standing standing;
  standing.success_at = kNow - 100;
  standing.failure_at = kNow - 10;
  standing.has_failed = has_failed ? 1 : 0;
  standing.well = well;
  standing.failing = failing;
  return standing;
}

Standing gone_but(std::int64_t well) {
  Standing standing = with_boards(well, 0, true);
  standing.gone = 1;
  return standing;
}

INSTANTIATE_TEST_SUITE_P(
    Sources, HealthOfSource,
    ::testing::Values(
        SourceCase{"NeverAsked", {}, SourceHealth::kNew},
        SourceCase{"AllWell", with_boards(13, 0, false), SourceHealth::kHealthy},
        SourceCase{"TheLastRunWasOfTheOneThatIsGone", gone_but(12), SourceHealth::kHealthy},
        SourceCase{"OneOfThirteenFails", with_boards(12, 1, true), SourceHealth::kDegraded},
        SourceCase{"SoLongAsItFails", with_boards(12, 1, false), SourceHealth::kDegraded},
        SourceCase{"HalfOfThemFail", with_boards(2, 2, false), SourceHealth::kFailing},
        SourceCase{"TheOnlyOneFails", with_boards(0, 1, true), SourceHealth::kFailing},
        SourceCase{"AFeedThatFailed", with_boards(0, 0, true), SourceHealth::kFailing},
        SourceCase{"AFeedThatIsBack", with_boards(0, 0, false), SourceHealth::kHealthy}),
    [](const auto& tested) { return tested.param.name; });

/// The standing of the discovery worker, its times told in seconds before now.
struct Ago {
  std::optional<UnixSeconds> due{};
  std::optional<UnixSeconds> success{};
  std::optional<UnixSeconds> failure{};
  UnixSeconds rests_for = 0;
  UnixSeconds since = 30 * kDay;
  bool is_running = false;
};

Standing discovery(const Ago& ago) {
  Standing standing;
  standing.worker = "discovery";
  standing.since = kNow - ago.since;
  standing.is_running = ago.is_running ? 1 : 0;
  standing.rests_until = kNow + ago.rests_for;
  if (ago.rests_for == 0) standing.rests_until = 0;
  if (ago.due) standing.due_at = kNow - *ago.due;
  if (ago.success) standing.success_at = kNow - *ago.success;
  if (ago.failure) standing.failure_at = kNow - *ago.failure;
  standing.has_failed = standing.failure_at > standing.success_at ? 1 : 0;
  return standing;
}

struct WorkerCase {
  std::string name;
  Ago ago;
  WorkerHealth health;
};

void PrintTo(const WorkerCase& tested, std::ostream* out) { *out << tested.name; }

class HealthOfWorker : public ::testing::TestWithParam<WorkerCase> {};

TEST_P(HealthOfWorker, FollowsFromItsRunsAndWhatIsDue) {
  const std::vector<Standing> standings{discovery(GetParam().ago)};
  EXPECT_EQ(schedule::worker_health(schedule::kWorkers[2], standings, kNow), GetParam().health);
}

// Discovery comes round every six minutes: it is late after two of them and one for the cron.
INSTANTIATE_TEST_SUITE_P(
    Workers, HealthOfWorker,
    ::testing::Values(
        WorkerCase{"NothingDue", {.success = kDay}, WorkerHealth::kOnTime},
        WorkerCase{"NeverRanAndNothingDue", {}, WorkerHealth::kNever},
        WorkerCase{"DueJustNow", {.due = 780, .success = kDay}, WorkerHealth::kOnTime},
        WorkerCase{"DueForLong", {.due = 781, .success = kDay}, WorkerHealth::kLate},
        WorkerCase{"BehindButAtWork", {.due = kDay, .success = 780}, WorkerHealth::kOnTime},
        WorkerCase{"StoppedAfterAFailure", {.due = kDay, .failure = 781}, WorkerHealth::kLate},
        WorkerCase{
            "AtItNow", {.due = kDay, .success = kDay, .is_running = true}, WorkerHealth::kOnTime},
        WorkerCase{"ItsSourcesRest",
                   {.due = kDay, .success = kDay, .rests_for = 60},
                   WorkerHealth::kOnTime},
        WorkerCase{"DeployedJustNow", {.due = kDay, .since = 600}, WorkerHealth::kNever},
        WorkerCase{"DeployedAndNeverRan", {.due = kDay, .since = 800}, WorkerHealth::kLate},
        WorkerCase{"DueTomorrow", {.due = -kDay, .success = kDay}, WorkerHealth::kOnTime},
        WorkerCase{"FailedOnce", {.due = 5, .success = 700, .failure = 5}, WorkerHealth::kOnTime},
        WorkerCase{"Fails", {.due = 5, .success = 781, .failure = 5}, WorkerHealth::kFailing},
        WorkerCase{"NeverDidAnythingElse", {.failure = 5}, WorkerHealth::kFailing},
        WorkerCase{"IsWellAgain", {.success = 5, .failure = 6}, WorkerHealth::kOnTime}),
    [](const auto& tested) { return tested.param.name; });

/// Sources of one worker that was asked to run just now, none of them with a success for long.
std::vector<Standing> ats(const std::vector<std::pair<int, int>>& boards) {
  std::vector<Standing> standings;
  for (const auto& [well, failing] : boards) {
    Standing standing = with_boards(well, failing, true);
    standing.worker = "ats";
    standing.success_at = kNow - kDay;
    standings.push_back(standing);
  }
  return standings;
}

TEST(HealthOfWorkers, OneBadBoardTurnsNothingRed) {
  EXPECT_TRUE(schedule::complaints(ats({{12, 1}}), kNow).empty());
  EXPECT_TRUE(schedule::complaints(ats({{0, 3}, {1, 0}}), kNow).empty())
      << "another source is well";
  const auto complaints = schedule::complaints(ats({{0, 3}, {1, 1}}), kNow);
  ASSERT_EQ(complaints.size(), 1U);
  EXPECT_EQ(complaints[0].code, "worker_failing");
  EXPECT_EQ(complaints[0].worker, "ats");
  EXPECT_EQ(complaints[0].message, "ATS sync: all its sources fail.");
}

TEST(HealthOfWorkers, ASpentDayIsTheReasonForWhatIsLate) {
  Standing standing = discovery({.due = kDay, .success = kDay});
  EXPECT_EQ(schedule::complaints({{standing}}, kNow)[0].code, "worker_late");
  standing.has_spent_day = 1;
  const auto complaints = schedule::complaints({{standing}}, kNow);
  ASSERT_EQ(complaints.size(), 1U);
  EXPECT_EQ(complaints[0].code, "quota_reached");
  EXPECT_EQ(complaints[0].worker, "");
}

}  // namespace
}  // namespace spearyx::testing
