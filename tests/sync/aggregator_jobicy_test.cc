// Jobicy, which asks to be asked once an hour.
#include "aggregator_fixture.h"

namespace spearyx::testing {
namespace {

using AggregatorSync = AggregatorFixture;

/// Ticks every two minutes for three hours; when Jobicy was asked.
std::vector<std::int64_t> hours_of_jobicy(AggregatorFixture& fixture) {
  fixture.wake_jobicy();
  for (int i = 0; i < 90; ++i) {
    fixture.tick();
    fixture.host.is_dead = false;
    fixture.host.clock_ms += 120'000;
  }
  std::vector<std::int64_t> times;
  for (const auto& sent : fixture.host.sent) {
    if (sent.request.url.contains("jobicy")) times.push_back(sent.at_ms);
  }
  return times;
}

TEST_F(AggregatorSync, AsksJobicyOnceAnHourHoweverItAnswers) {
  const auto answers = std::to_array<std::function<Result<Response>(const Request&)>>({
      jobicy,
      [](const Request&) { return status_answer(500); },
      [](const Request&) { return status_answer(429, "60"); },
      [](const Request&) { return status_answer(400); },
      [](const Request&) { return page(200, "text/html", kChallenge); },
      [](const Request&) -> Result<Response> { return fail(ErrorCode::kTimeout, ""); },
      [this](const Request&) -> Result<Response> {
        host.is_dead = true;
        return fail(ErrorCode::kNetwork, "cut off");
      },
  });
  for (const auto& answer : answers) {
    jobicy = answer;
    host.sent.clear();
    const auto times = hours_of_jobicy(*this);
    ASSERT_GE(times.size(), 2);
    for (std::size_t i = 1; i < times.size(); ++i) EXPECT_GE(times[i] - times[i - 1], 3'600'000);
  }
  EXPECT_EQ(count("jobs WHERE source_name = 'jobicy'"), 2);
}

TEST_F(AggregatorSync, AsksJobicyNoSoonerWhenSomebodyWantsIt) {
  wake_jobicy();
  EXPECT_EQ(tick(Source::kJobicy)["outcome"], "worked");
  EXPECT_EQ(tick(Source::kJobicy)["outcome"], "idle");
  host.clock_ms += 3'600'000;
  EXPECT_EQ(tick(Source::kJobicy)["outcome"], "worked");
}

TEST_F(AggregatorSync, KeepsNothingOfWhatJobicyKnowsOfUs) {
  wake_jobicy();
  tick(Source::kJobicy);
  for (const char* table : {"jobs", "sync_history", "batch_state", "source_state"}) {
    for (const std::string& row : host.rows("SELECT * FROM " + std::string(table))) {
      EXPECT_FALSE(row.contains("c0ffee")) << table;
    }
  }
}

TEST_F(AggregatorSync, KeepsJobicysPostingsThatLeaveTheWindow) {
  wake_jobicy();
  tick(Source::kJobicy);
  jobicy_jobs = {jobicy_job(3)};
  host.clock_ms += 3'600'000;
  tick(Source::kJobicy);
  EXPECT_EQ(count("jobs WHERE source_name = 'jobicy' AND closed_at IS NULL"), 3);
}

}  // namespace
}  // namespace spearyx::testing
