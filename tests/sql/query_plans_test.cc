#include <gtest/gtest.h>

#include "normalize/category/category.h"
#include "store/companies.h"
#include "store/jobs.h"
#include "store/leases.h"
#include "store/roles.h"
#include "store/runs.h"
#include "store/source_state.h"
#include "store/standings.h"
#include "support/company_counts.h"
#include "support/search_index.h"
#include "support/sqlite_host.h"

namespace spearyx::testing {
namespace {

struct NamedStatement {
  std::string name;
  Statement statement;
};

void PrintTo(const NamedStatement& named, std::ostream* out) { *out << named.name; }

class QueryPlan : public ::testing::TestWithParam<NamedStatement> {};

/// True where a table that grows is read from end to end instead of through an index.
bool scans(const std::string& detail) {
  for (const char* table :
       {"jobs", "sync_history", "discovered_companies", "potential_companies", "c"}) {
    const std::string scan = std::string("SCAN ") + table;
    if (detail == scan || detail.starts_with(scan + " USING COVERING") ||
        detail.starts_with(scan + " USING INDEX")) {
      return true;
    }
  }
  return false;
}

TEST_P(QueryPlan, ReadsNoTableFromEndToEnd) {
  SqliteHost host;
  for (const std::string& detail : host.plan(GetParam().statement)) {
    EXPECT_FALSE(scans(detail)) << detail;
  }
}

const store::Lease kLease{"ats", "0123456789ab"};
const store::Board kAnyBoard{Source::kGreenhouse, "bridge"};

Statement upsert() {
  store::Upserts upserts(kAnyBoard, 0);
  upserts.add({});
  return upserts.take().front();
}

INSTANTIATE_TEST_SUITE_P(
    Sync, QueryPlan,
    ::testing::Values(
        NamedStatement{"LeaseState", store::lease_state("ats", 0)},
        NamedStatement{"HoldLease", store::hold_lease(kLease, 0)},
        NamedStatement{"EndLease", store::end_lease("ats", {})},
        NamedStatement{"Standings", store::standings(0)},
        NamedStatement{"TakeTurn", store::take_board_turn(kLease, {})},
        NamedStatement{"TakeCompany", store::take_company_turn(kLease, {}, Source::kLever, "x")},
        NamedStatement{"BeginRuns", store::begin_board_runs(kLease, 0, {}, 10)},
        NamedStatement{"BeginCompanyRun", store::begin_company_run(kLease, 0, {})},
        NamedStatement{"ClaimedCompanies", store::claimed_companies("ats")},
        NamedStatement{"ReserveClaimedWindow", store::reserve_claimed_window(kLease, 0, {})},
        NamedStatement{"ReserveWindow", store::reserve_window(Source::kLever, 0, 1)},
        NamedStatement{"SaveCompanies", store::save_companies({})},
        NamedStatement{"SaveRuns", store::save_runs({})},
        NamedStatement{"ForgetRunning", store::forget_running(kLease)},
        NamedStatement{"FailRunning", store::fail_running("x", 0, {ErrorCode::kTrap, {}})},
        NamedStatement{"Known", store::known_postings(kAnyBoard)},
        NamedStatement{"KnownAmong", store::known_among(kAnyBoard, "[]")},
        NamedStatement{"Upsert", upsert()}, NamedStatement{"Close", store::close_jobs({}, 0)},
        NamedStatement{"PlaceRoles", store::place_roles(kAnyBoard, {1})},
        NamedStatement{"RolePostings", store::role_postings("[1]")},
        NamedStatement{"SplitRole", store::split_role({}, 0).change},
        NamedStatement{"JoinRoles", store::join_roles({}, {}, 0).change},
        NamedStatement{"PruneClosed", store::prune_closed_jobs(0)},
        NamedStatement{"ForgetClosedTexts", store::forget_closed_texts(0)},
        NamedStatement{"PruneRuns", store::prune_runs(0)}),
    [](const auto& info) { return info.param.name; });

TEST(Migrations, EnterTheCategoriesOfTheCore) {
  SqliteHost host;
  std::vector<std::string> expected;
  for (const normalize::Category& category : normalize::kCategories) {
    expected.push_back(std::to_string(category.id) + "|" + std::string(category.name) + "|" +
                       std::string(category.slug) + "|" + std::string(category.description));
  }
  EXPECT_EQ(host.rows("SELECT id, name, slug, description FROM categories ORDER BY id"), expected);
  EXPECT_EQ(host.sql("SELECT dflt_value FROM pragma_table_info('jobs') WHERE name = 'category_id'"),
            std::to_string(normalize::kOtherCategory));
}

TEST(Migrations, TakeASourceThatNobodyKnowsButItIsNeverDue) {
  SqliteHost host;
  host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('grenhouse', 'acme')");
  EXPECT_EQ(host.rows("SELECT 1 FROM batch_state WHERE lease_until > 0").size(), 0);
  const store::Term term{.now = 1'786'000'000,
                         .lease_end = 1'786'000'240,
                         .longest_rest = 1'786'172'800,
                         .daily_writes = 1'000};
  const std::array batch{store::take_board_turn(kLease, term)};
  ASSERT_TRUE(host.query(batch));
  EXPECT_EQ(host.rows("SELECT 1 FROM batch_state WHERE lease_until > 0").size(), 0);
  host.sql("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'acme')");
  ASSERT_TRUE(host.query(batch));
  EXPECT_EQ(host.rows("SELECT 1 FROM batch_state WHERE lease_until > 0").size(), 1);
}

TEST(Migrations, MakeACompanyEnteredByHandDueAtOnce) {
  SqliteHost host;
  host.sql("INSERT INTO discovered_companies (source, slug, name) VALUES ('lever', 'x', 'X')");
  host.sql("INSERT INTO potential_companies (slug) VALUES ('x-hand')");
  EXPECT_EQ(host.sql("SELECT status || next_sync_at FROM discovered_companies"), "active0");
  EXPECT_EQ(host.sql("SELECT status || next_check_at FROM potential_companies "
                     "WHERE slug = 'x-hand'"),
            "pending0");
}

TEST(Migrations, KeepHowManyCompaniesAndCandidatesThereAre) {
  SqliteHost host;
  expect_counts_in_step(host);
  for (const char* change :
       {"INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'a'), ('lever', 'b')",
        "INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'a') ON CONFLICT DO "
        "UPDATE SET status = 'paused'",
        "UPDATE discovered_companies SET status = status, failures = failures + 1",
        "UPDATE discovered_companies SET failures = failures + 1",
        "UPDATE discovered_companies SET status = 'gone', failures = 0 WHERE slug = 'b'",
        "UPDATE discovered_companies SET source = 'greenhouse' WHERE slug = 'b'",
        "DELETE FROM discovered_companies WHERE slug = 'a'",
        "INSERT OR IGNORE INTO potential_companies (slug) VALUES ('x-new'), ('x-new')",
        "UPDATE potential_companies SET status = 'not_found' WHERE slug = 'x-new'",
        "DELETE FROM potential_companies WHERE slug = 'x-new'",
        "DELETE FROM potential_companies"}) {
    SCOPED_TRACE(change);
    host.sql(change);
    expect_counts_in_step(host);
  }
}

TEST(Migrations, KeepTheSearchIndexAsOneBuiltAfresh) {
  SqliteHost host;
  host.sql(
      "INSERT INTO jobs (source_name, external_id, title, company, source_url, content_hash, "
      "description) VALUES ('lever', '1', 'C++ engineer', 'Acme', 'u', 'h', 'bridges')");
  const std::string found = "SELECT count(*) FROM jobs_fts WHERE jobs_fts MATCH '\"c++\"'";
  EXPECT_EQ(host.sql(found), "1");
  expect_search_index_in_step(host);
  // Each column of which the index knows, to another value and to or from none.
  for (const char* change : {"title = 'Rust engineer'",
                             "company = 'Bridge Builders'",
                             "description = NULL",
                             "description = 'tunnels'",
                             "category_id = 3",
                             "remote_scope = '[\"DE\",\"EU\"]'",
                             "remote_scope = NULL",
                             "salary_usd_year = 90000",
                             "salary_usd_year = NULL",
                             "post_date = 1786000000",
                             "post_date = NULL",
                             "created_at = 1785000000",
                             "source_name = 'greenhouse'",
                             "board = 'acme'",
                             "source_url = 'https://a.example/1'",
                             "leader_id = 1",
                             "leader_id = NULL",
                             "description_raw = 'x'",
                             "copies = 3",
                             "closed_at = 1786000001",
                             "closed_at = NULL",
                             "id = 7"}) {
    SCOPED_TRACE(change);
    host.sql(std::string("UPDATE jobs SET ") + change);
    expect_search_index_in_step(host);
  }
  EXPECT_EQ(host.sql(found), "0");
  host.sql("DELETE FROM jobs");
  expect_search_index_in_step(host);
  EXPECT_EQ(host.sql("SELECT count(*) FROM jobs_terms"), "0");
}

}  // namespace
}  // namespace spearyx::testing
