// Discovery where sources fail, time runs short or a tick is cut off.
#include <gmock/gmock.h>

#include <algorithm>

#include "discovery_fixture.h"

namespace spearyx::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using DiscoverySync = DiscoveryFixture;
using Strings = std::vector<std::string>;

// Defect 2 of the original: five poison candidates blocked discovery.
TEST_F(DiscoverySync, Defect2PoisonCandidatesBlockNothing) {
  for (int i = 0; i < 5; ++i) {
    add_candidate("a-poison" + std::to_string(i));
    for (const std::string& slug : {"a-poison", "apoison", "APoison", "aPoison", "a_poison"}) {
      troubles[slug + std::to_string(i)] = status_answer(500);
    }
  }
  add_candidate("zebra");
  add_board("lever", "zebra", 1);
  tick();
  EXPECT_EQ(last_stats()["failed"], 5);
  EXPECT_EQ(last("status"), "success");
  EXPECT_THAT(candidate("a-poison0", "status, check_count, failures, last_error"),
              HasSubstr("pending|0|1|server_error: "));
  EXPECT_THAT(last("logs"), HasSubstr("a-poison4: Greenhouse gave no answer: server_error"));
  host.clock_ms += 360'000;
  tick();
  EXPECT_EQ(candidate("zebra", "status"), "discovered");
  // They are tried again within hours, ever less often.
  std::int64_t checks = 0;
  const std::int64_t until = now() + 30 * 86'400;
  while (now() < until) {
    const auto report = tick();
    if (report["outcome"] == "worked") checks += report["runs"][0]["stats"]["failed"].get<int>();
    host.clock_ms += 360'000;
  }
  EXPECT_GE(checks, 5 * 25);
  EXPECT_LE(checks, 5 * 80);
}

TEST_F(DiscoverySync, FailuresThatAreNoAnswerAreTriedAgain) {
  Response html = json_answer("<html>");
  html.content_type = "text/html";
  const std::map<std::string, Response> answers{
      {"forbidden", status_answer(403)},       {"html", html},
      {"badjson", json_answer("{\"jobs\":[")}, {"noids", json_answer("{\"jobs\":[{}]}")},
      {"nothing", json_answer("null")},        {"moved", status_answer(301)}};
  for (const auto& [slug, response] : answers) {
    add_candidate(slug);
    troubles[slug] = response;
  }
  event.variables["DISCOVERY_BATCH"] = "10";
  tick();
  for (const auto& [slug, response] : answers) {
    EXPECT_EQ(candidate(slug, "status, failures, check_count"), "pending|1|0") << slug;
    EXPECT_LE(std::stoll(candidate(slug, "next_check_at")), now() + 3'600) << slug;
  }
  troubles.clear();
  host.clock_ms += 3'600'000;
  tick_until_idle();
  EXPECT_EQ(count("potential_companies WHERE status = 'not_found' AND failures = 0"), 6);
}

TEST_F(DiscoverySync, AFailingSourceDoesNotHideTheOther) {
  add_board("greenhouse", "acme", 1);
  add_board("lever", "acme", 1);
  add_candidate("acme");
  troubles["lever"] = status_answer(500);
  tick();
  EXPECT_EQ(boards_stored(), Strings{"greenhouse/acme"});
  EXPECT_EQ(last_stats()["discovered"], 1);
  EXPECT_EQ(candidate("acme", "status"), "pending");
  troubles.clear();
  host.clock_ms += 3'600'000;
  tick();
  EXPECT_EQ(boards_stored(), (Strings{"greenhouse/acme", "lever/acme"}));
  EXPECT_EQ(candidate("acme", "status, last_error"), "discovered|");
}

TEST_F(DiscoverySync, ARefusalRestsItsSourceAndEndsTheTickTheOtherGoesOn) {
  for (const char* slug : {"a1", "b2", "c3"}) add_candidate(slug);
  add_board("lever", "b2", 1);
  troubles["greenhouse"] = status_answer(429, "600");
  tick();
  EXPECT_EQ(host.sent.size(), 1);
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(last_stats()["checked"], 1);
  EXPECT_NEAR(std::stod(host.sql("SELECT cooldown_until FROM source_state "
                                 "WHERE source = 'greenhouse'")),
              static_cast<double>(now() + 600), 2);
  EXPECT_EQ(candidate("b2", "next_check_at"), "0");
  troubles.clear();
  host.clock_ms += 360'000;
  host.sent.clear();
  tick();
  for (const std::string& slug : asked()) EXPECT_THAT(slug, Not(HasSubstr("greenhouse/")));
  EXPECT_EQ(boards_stored(), Strings{"lever/b2"});
  EXPECT_EQ(candidate("b2", "status"), "pending");
  host.clock_ms += 360'000;
  tick_until_idle();
  EXPECT_EQ(candidate("b2", "status"), "discovered");
  EXPECT_EQ(candidate("c3", "status"), "not_found");
  EXPECT_EQ(host.sql("SELECT failures FROM source_state WHERE source = 'greenhouse'"), "0");
  host.sql("UPDATE source_state SET cooldown_until = " + std::to_string(now() + kDay));
  add_candidate("d4");
  EXPECT_EQ(tick()["outcome"], "idle");
}

TEST_F(DiscoverySync, StopsEarlyWhenTimeOrQueriesRunShort) {
  for (int i = 0; i < 20; ++i) add_candidate("blue-heron-" + std::to_string(i));
  host.fetch_ms = 12'000;
  EXPECT_LT(tick()["runs"][0]["stats"]["checked"], 3);
  host.fetch_ms = 120;
  event.variables["D1_QUERY_LIMIT"] = "50";
  host.statements = 0;
  const auto report = tick();
  EXPECT_EQ(report["runs"][0]["stats"]["checked"], 5);
  EXPECT_LE(host.statements, 50);
  for (const char* source : {"greenhouse", "lever"}) troubles[source] = status_answer(500);
  host.statements = 0;
  EXPECT_GE(tick()["runs"][0]["stats"]["checked"], 1);
  EXPECT_LE(host.statements, 50);
  EXPECT_EQ(count("sync_history WHERE status <> 'success'"), 0);
}

TEST_F(DiscoverySync, SharesTheRateWithTheAtsWorker) {
  for (int i = 0; i < 5; ++i) {
    add_board("greenhouse", "board" + std::to_string(i), 1);
    host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('greenhouse','board" +
             std::to_string(i) + "')");
    add_candidate("blue-heron-" + std::to_string(i));
  }
  const auto plain = host.web;
  bool is_inner = false;
  int requests = 0;
  host.web = [&](const Request& request) {
    if (!is_inner && ++requests == 3) {
      is_inner = true;
      ats_tick();
      is_inner = false;
    }
    return plain(request);
  };
  tick();
  EXPECT_EQ(count("jobs"), 5);
  std::map<std::string, std::vector<std::int64_t>> times;
  for (const auto& sent : host.sent) times[board_in(sent.request.url).first].push_back(sent.at_ms);
  for (auto& [source, list] : times) {
    std::ranges::sort(list);
    for (std::size_t i = 1; i < list.size(); ++i) EXPECT_GE(list[i] - list[i - 1], 1'000) << source;
  }
}

TEST_F(DiscoverySync, TwoTicksAtOnceOneWorks) {
  add_candidate("acme");
  nlohmann::json inner;
  const auto plain = host.web;
  host.web = [&](const Request& request) {
    const std::string outer = event.invocation;
    if (inner.is_null()) inner = tick();
    event.invocation = outer;
    return plain(request);
  };
  EXPECT_EQ(tick()["outcome"], "worked");
  EXPECT_EQ(inner["outcome"], "busy");
  EXPECT_EQ(count("sync_history"), 1);
}

TEST_F(DiscoverySync, WhoLosesTheLeaseWritesNothing) {
  add_candidate("acme");
  add_board("lever", "acme", 1);
  const auto plain = host.web;
  host.web = [&](const Request& request) {
    host.sql("UPDATE batch_state SET lease_owner = 'somebody else'");
    return plain(request);
  };
  EXPECT_EQ(tick()["outcome"], "failed");
  EXPECT_THAT(boards_stored(), IsEmpty());
}

TEST_F(DiscoverySync, ACandidateThatKillsEveryTickDoesNotBlockTheRest) {
  for (const char* slug : {"a-killer", "b2", "c3", "d4", "e5", "f6", "g7"}) add_candidate(slug);
  const auto plain = host.web;
  host.web = [&](const Request& request) {
    host.is_dead = request.url.find("a-killer") != std::string::npos;
    return plain(request);
  };
  // A candidate that was cut off beside it goes alone, too, once.
  for (int i = 0; i < 9; ++i) {
    tick();
    host.is_dead = false;
    host.clock_ms += 360'000;
  }
  EXPECT_EQ(count("potential_companies WHERE status = 'not_found'"), 6);
  EXPECT_THAT(candidate("a-killer", "status, last_error"), HasSubstr("pending|abandoned"));
  EXPECT_GT(std::stoll(candidate("a-killer", "failures")), 1);
}

}  // namespace
}  // namespace spearyx::testing
