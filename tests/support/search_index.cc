#include "search_index.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace spearyx::testing {
namespace {

/// Every word of the index with its places.
std::vector<std::string> contents(SqliteHost& host, const std::string& schema,
                                  const std::string& index) {
  host.sql("CREATE VIRTUAL TABLE temp.words USING fts5vocab (" + schema + ", " + index +
           ", instance)");
  const auto all = host.rows("SELECT doc, col, offset, term FROM temp.words ORDER BY 1, 2, 3, 4");
  host.sql("DROP TABLE temp.words");
  return all;
}

}  // namespace

void expect_search_index_in_step(SqliteHost& host) {
  host.sql("INSERT INTO jobs_fts (jobs_fts) VALUES ('integrity-check')");
  host.sql(
      host.sql("SELECT replace(sql, 'TABLE jobs_fts', 'TABLE temp.fresh') "
               "FROM sqlite_master WHERE name = 'jobs_fts'"));
  host.sql(
      "INSERT INTO temp.fresh (rowid, title, company, description, facets) "
      "SELECT list_key, title, company, description, facets FROM job_documents");
  EXPECT_EQ(contents(host, "main", "jobs_fts"), contents(host, "temp", "fresh"));
  host.sql("DROP TABLE temp.fresh");
}

}  // namespace spearyx::testing
