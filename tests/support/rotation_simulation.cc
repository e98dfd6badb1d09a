#include "rotation_simulation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <numbers>
#include <queue>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "model/company.h"
#include "schedule/rotation.h"
#include "schedule/timing.h"

namespace spearyx::testing {
namespace {

/// A viewer of one board, which counts the postings that looks have seen, and their delays.
class Viewer {
 public:
  explicit Viewer(const SimulatedBoard& board) : board_(&board) {}

  /// Looks at the board; returns the number of postings that opened since the last look.
  std::int64_t look(UnixSeconds now) {
    const std::size_t before = seen_;
    for (; seen_ < board_->openings.size() && board_->openings[seen_] <= now; ++seen_) {
      delay_s_ += now - board_->openings[seen_];
    }
    if (last_look_ > 0) longest_wait_s_ = std::max(longest_wait_s_, now - last_look_);
    last_look_ = now;
    return static_cast<std::int64_t>(seen_ - before);
  }

  [[nodiscard]] std::size_t seen() const { return seen_; }
  [[nodiscard]] UnixSeconds delay_s() const { return delay_s_; }
  [[nodiscard]] UnixSeconds longest_wait_s() const { return longest_wait_s_; }

 private:
  const SimulatedBoard* board_;
  std::size_t seen_ = 0;
  UnixSeconds delay_s_ = 0;
  UnixSeconds last_look_ = 0;
  UnixSeconds longest_wait_s_ = 0;
};

Looks sum_up(const std::vector<Viewer>& viewers, std::int64_t requests) {
  Looks looks{.requests = requests};
  UnixSeconds delay_s = 0;
  for (const Viewer& viewer : viewers) {
    looks.postings += static_cast<std::int64_t>(viewer.seen());
    delay_s += viewer.delay_s();
    looks.longest_wait_s = std::max(looks.longest_wait_s, viewer.longest_wait_s());
  }
  if (looks.postings > 0) {
    looks.mean_delay_s = static_cast<double>(delay_s) / static_cast<double>(looks.postings);
  }
  return looks;
}

void add_looks(Looks& looks, const Looks& other) {
  const auto before = static_cast<double>(looks.postings);
  const auto more = static_cast<double>(other.postings);
  if (before + more > 0) {
    looks.mean_delay_s =
        (looks.mean_delay_s * before + other.mean_delay_s * more) / (before + more);
  }
  looks.requests += other.requests;
  looks.postings += other.postings;
  looks.longest_wait_s = std::max(looks.longest_wait_s, other.longest_wait_s);
}

UnixSeconds some_time_within(UnixSeconds span, Dice& dice) {
  return static_cast<UnixSeconds>(dice.fraction() * static_cast<double>(span));
}

/// A random number of mean 0 and deviation 1, by the method of Box and Muller.
double normal_number(Dice& dice) {
  const double radius = std::sqrt(-2 * std::log(1 - dice.fraction()));
  return radius * std::cos(2 * std::numbers::pi * dice.fraction());
}

}  // namespace

Looks look_adaptively(const std::vector<SimulatedBoard>& boards, Period period,
                      UnixSeconds interval_s, Dice& dice) {
  using Due = std::pair<UnixSeconds, std::size_t>;
  std::priority_queue<Due, std::vector<Due>, std::greater<>> due;
  std::vector<Company> companies(boards.size());
  std::vector<Viewer> viewers(boards.begin(), boards.end());
  std::array<double, kSources.size()> means{};
  means.fill(schedule::usual_root_rate());
  std::int64_t requests = 0;
  for (std::size_t i = 0; i < boards.size(); ++i) {
    companies[i].source = boards[i].source;
    due.emplace(period.begin + some_time_within(interval_s, dice), i);
  }
  for (; !due.empty(); due.pop()) {
    const auto [now, i] = due.top();
    const std::int64_t opened = viewers[i].look(now);
    if (now >= period.end) continue;
    ++requests;
    double& mean = means[static_cast<std::size_t>(boards[i].source)];
    const schedule::Rotation rotation{
        .now = now, .interval_s = interval_s, .mean_root_rate = mean, .jitter = dice.fraction()};
    Company& company = companies[i];
    company = opened == 0 && company.last_synced_at > 0
                  ? schedule::after_unchanged(std::move(company), rotation)
                  : schedule::after_listing(
                        std::move(company),
                        {.job_count = 1, .remote_job_count = 1, .opened = opened}, rotation);
    mean = schedule::learn_mean_root_rate(mean, company, interval_s);
    due.emplace(company.next_sync_at, i);
  }
  return sum_up(viewers, requests);
}

Looks look_regularly(const std::vector<SimulatedBoard>& boards, Period period,
                     std::int64_t requests, Dice& dice) {
  const UnixSeconds interval_s =
      (period.end - period.begin) * std::ssize(boards) / std::max<std::int64_t>(requests, 1);
  std::vector<Viewer> viewers(boards.begin(), boards.end());
  std::int64_t made = 0;
  for (Viewer& viewer : viewers) {
    UnixSeconds now = period.begin + some_time_within(interval_s, dice);
    for (; now < period.end; now += schedule::spread(interval_s, dice.fraction())) {
      viewer.look(now);
      ++made;
    }
    viewer.look(now);
  }
  return sum_up(viewers, made);
}

double Comparison::gain() const { return 1 - adaptive.mean_delay_s / fixed.mean_delay_s; }

double Comparison::requests() const {
  return static_cast<double>(adaptive.requests) / requests_asked_for;
}

void Comparison::add(const Comparison& other) {
  add_looks(adaptive, other.adaptive);
  add_looks(fixed, other.fixed);
  requests_asked_for += other.requests_asked_for;
}

Comparison compare_looks(const std::vector<SimulatedBoard>& boards, Period period,
                         UnixSeconds interval_s, Dice& dice) {
  Comparison comparison;
  comparison.adaptive = look_adaptively(boards, period, interval_s, dice);
  comparison.fixed = look_regularly(boards, period, comparison.adaptive.requests, dice);
  comparison.requests_asked_for =
      static_cast<double>((period.end - period.begin) * std::ssize(boards)) /
      static_cast<double>(interval_s);
  return comparison;
}

std::vector<SimulatedBoard> log_normal_boards(const LogNormal& rates, Period period, Dice& dice) {
  std::vector<SimulatedBoard> boards(static_cast<std::size_t>(rates.count));
  for (SimulatedBoard& board : boards) {
    const double rate = rates.median * std::exp(rates.sigma * normal_number(dice));
    const auto wait_s = [&] {
      return -std::log(1 - dice.fraction()) * static_cast<double>(kDay) / rate;
    };
    const auto end = static_cast<double>(period.end);
    for (double now = static_cast<double>(period.begin) + wait_s(); now < end; now += wait_s()) {
      board.openings.push_back(static_cast<UnixSeconds>(now));
    }
  }
  return boards;
}

Recording read_activity(const std::filesystem::path& file, Dice& dice) {
  constexpr std::string_view kMoments = "Recordings at: ";
  std::ifstream lines(file);
  std::vector<UnixSeconds> moments;
  std::map<std::string, SimulatedBoard> boards;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) {
      const std::size_t at = line.find(kMoments);
      if (at == std::string::npos) continue;
      std::istringstream words(line.substr(at + kMoments.size()));
      for (UnixSeconds moment = 0; words >> moment;) moments.push_back(moment);
      continue;
    }
    std::istringstream words(line);
    std::string board;
    std::string source;
    std::string kind;
    UnixSeconds shown_at = 0;
    int postings = 0;
    words >> board >> source >> shown_at >> kind >> postings;
    SimulatedBoard& simulated = boards[board];
    if (const auto known = source_named(source)) simulated.source = *known;
    if (kind != "opened") continue;
    const UnixSeconds before = *std::prev(std::ranges::lower_bound(moments, shown_at));
    for (int i = 0; i < postings; ++i) {
      simulated.openings.push_back(before + 1 + some_time_within(shown_at - before, dice));
    }
  }
  Recording recording;
  if (boards.empty() || moments.empty()) return recording;
  recording.period = {.begin = moments.front(), .end = moments.back()};
  for (auto& [name, board] : boards) {
    std::ranges::sort(board.openings);
    recording.boards.push_back(std::move(board));
  }
  return recording;
}

}  // namespace spearyx::testing
