#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "discovery_fixture.h"
#include "store/candidates.h"

namespace spearyx::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using DiscoverySync = DiscoveryFixture;
using Strings = std::vector<std::string>;

TEST_F(DiscoverySync, EntersABoardWithPostingsAndItsCounts) {
  add_board("greenhouse", "blue-heron", 3);
  boards[{"greenhouse", "blue-heron"}][1].location = "Boston, MA";
  add_candidate("blue-heron");
  const auto report = tick();
  EXPECT_EQ(report["outcome"], "worked") << report;
  EXPECT_EQ(
      host.rows("SELECT source, slug, name, status, job_count, remote_job_count, next_sync_at "
                "FROM discovered_companies"),
      Strings{"greenhouse|blue-heron|Blue Heron|active|3|2|0"});
  EXPECT_EQ(candidate("blue-heron", "status, check_count, failures, last_error"),
            "discovered|1|0|");
  EXPECT_EQ(
      host.rows("SELECT sync_type, source, company, trigger, status, error FROM sync_history"),
      Strings{"discovery|||cron|success|"});
  EXPECT_EQ(host.sql("SELECT source IS NULL AND company IS NULL FROM sync_history"), "1");
  const auto stats = last_stats();
  EXPECT_EQ(stats["checked"], 1);
  EXPECT_EQ(stats["discovered"], 1);
  EXPECT_EQ(stats["companiesChecked"], 1);
  EXPECT_EQ(stats["companiesAdded"], 1);
  EXPECT_EQ(stats["requests"], host.sent.size());
  EXPECT_GT(stats["duration"], 0);
  EXPECT_THAT(last("logs"),
              HasSubstr("blue-heron: Greenhouse has blue-heron (3 postings, 2 remote)"));
}

TEST_F(DiscoverySync, NamesWhatASlugDoesNot) {
  add_board("lever", "blueheron", 1);
  add_board("lever", "sunkenOrchard", 1);
  add_candidate("blue-heron");
  add_candidate("Sunken Orchard Ltd.");
  tick();
  EXPECT_EQ(host.rows("SELECT slug, name FROM discovered_companies ORDER BY slug"),
            (Strings{"blueheron|Blue Heron", "sunkenOrchard|Sunken Orchard Ltd."}));
}

TEST_F(DiscoverySync, AsksTheSmallestQuestionMostLikelyFirstAndStopsAtTheFirstHit) {
  add_board("lever", "blueheron", 4);
  add_candidate("blue-heron");
  tick();
  EXPECT_THAT(asked(), ElementsAre("greenhouse/blue-heron", "lever/blue-heron", "ashby/blue-heron",
                                   "recruitee/blue-heron", "greenhouse/blueheron",
                                   "lever/blueheron", "greenhouse/blue_heron"));
  EXPECT_EQ(host.sent[0].request.url, "https://boards-api.greenhouse.io/v1/boards/blue-heron/jobs");
  EXPECT_EQ(host.sent[2].request.url, "https://api.ashbyhq.com/posting-api/job-board/blue-heron");
  EXPECT_EQ(host.sent[3].request.url, "https://blue-heron.recruitee.com/api/offers/");
  EXPECT_EQ(host.sent[5].request.url,
            "https://api.lever.co/v0/postings/blueheron?mode=json&limit=1");
}

TEST_F(DiscoverySync, FindsBoardsOfAllSourcesThatAreGuessed) {
  for (const char* source : {"ashby", "greenhouse", "lever", "recruitee", "workable"}) {
    const std::string slug = std::string("of-") + source;
    add_board(source, slug, 2);
    add_candidate(slug);
  }
  tick_until_idle();
  EXPECT_EQ(boards_stored(), (Strings{"ashby/of-ashby", "greenhouse/of-greenhouse",
                                      "lever/of-lever", "recruitee/of-recruitee"}));
  for (const std::string& board : asked()) EXPECT_THAT(board, Not(HasSubstr("workable/")));
}

TEST_F(DiscoverySync, ACandidateWithASourceIsAskedThereAlone) {
  add_board("workable", "acme", 2);
  add_board("greenhouse", "acme", 2);
  add_board("ashby", "Blue%20Heron%20Labs", 1);
  names[{"workable", "acme"}] = "Another Name";
  add_candidate("acme", "workable");
  add_candidate("Blue Heron Labs", "ashby");
  tick();
  EXPECT_THAT(asked(), ElementsAre("ashby/Blue%20Heron%20Labs", "workable/acme"));
  EXPECT_EQ(boards_stored(), (Strings{"ashby/Blue Heron Labs", "workable/acme"}));
  EXPECT_EQ(host.sql("SELECT name FROM discovered_companies WHERE source = 'workable'"),
            "Another Name");
  EXPECT_EQ(candidate("acme", "status, source"), "discovered|workable");
}

TEST_F(DiscoverySync, ACandidateOfASourceThatNobodyKnowsIsRejected) {
  add_candidate("acme", "teletype");
  add_candidate("a/b", "ashby");
  tick();
  EXPECT_TRUE(host.sent.empty());
  EXPECT_THAT(candidate("acme", "status, last_error"), HasSubstr("rejected|invalid_argument"));
  EXPECT_THAT(candidate("a/b", "status, last_error"), HasSubstr("rejected|invalid_slug"));
}

TEST_F(DiscoverySync, ABoardOfSomebodyElseIsNotTheCandidates) {
  for (const char* source : {"greenhouse", "recruitee"}) {
    add_board(source, "aha", 3);
    names[{source, "aha"}] = "Animal Hospital Associates";
  }
  add_candidate("aha");
  tick();
  EXPECT_THAT(boards_stored(), IsEmpty());
  EXPECT_EQ(candidate("aha", "status"), "not_found");
  EXPECT_EQ(last_stats()["notFound"], 1);
  EXPECT_THAT(last("logs"), HasSubstr("somebody else's is aha (Animal Hospital Associates)"));
}

TEST_F(DiscoverySync, AnEmptyBoardProvesNothingWhereSlugsOfNobodyHaveOne) {
  add_board("ashby", "acme", 0);
  add_candidate("acme");
  tick();
  EXPECT_THAT(boards_stored(), IsEmpty());
  EXPECT_EQ(last_stats()["notFound"], 1);
  add_candidate("bolt", "ashby");
  add_board("ashby", "bolt", 0);
  tick();
  EXPECT_EQ(boards_stored(), Strings{"ashby/bolt"});
}

TEST_F(DiscoverySync, ACompanyMayHaveBoth) {
  add_board("greenhouse", "acme", 2);
  add_board("lever", "acme", 2);
  add_candidate("acme");
  tick();
  EXPECT_EQ(boards_stored(), (Strings{"greenhouse/acme", "lever/acme"}));
  EXPECT_EQ(last_stats()["discovered"], 1);
}

// Defect 6 of the original: discovered companies never fed the ATS rotation.
TEST_F(DiscoverySync, Defect6FoundCompaniesAreSyncedByTheNextAtsTicks) {
  add_board("greenhouse", "acme", 2);
  add_board("lever", "blueheron", 3);
  add_candidate("acme");
  add_candidate("Blue Heron");
  tick();
  ats_tick();
  ats_tick();
  EXPECT_EQ(count("jobs"), 5);
  EXPECT_EQ(host.rows("SELECT slug, job_count FROM discovered_companies ORDER BY slug"),
            (Strings{"acme|2", "blueheron|3"}));
}

TEST_F(DiscoverySync, NamesInItsReportWhatItFoundAndWhatItDidNot) {
  add_candidate("acme");
  add_candidate("nobody");
  add_candidate("solo");
  add_board("lever", "acme", 2);
  troubles["solo"] = status_answer(500);
  const auto report = tick();
  EXPECT_EQ(report["runs"][0]["discovered"], nlohmann::json({"acme"}));
  EXPECT_EQ(report["runs"][0]["notFound"], nlohmann::json({"nobody"}));
}

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

TEST_F(DiscoverySync, ABoardWithPostingsBeatsAnEmptyOne) {
  add_board("lever", "blue-heron", 0);
  add_board("lever", "blueHeron", 1);
  add_candidate("blue-heron");
  tick();
  EXPECT_EQ(boards_stored(), Strings{"lever/blueHeron"});
}

TEST_F(DiscoverySync, GreenhouseTokensHaveNoCase) {
  add_board("greenhouse", "acme", 2);
  add_board("lever", "Acme", 2);
  for (const char* slug : {"ACME", "Acme", "acme"}) add_candidate(slug);
  tick_until_idle();
  EXPECT_EQ(boards_stored(), (Strings{"greenhouse/acme", "lever/Acme"}));
}

TEST_F(DiscoverySync, ABoardEnteredByHandIsRecognisedInAnyCase) {
  host.sql("INSERT INTO discovered_companies (source, slug, name) VALUES ('greenhouse','Acme','')");
  add_board("greenhouse", "acme", 2);
  add_candidate("acme");
  tick();
  EXPECT_EQ(boards_stored(), Strings{"greenhouse/Acme"});
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_THAT(asked(), ElementsAre("lever/acme", "ashby/acme", "recruitee/acme", "lever/Acme"));
}

TEST_F(DiscoverySync, ABoardUnderTwoSlugsIsOneCompanyTwoBoardsAreTwo) {
  add_board("lever", "blue-heron", 2, 5'000);
  add_board("lever", "blueheron", 2, 5'000);
  add_board("lever", "red-fox", 2, 6'000);
  add_board("lever", "redfox", 2, 7'000);
  for (const char* slug : {"blue-heron", "blueheron", "red-fox", "redfox"}) add_candidate(slug);
  tick_until_idle();
  EXPECT_EQ(boards_stored(), (Strings{"lever/blue-heron", "lever/red-fox", "lever/redfox"}));
  EXPECT_EQ(candidate("blueheron", "status"), "discovered");
}

TEST_F(DiscoverySync, AKnownBoardIsNotTouchedNorAsked) {
  add_board("greenhouse", "acme", 9);
  host.sql(
      "INSERT INTO discovered_companies (source, slug, name, etag, next_sync_at, failures) "
      "VALUES ('greenhouse','acme','Acme','W/1', 99, 3)");
  const auto before = host.rows("SELECT * FROM discovered_companies");
  add_candidate("acme");
  tick();
  EXPECT_EQ(host.rows("SELECT * FROM discovered_companies"), before);
  EXPECT_EQ(last_stats()["updated"], 1);
  EXPECT_EQ(candidate("acme", "status"), "discovered");
}

TEST_F(DiscoverySync, ABoardThatWentAwayComesBackAsNew) {
  host.sql(
      "INSERT INTO discovered_companies (source, slug, name, status, etag, body_hash, failures, "
      "last_error, next_sync_at) VALUES ('greenhouse','acme','Acme','gone','W/1','ab',3,'x',9e9)");
  add_board("greenhouse", "acme", 2);
  add_candidate("acme");
  tick();
  EXPECT_EQ(host.rows("SELECT name, status, job_count, etag, body_hash, failures, last_error, "
                      "next_sync_at FROM discovered_companies"),
            Strings{"Acme|active|2|||0||0"});
  EXPECT_EQ(last_stats()["updated"], 1);
  ats_tick();
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 2);
}

TEST_F(DiscoverySync, BadInputIsRejectedAndStoredAsSuch) {
  const Strings bad{"../../etc/passwd",
                    "%2e%2e",
                    "a/b",
                    "https://example.com/acme",
                    "日本",
                    "x'; DROP TABLE jobs;--",
                    std::string(300, 'a'),
                    "<script>",
                    "a\nb",
                    ""};
  for (const std::string& slug : bad) add_candidate(slug);
  tick_until_idle();
  EXPECT_TRUE(host.sent.empty());
  for (const std::string& slug : bad) {
    EXPECT_EQ(candidate(slug, "status"), "rejected") << slug;
    EXPECT_THAT(candidate(slug, "last_error"), HasSubstr("invalid_")) << slug;
  }
  EXPECT_EQ(count("potential_companies"), static_cast<int>(bad.size()));
  EXPECT_EQ(tick()["outcome"], "idle");
}

TEST_F(DiscoverySync, AUrlIsLookedForAtItsSourceAlone) {
  add_board("lever", "Acme", 1);
  add_candidate("https://jobs.lever.co/Acme/1234");
  tick();
  EXPECT_THAT(asked(), ElementsAre("lever/Acme"));
  EXPECT_EQ(host.sql("SELECT slug || '|' || name FROM discovered_companies"), "Acme|Acme");
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

TEST_F(DiscoverySync, TakesItsBatchAndLeavesTheRestDue) {
  for (int i = 0; i < 12; ++i) add_candidate("c" + std::to_string(i));
  EXPECT_EQ(tick()["runs"][0]["stats"]["checked"], 5);
  EXPECT_EQ(count("potential_companies WHERE next_check_at = 0"), 7);
  event.variables["DISCOVERY_BATCH"] = "3";
  tick();
  EXPECT_EQ(last_stats()["checked"], 3);
  EXPECT_EQ(count("sync_history"), 2);
  EXPECT_EQ(host.sql("SELECT lease_until FROM batch_state WHERE worker = 'discovery'"), "0");
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
  // Who was cut off beside it goes alone, too, once.
  for (int i = 0; i < 9; ++i) {
    tick();
    host.is_dead = false;
    host.clock_ms += 360'000;
  }
  EXPECT_EQ(count("potential_companies WHERE status = 'not_found'"), 6);
  EXPECT_THAT(candidate("a-killer", "status, last_error"), HasSubstr("pending|abandoned"));
  EXPECT_GT(std::stoll(candidate("a-killer", "failures")), 1);
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
