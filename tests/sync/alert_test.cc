#include "sync/alert.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/sqlite_host.h"

namespace spearyx::testing {
namespace {

/// A database whose discovery is late as long as `is_late`, and a webhook.
class Alert : public ::testing::Test {
 protected:
  Alert() {
    event.variables["ALERT_WEBHOOK"] = "https://hooks.example.com/alert";
    host.web = [this](const Request& request) -> Result<Response> {
      told.push_back(nlohmann::json::parse(request.json, nullptr, false));
      return answer();
    };
    host.sql("UPDATE batch_state SET since = 1785000000");
    host.sql("DELETE FROM potential_companies");
    set_late(false);
  }

  static Response status(int code) {
    Response response;
    response.status = code;
    return response;
  }

  void set_late(bool is_late) {
    host.sql("UPDATE batch_state SET outcomes = '{\"discovery\":{\"success\":1785000000}}'");
    host.sql(
        "UPDATE batch_state SET outcomes = '{\"remoteok\":{\"success\":9000000000}}'"
        " WHERE worker = 'aggregator'");
    host.sql(is_late
                 ? "INSERT OR IGNORE INTO potential_companies (slug, added_at) VALUES ('acme', 0)"
                 : "DELETE FROM potential_companies");
  }

  /// The webhook's messages after a tick, a minute after the one before.
  std::size_t tell() {
    host.clock_ms += 60'000;
    const std::size_t before = told.size();
    sync::tell_health(host, event);
    return told.size() - before;
  }

  SqliteHost host;
  sync::Event event{
      .invocation = "1", .trigger = store::Trigger::kCron, .company = {}, .variables = {}};
  std::function<Result<Response>()> answer = [] { return status(204); };
  std::vector<nlohmann::json> told;
};

TEST_F(Alert, TellsEachChangeOnce) {
  EXPECT_EQ(tell(), 0U) << "all was well, and is";
  set_late(true);
  EXPECT_EQ(tell(), 1U);
  const auto& request = host.sent.back().request;
  EXPECT_EQ(request.url, "https://hooks.example.com/alert");
  EXPECT_EQ(request.headers[0].value, "application/json");
  EXPECT_LE(request.timeout_ms, 5'000);
  EXPECT_EQ(told.back()["status"], "unhealthy");
  EXPECT_EQ(told.back()["number"], 1);
  EXPECT_EQ(told.back()["reasons"][0]["code"], "worker_late");
  EXPECT_EQ(told.back()["reasons"][0]["worker"], "discovery");
  EXPECT_EQ(told.back()["text"], "Spearyx Jobs: Company discovery: no run for two periods.");
  EXPECT_EQ(tell() + tell() + tell(), 0U);
  set_late(false);
  EXPECT_EQ(tell(), 1U);
  EXPECT_EQ(told.back()["status"], "ok");
  EXPECT_EQ(told.back()["number"], 2);
  EXPECT_EQ(told.back()["reasons"].size(), 0U);
  EXPECT_EQ(tell(), 0U);
}

TEST_F(Alert, LeavesQuietWorkersAlone) {
  set_late(true);
  event.trigger = store::Trigger::kManual;
  EXPECT_EQ(tell(), 0U);
  event.trigger = store::Trigger::kCron;
  for (const char* url :
       {"", "http://hooks.example.com", "https://10.0.0.1/", "https://localhost/"}) {
    event.variables["ALERT_WEBHOOK"] = url;
    EXPECT_EQ(tell(), 0U) << url;
  }
  event.variables.clear();
  host.queries = 0;
  EXPECT_EQ(tell(), 0U);
  EXPECT_EQ(host.queries, 0);
}

TEST_F(Alert, TriesThriceAndNotForEver) {
  struct Case {
    const char* name;
    std::function<Result<Response>()> answer;
  };
  for (const Case& tested : std::vector<Case>{
           {"fails", [] { return status(500); }},
           {"redirects", [] { return status(302); }},
           {"hangs", [] { return Result<Response>(fail(ErrorCode::kTimeout)); }},
           {"is not there", [] { return Result<Response>(fail(ErrorCode::kNetwork)); }}}) {
    SCOPED_TRACE(tested.name);
    answer = tested.answer;
    set_late(true);
    EXPECT_EQ(tell() + tell() + tell(), 3U);
    EXPECT_EQ(tell() + tell(), 0U);
    EXPECT_EQ(told.back()["number"], told[told.size() - 3]["number"]) << "the same change";
    answer = [] { return status(200); };
    EXPECT_EQ(tell(), 0U) << "it was given up";
    set_late(false);
    EXPECT_EQ(tell(), 0U) << "nobody heard that it was not";
  }
  set_late(true);
  EXPECT_EQ(tell(), 1U) << "a new change is tried anew";
}

TEST_F(Alert, IsToldByOneOfTwoTicksThatOverlap) {
  set_late(true);
  answer = [this] {
    answer = [] { return status(200); };
    sync::tell_health(host, event);  // another worker's tick, while the webhook takes its time
    return status(200);
  };
  EXPECT_EQ(tell(), 1U);
  EXPECT_EQ(tell(), 0U);
}

TEST_F(Alert, SurvivesADeathAtAnyCall) {
  for (int call = 1; call <= 4; ++call) {
    for (const auto fate : {SqliteHost::Fate::kDiesBefore, SqliteHost::Fate::kDiesAfter}) {
      SCOPED_TRACE(call);
      SqliteHost::Fates fates = [call, fate](int at) {
        return at == call ? fate : SqliteHost::Fate::kWorks;
      };
      host.sql("UPDATE alerts SET told = '', telling = '', attempts = 0, claimed_until = 0");
      set_late(true);
      host.calls = 0;
      host.fates = fates;
      const std::size_t heard = tell();
      host.fates = [](int) { return SqliteHost::Fate::kWorks; };
      host.is_dead = false;
      // Heard once; twice only where the death came between hearing it and keeping that.
      const bool was_kept = call == 4 && fate == SqliteHost::Fate::kDiesAfter;
      EXPECT_EQ(tell(), was_kept ? 0U : 1U) << heard;
      EXPECT_EQ(tell(), 0U);
      set_late(false);
      EXPECT_EQ(tell(), 1U);
    }
  }
}

TEST_F(Alert, DoesNoHarmWhereTheDatabaseRefuses) {
  set_late(true);
  host.complaint = [](int) {
    return std::string("D1_ERROR: exceeded D1's free tier daily row write limit");
  };
  host.logged.clear();
  EXPECT_EQ(tell(), 0U);
  ASSERT_EQ(host.logged.size(), 1U);
  EXPECT_TRUE(host.logged[0].contains("quota_exceeded"));
  host.complaint = [](int) { return std::string(); };
  EXPECT_EQ(tell(), 1U);
}

}  // namespace
}  // namespace spearyx::testing
