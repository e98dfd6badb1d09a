#include <string>
#include <vector>

#include "store/companies.h"
#include "sync/ats_fixture.h"

namespace spearyx::testing {
namespace {

/// The traces of a tick besides its results, for its operator.
class WhatRunsLeave : public AtsFixture {
 protected:
  nlohmann::json outcome(const std::string& source) {
    return nlohmann::json::parse(
        host.sql("SELECT outcomes -> '$." + source + "' FROM batch_state WHERE worker = 'ats'"));
  }
};

TEST_F(WhatRunsLeave, TellsHowTheLastOnesOfEachSourceEnded) {
  add_known_company();
  auto first = outcome("greenhouse");
  EXPECT_EQ(first["added"], 3);
  EXPECT_EQ(first["failed"], false);
  EXPECT_FALSE(first.contains("failure"));
  greenhouse = [](const Request&) { return status_answer(403); };
  tick();
  const auto second = outcome("greenhouse");
  EXPECT_EQ(second["success"], first["success"]);
  EXPECT_GT(second["failure"], first["success"]);
  EXPECT_EQ(second["failed"], true);
  EXPECT_TRUE(second["error"].get<std::string>().starts_with("forbidden: "));
}

TEST_F(WhatRunsLeave, TellsTheEndOfWhatWasCutOff) {
  add_company("greenhouse", "bridge", "");
  host.fates = [](int call) {
    return call == 2 ? SqliteHost::Fate::kDiesBefore : SqliteHost::Fate::kWorks;
  };
  tick();
  host.fates = [](int) { return SqliteHost::Fate::kWorks; };
  host.is_dead = false;
  host.clock_ms += 300'000;
  tick();
  const auto ended = outcome("greenhouse");
  EXPECT_TRUE(ended["error"].get<std::string>().starts_with("abandoned: ")) << ended;
  EXPECT_GE(ended["success"], ended["failure"]) << "asked again at once";
  EXPECT_EQ(ended["failed"], false);
}

TEST_F(WhatRunsLeave, NamesTheRunAtItsCompanyAndTheLastChangeAtTheRun) {
  add_known_company();
  const std::string first = last("id");
  EXPECT_EQ(host.sql("SELECT last_run_id FROM discovered_companies"), first);
  EXPECT_EQ(last("last_change"), host.sql("SELECT max(seq) FROM job_changes"));
  tick();
  EXPECT_NE(last("id"), first);
  EXPECT_EQ(host.sql("SELECT last_run_id FROM discovered_companies"), last("id"));
  EXPECT_EQ(last("last_change"), "") << "it moved nothing";
}

TEST_F(WhatRunsLeave, LearnsTheNameThatACompanyIsFoundBy) {
  greenhouse = [](const Request&) {
    return json_answer(greenhouse_body(postings(3), "Bridge & Sons"));
  };
  add_company("greenhouse", "bridge", "by hand");
  for (int i = 0; i < 2; ++i) {
    tick();
    make_due();
    EXPECT_EQ(host.sql("SELECT name FROM discovered_companies"), "Bridge & Sons");
    EXPECT_EQ(host.rows("SELECT name, slug FROM company_names"),
              std::vector<std::string>{"Bridge & Sons|bridge"});
  }
  host.sql("DELETE FROM discovered_companies");
  EXPECT_EQ(count("company_names"), 0);
}

// Whatever the turn of the sources is, and however much else is due.
TEST_F(WhatRunsLeave, WhatSomebodyAskedForComesFirst) {
  for (const char* slug : {"a", "b", "c"}) {
    add_company("greenhouse", slug, "");
    add_company("lever", slug, "");
  }
  event.variables["SYNC_BUDGET"] = "1";
  host.sql("UPDATE batch_state SET cursor = '{\"source\":\"greenhouse\"}' WHERE worker = 'ats'");
  host.sql(
      "UPDATE discovered_companies SET next_sync_at = -1786000000"
      " WHERE source = 'greenhouse' AND slug = 'c'");
  ASSERT_TRUE(host.query(std::vector{store::ask_next("greenhouse")}));
  auto report = tick();
  EXPECT_EQ(report["runs"][0]["source"], "greenhouse");
  EXPECT_EQ(report["runs"][0]["company"], "c");
  EXPECT_GT(std::stoll(host.sql("SELECT next_sync_at FROM discovered_companies"
                                " WHERE source = 'greenhouse' AND slug = 'c'")),
            1'786'000'000);
  report = tick();
  EXPECT_EQ(report["runs"][0]["source"], "lever") << "then the turn goes on";
}

}  // namespace
}  // namespace spearyx::testing
