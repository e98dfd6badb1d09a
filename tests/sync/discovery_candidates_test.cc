// Candidates over time: asked again, added from postings, thousands of them.

#include <algorithm>

#include "discovery_fixture.h"
#include "store/candidates.h"

namespace spearyx::testing {
namespace {

using DiscoverySync = DiscoveryFixture;
using Strings = std::vector<std::string>;

TEST_F(DiscoverySync, NotFoundIsAskedAgainInGrowingIntervalsAndNeverForgotten) {
  add_candidate("ghost");
  std::vector<std::int64_t> days;
  for (int check = 0; check < 8; ++check) {
    ASSERT_EQ(tick()["outcome"], "worked");
    EXPECT_EQ(last_stats()["notFound"], 1);
    EXPECT_EQ(candidate("ghost", "status, check_count"), "not_found|" + std::to_string(check + 1));
    const std::int64_t next = std::stoll(candidate("ghost", "next_check_at"));
    days.push_back((next - now() + 43'200) / 86'400);
    EXPECT_EQ(tick()["outcome"], "idle");
    host.clock_ms = (next + 1) * 1'000;
  }
  const Strings limits{"7", "14", "28", "56", "112", "120", "120", "120"};
  for (std::size_t i = 0; i < days.size(); ++i) {
    EXPECT_LE(days[i], std::stoll(limits[i]));
    EXPECT_GE(days[i] * 10, std::stoll(limits[i]) * 9 - 5);
  }
  add_board("greenhouse", "ghost", 1);
  tick();
  EXPECT_EQ(candidate("ghost", "status"), "discovered");
}

TEST_F(DiscoverySync, AnEmptyBoardIsRememberedAndAskedAgainLater) {
  add_board("lever", "acme", 0);
  add_board("greenhouse", "bolt", 0);
  add_candidate("acme");
  add_candidate("bolt");
  tick();
  EXPECT_EQ(last_stats()["empty"], 2);
  EXPECT_EQ(host.rows("SELECT source, slug, status, job_count FROM discovered_companies "
                      "ORDER BY slug"),
            (Strings{"lever|acme|empty|0", "greenhouse|bolt|empty|0"}));
  EXPECT_EQ(count("discovered_companies WHERE next_sync_at > " + std::to_string(now())), 2);
  EXPECT_EQ(candidate("acme", "status"), "not_found");
  EXPECT_EQ(ats_tick()["outcome"], "idle");

  host.clock_ms += 2 * 86'400'000;
  add_board("lever", "acme", 2);
  ats_tick();
  ats_tick();
  EXPECT_EQ(host.sql("SELECT status FROM discovered_companies WHERE slug = 'acme'"), "active");
  host.clock_ms += 7LL * 86'400'000;
  host.sent.clear();
  tick();
  EXPECT_EQ(candidate("acme", "status"), "discovered");
}

TEST_F(DiscoverySync, NamesFromPostingsBecomeCandidatesOnce) {
  host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'red-fox')");
  add_candidate("Blue Heron Labs");
  const auto add = [this](const std::string& names) {
    const std::array batch{store::add_candidates(names, now())};
    ASSERT_TRUE(host.query(batch).has_value());
  };
  add(R"(["blue-heron labs", "Red Fox", "Grey Owl", "Grey-Owl", "  ", "", 7, null, ["x"], " Wren "])");
  add(R"(["GREY OWL", "Wren"])");
  add("[\"" + std::string(101, 'a') + "\"]");
  EXPECT_EQ(host.rows("SELECT slug FROM potential_companies ORDER BY slug"),
            (Strings{"Blue Heron Labs", "Grey Owl", "Wren"}));
  EXPECT_EQ(candidate("Wren", "status, next_check_at"), "pending|" + std::to_string(now()));
}

TEST_F(DiscoverySync, BoardsThatPostingsLinkToBecomeCandidatesOfTheirSource) {
  host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'red-fox')");
  add_candidate("grey-owl");
  add_candidate("wren", "lever");
  add_candidate("hare");
  host.sql("UPDATE potential_companies SET status = 'rejected' WHERE slug = 'hare'");
  const auto add = [this](const std::vector<store::LinkedBoard>& boards) {
    const std::array batch{store::add_linked_candidates(boards, now())};
    ASSERT_TRUE(host.query(batch).has_value());
  };
  add({{Source::kLever, "red-fox"},
       {Source::kAshby, "Blue Heron Labs"},
       {Source::kAshby, "grey-owl"},
       {Source::kAshby, "wren"}});
  add({{Source::kAshby, "Blue Heron Labs"}, {Source::kGreenhouse, "Blue Heron Labs"}});
  EXPECT_EQ(host.rows("SELECT slug, source FROM potential_companies ORDER BY slug"),
            (Strings{"Blue Heron Labs|ashby", "grey-owl|ashby", "hare|", "wren|lever"}));
  EXPECT_EQ(candidate("Blue Heron Labs", "status, next_check_at"),
            "pending|" + std::to_string(now()));
}

TEST_F(DiscoverySync, ALinkIsFollowedWhereABoardWasFoundElsewhere) {
  add_board("greenhouse", "acme", 1);
  add_board("workable", "acme", 1);
  add_candidate("acme");
  tick();
  EXPECT_EQ(candidate("acme", "status"), "discovered");
  const std::vector<store::LinkedBoard> link{{Source::kWorkable, "acme"}};
  const std::array batch{store::add_linked_candidates(link, now())};
  ASSERT_TRUE(host.query(batch).has_value());
  host.clock_ms += 360'000;
  tick();
  EXPECT_EQ(boards_stored(), (Strings{"greenhouse/acme", "workable/acme"}));
  ASSERT_TRUE(host.query(batch).has_value());
  EXPECT_EQ(candidate("acme", "status, source"), "discovered|workable");
}

TEST_F(DiscoverySync, ReadsByIndex) {
  const store::Lease lease{"discovery", "x"};
  for (const Statement& statement :
       {store::take_discovery_turn(lease, {}, 5), Statement(store::claimed_candidates("discovery")),
        Statement(store::boards_like("[]")), store::add_candidates("[]", 1),
        store::add_linked_candidates({}, 1), store::save_candidates({})}) {
    for (const std::string& step : host.plan(statement)) {
      EXPECT_EQ(step.find("SCAN potential_companies"), std::string::npos) << step;
      EXPECT_EQ(step.find("SCAN discovered_companies"), std::string::npos) << step;
      EXPECT_EQ(step.find("SCAN c"), std::string::npos) << step;
      EXPECT_NE(step, "SCAN d");
    }
  }
}

// A web of some hundred boards in every spelling, and candidates as people write them.
TEST_F(DiscoverySync, FindsKnownBoardsInFewRequestsEach) {
  const Strings colours{"blue", "red", "grey", "pale", "swift", "quiet", "velvet", "copper"};
  const Strings animals{"heron", "fox", "owl", "otter", "wren", "lynx", "hare", "moth", "crane"};
  int number = 0;
  int known = 0;
  for (const std::string& colour : colours) {
    for (const std::string& animal : animals) {
      std::string big_colour = colour;
      std::string big_animal = animal;
      big_colour.front() = static_cast<char>(std::toupper(colour.front()));
      big_animal.front() = static_cast<char>(std::toupper(animal.front()));
      const Strings slugs{colour + "-" + animal, colour + animal, colour + "_" + animal,
                          big_colour + big_animal, colour + big_animal};
      const Strings candidates{colour + "-" + animal, big_colour + " " + big_animal + ", Inc.",
                               colour + "_" + animal, big_colour + " " + big_animal};
      ++number;
      add_candidate(candidates[static_cast<std::size_t>(number) % candidates.size()]);
      if (number % 6 == 0) continue;  // some have no board
      ++known;
      add_board(number % 2 == 0 ? "greenhouse" : "lever",
                slugs[static_cast<std::size_t>(number) % slugs.size()], 1 + number % 4);
    }
  }
  const int ticks = tick_until_idle();
  EXPECT_EQ(ticks, (number + 4) / 5);
  EXPECT_EQ(count("discovered_companies"), known);
  EXPECT_EQ(count("potential_companies WHERE status = 'discovered'"), known);
  EXPECT_EQ(count("potential_companies WHERE status = 'not_found'"), number - known);
  const double per_candidate = static_cast<double>(host.sent.size()) / number;
  RecordProperty("requests_per_candidate", std::to_string(per_candidate));
  EXPECT_LE(per_candidate, 9);
  EXPECT_EQ(count("sync_history"), ticks);
  for (const std::string& stats : host.rows("SELECT stats FROM sync_history")) {
    const auto receipt = nlohmann::json::parse(stats);
    EXPECT_EQ(receipt["checked"].get<int>(),
              receipt["discovered"].get<int>() + receipt["updated"].get<int>() +
                  receipt["empty"].get<int>() + receipt["notFound"].get<int>() +
                  receipt["failed"].get<int>());
  }
}

// Idle time is skipped: the clock jumps to the next tick at which something is due.
TEST_F(DiscoverySync, AYearWithThousandsOfCandidatesKeepsTheLoadBounded) {
  constexpr int kCandidates = 1'000;
  for (int i = 0; i < kCandidates; ++i) add_candidate("ghost" + std::to_string(i));
  const std::int64_t end_ms = host.clock_ms + 365LL * 86'400'000;
  std::size_t requests = 0;
  std::size_t most_a_day = 0;
  std::map<std::int64_t, std::size_t> by_day;
  while (host.clock_ms < end_ms) {
    host.sent.clear();
    host.logged.clear();
    const auto report = tick();
    requests += host.sent.size();
    most_a_day = std::max(most_a_day, by_day[host.clock_ms / 86'400'000] += host.sent.size());
    host.clock_ms += 360'000;
    if (report["outcome"] != "idle") continue;
    const std::int64_t due_s =
        std::stoll(host.sql("SELECT min(next_check_at) FROM potential_companies"));
    host.clock_ms = std::max(host.clock_ms, due_s * 1'000);
  }
  // One word: one request at Greenhouse, Ashby and Recruitee each, two at Lever; at 0, 7, 21, 49, 105,
  // 217 and 337 days.
  EXPECT_GE(requests, kCandidates * 5 * 6);
  EXPECT_LE(requests, kCandidates * 5 * 8);
  EXPECT_LE(most_a_day, 240 * 5 * 5);
  EXPECT_EQ(count("potential_companies WHERE status = 'not_found'"), kCandidates);
  EXPECT_LE(count("sync_history"), 30 * 240);
}

}  // namespace
}  // namespace spearyx::testing
