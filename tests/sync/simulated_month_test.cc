#include <array>
#include <optional>

#include "good_order.h"
#include "simulated_world.h"
#include "support/search_index.h"
#include "sync/ats_sync.h"
#include "sync/discovery_sync.h"
#include "sync/rescue.h"

namespace spearyx::testing {
namespace {

using Fate = SqliteHost::Fate;

constexpr UnixMillis kMinuteMs = 60'000;
/// A minute of the crons takes an hour, so that a month takes seconds under sanitizers.
constexpr UnixMillis kCronMinuteMs = 60 * kMinuteMs;
constexpr int kHistoryDays = 5;

/// The three sync workers at their crons upon one database and a world that changes, with whatever
/// can go wrong going wrong: requests and statements fail, are slow, lose their answers; processes
/// die; ticks meet; the clock jumps.
class SimulatedMonth : public ::testing::TestWithParam<int> {
 public:
  void SetUp() override {
    host.sql("DELETE FROM potential_companies");
    for (const auto& [key, list] : world.boards) {
      // Half of the boards are known; discovery has to find the others.
      const bool is_known = std::stoi(key.second.substr(5)) % 4 < 2;
      host.sql(is_known ? "INSERT INTO discovered_companies (source, slug) VALUES ('" + key.first +
                              "', '" + key.second + "')"
                        : "INSERT INTO potential_companies (slug) VALUES ('" + key.second + "')");
    }
    host.sql("INSERT INTO potential_companies (slug) VALUES ('nobody'), ('nowhere')");
    note_second_outcomes(host);
    host.web = [this](const Request& request) { return web(request); };
    variables = {{"HISTORY_DAYS", std::to_string(kHistoryDays)}, {"SYNC_INTERVAL", "36000"}};
  }

  /// A day of cron events.
  void run_day() {
    const UnixMillis end_ms = true_ms() + kDayMs;
    for (UnixMillis minute_ms = true_ms(); minute_ms < end_ms; minute_ms += kCronMinuteMs) {
      wait_until(minute_ms);
      const auto minute = minute_ms / kCronMinuteMs;
      if (is_faulty && dice.one_in(10)) world.change();
      if (minute % 2 == 1) tick("ats");
      if (minute % 2 == 0) tick("aggregator");
      if (minute % 6 == 0) tick("discovery");
    }
    wait_until(end_ms + kDeadLeaseMs);
    have_a_calm_hour();
  }

  /// Each worker comes once more and is not disturbed: what is stuck now is stuck for ever.
  void have_a_calm_hour() {
    const bool was_faulty = std::exchange(is_faulty, false);
    for (const char* worker : {"ats", "aggregator", "discovery"}) tick(worker);
    wait_until(true_ms() + kDeadLeaseMs);
    is_faulty = was_faulty;
  }

  /// One event of a worker, which may end in any way; what the shim does about it.
  void tick(const std::string& worker) {
    const sync::Event event{.invocation = time_prefix(host.clock_ms) + std::to_string(++ticks),
                            .trigger = {},
                            .company = {},
                            .variables = variables};
    host.fates = [this](int) { return fate(); };
    if (worker == "ats") static_cast<void>(sync::sync_ats(host, event));
    if (worker == "aggregator") static_cast<void>(sync::sync_aggregator(host, event));
    if (worker == "discovery") static_cast<void>(sync::sync_discovery(host, event));
    const bool has_trapped = host.is_dead && dice.one_in(2);
    host.is_dead = false;
    if (has_trapped) sync::record_trap(host, worker, event.invocation, "unreachable");
    host.is_dead = false;
  }

  void expect_no_harm() {
    expect_good_order(host, furthest_ms_);
    expect_search_index_in_step(host);
    EXPECT_GT(count("sync_history WHERE stats ->> 'fetched' > 0"), 0);
    EXPECT_LT(count("sync_history"), kHistoryDays * 150) << "history is pruned";
    expect_spacing();
  }

  void expect_database_equals_world() {
    int in_rotation = 0;
    for (const auto& [key, list] : world.boards) {
      const std::string where =
          " WHERE source_name = '" + key.first + "' AND board = '" + key.second + "'";
      const auto status = host.sql("SELECT status FROM discovered_companies WHERE source = '" +
                                   key.first + "' AND slug = '" + key.second + "'");
      const auto stored = host.rows("SELECT title FROM jobs" + where + " AND closed_at IS NULL " +
                                    "ORDER BY title");
      SCOPED_TRACE(key.first + " " + key.second + " " + status);
      if (status == "active" || status == "empty") {
        ++in_rotation;
        EXPECT_EQ(stored, world.remote_titles(key));
      } else {
        EXPECT_EQ(stored, None());
        EXPECT_EQ(count("potential_companies WHERE slug = '" + key.second +
                        "' AND status IN ('pending', 'not_found') "
                        "AND next_check_at < 120 * 86400 + " +
                        now()),
                  1);
      }
    }
    EXPECT_GE(in_rotation, SimulatedWorld::kBoards - 2);
    EXPECT_EQ(count("jobs WHERE source_name = 'himalayas'"),
              static_cast<int>(world.himalayas_jobs.size()));
    EXPECT_EQ(count("jobs WHERE source_name = 'remoteok' AND closed_at IS NULL"),
              std::ranges::count_if(world.remoteok_jobs,
                                    [](const json& job) { return job["tags"][0] != "sales"; }));
  }

  int count(const std::string& what) { return std::stoi(host.sql("SELECT count(*) FROM " + what)); }

  Dice dice{static_cast<std::uint64_t>(GetParam())};
  SimulatedWorld world{dice};
  SqliteHost host;
  sync::Variables variables;
  /// Faults happen, and the world changes.
  bool is_faulty = true;
  int ticks = 0;
  std::map<std::string, int> faults;

 private:
  using None = std::vector<std::string>;
  static constexpr UnixMillis kDeadLeaseMs = 10 * kMinuteMs;

  /// The time that passes whatever the clock shows.
  [[nodiscard]] UnixMillis true_ms() const { return host.clock_ms - skew_ms_; }
  void wait_until(UnixMillis moment_ms) {
    host.clock_ms = std::max(host.clock_ms, moment_ms + skew_ms_);
  }
  [[nodiscard]] std::string now() const { return std::to_string(host.clock_ms / 1'000); }

  bool happens(const std::string& fault, std::int64_t one_in) {
    if (!is_faulty || !dice.one_in(one_in)) return false;
    ++faults[fault];
    return true;
  }

  /// The fate of a call from the core to the world.
  Fate fate() {
    if (happens("stall", 40)) host.clock_ms += dice.roll(kMinuteMs / 2);
    if (happens("death before", 60)) return Fate::kDiesBefore;
    if (happens("death after", 60)) return Fate::kDiesAfter;
    if (happens("failure", 40)) return Fate::kFails;
    if (happens("answer lost", 40)) return Fate::kAnswerLost;
    return Fate::kWorks;
  }

  /// Another tick comes while this one waits.
  void overlap() {
    ++depth_;
    tick(dice.pick(std::array{"ats", "aggregator", "discovery"}));
    --depth_;
  }

  void jump() {
    const std::int64_t span_ms = dice.pick(std::array{kMinuteMs, 60 * kMinuteMs, kDayMs});
    const std::int64_t by_ms = dice.roll(2 * span_ms) - span_ms;
    furthest_ms_ = std::max(furthest_ms_, host.clock_ms);
    host.clock_ms += by_ms;
    skew_ms_ += by_ms;
    jumped_ms_.push_back(true_ms());
  }

  Result<Response> web(const Request& request) {
    sent_ms_[request.url.substr(0, request.url.find('/', 8))].push_back(host.sent.back().at_ms -
                                                                        skew_ms_);
    host.sent.clear();
    if (happens("clock jump", 100)) jump();
    if (depth_ < 2 && happens("overlap", 20)) overlap();
    if (happens("slow answer", 20)) host.clock_ms += dice.roll(10 * kMinuteMs);
    if (happens("time-out", 20)) return fail(ErrorCode::kTimeout);
    if (happens("no network", 20)) return fail(ErrorCode::kNetwork);
    if (happens("500", 20)) return status_answer(500);
    if (happens("403", 80)) return status_answer(403);
    if (happens("404", 100)) return status_answer(404);
    if (happens("429", 80)) return status_answer(429, std::to_string(dice.roll(7'200)));
    Response answer = world.answer(request);
    if (happens("truncation", 20)) {
      answer.body.resize(static_cast<std::size_t>(dice.roll(std::ssize(answer.body))));
    }
    return answer;
  }

  /// Requests of a day to one source are a second apart; but around jumps of the clock, of which
  /// nobody can know.
  void expect_spacing() {
    for (auto& [origin, times] : sent_ms_) {
      std::ranges::sort(times);
      for (std::size_t i = 1; i < times.size(); ++i) {
        const bool has_jumped = std::ranges::any_of(jumped_ms_, [&](UnixMillis jump_ms) {
          return jump_ms <= times[i] && jump_ms > times[i - 1] - kDeadLeaseMs;
        });
        if (!has_jumped) EXPECT_GE(times[i] - times[i - 1], 1'000) << origin;
      }
    }
    sent_ms_.clear();
    jumped_ms_.clear();
  }

  int depth_ = 0;
  UnixMillis skew_ms_ = 0;
  /// The latest that the clock showed before it was set back.
  UnixMillis furthest_ms_ = 0;
  /// Since the last look.
  std::vector<UnixMillis> jumped_ms_;
  std::map<std::string, std::vector<UnixMillis>> sent_ms_;
};

TEST_P(SimulatedMonth, LosesNothingDoublesNothingAndEndsAsTheWorldIs) {
  for (int day = 1; day <= 30; ++day) {
    SCOPED_TRACE("day " + std::to_string(day));
    run_day();
    expect_no_harm();
    if (HasFailure()) return;
  }
  for (const char* fault :
       {"clock jump", "overlap", "stall", "death before", "death after", "failure", "answer lost",
        "slow answer", "time-out", "no network", "500", "403", "404", "429", "truncation"}) {
    EXPECT_GT(faults[fault], 0) << fault << " has not happened";
  }
  is_faulty = false;
  // A board taken for gone rests for a week before it is looked for again.
  for (int day = 1; day <= 9; ++day) run_day();
  expect_no_harm();
  expect_database_equals_world();
}

INSTANTIATE_TEST_SUITE_P(Seeds, SimulatedMonth, ::testing::Values(1, 2, 3));

}  // namespace
}  // namespace spearyx::testing
