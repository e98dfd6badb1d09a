#include <cstdint>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/project.h"
#include "support/rotation_simulation.h"

/// The time that a new posting waits until it is seen, at fixed and at adaptive intervals with as many
/// requests. Prints a JSON object for each kind of boards, of the figures for each seed.
namespace spearyx::testing {
namespace {

using json = nlohmann::json;

constexpr UnixSeconds kInterval = 4 * kHour;
constexpr Period kMonth{.begin = 1786197600, .end = 1786197600 + 30 * kDay};

json figures_of(const Comparison& comparison) {
  return {{"fixedMinutes", comparison.fixed.mean_delay_s / kMinute},
          {"adaptiveMinutes", comparison.adaptive.mean_delay_s / kMinute},
          {"gain", comparison.gain()},
          {"requests", comparison.requests()}};
}

void report(const std::string& boards, const json& seeds) {
  std::printf("%s\n", json{{"boards", boards}, {"seeds", seeds}}.dump().c_str());
}

/// Replays real boards. A run is fourteen days forty times over, and its postings open at other
/// moments between the recordings each time, because one time has too few postings to tell.
void replay_real_boards() {
  json seeds = json::array();
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Dice dice(seed);
    Comparison all;
    for (int i = 0; i < 40; ++i) {
      const Recording recording =
          read_activity(project_root() / "../shared/activity/board-activity.tsv", dice);
      if (recording.boards.empty()) return;
      all.add(compare_looks(recording.boards, recording.period, kInterval, dice));
    }
    seeds.push_back(figures_of(all));
  }
  report("nine real boards, 14 days", seeds);
}

void simulate_boards(const std::string& median_name, double median) {
  json seeds = json::array();
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Dice dice(seed);
    const auto boards =
        log_normal_boards({.count = 1'000, .median = median, .sigma = 1.5}, kMonth, dice);
    seeds.push_back(figures_of(compare_looks(boards, kMonth, kInterval, dice)));
  }
  report("1,000 boards, median " + median_name + " a day", seeds);
}

}  // namespace
}  // namespace spearyx::testing

int main() {
  spearyx::testing::replay_real_boards();
  spearyx::testing::simulate_boards("0.05", 0.05);
  spearyx::testing::simulate_boards("0.2", 0.2);
  spearyx::testing::simulate_boards("0.5", 0.5);
  spearyx::testing::simulate_boards("1.5", 1.5);
  spearyx::testing::simulate_boards("5", 5);
}
