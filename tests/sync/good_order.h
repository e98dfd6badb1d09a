#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/source.h"
#include "support/company_counts.h"
#include "support/sqlite_host.h"

namespace spearyx::testing {

/// From now on the database notes runs that get a second outcome, for `expect_good_order`.
inline void note_second_outcomes(SqliteHost& host) {
  host.sql("CREATE TABLE second_outcomes (id TEXT)");
  host.sql(
      "CREATE TRIGGER one_outcome AFTER UPDATE ON sync_history "
      "WHEN old.status <> 'running' AND (new.status <> old.status OR new.stats <> old.stats) "
      "BEGIN INSERT INTO second_outcomes VALUES (new.id); END");
}

/// The conditions that the database must meet ten minutes after the last tick, whatever went wrong:
/// each run has one outcome and a receipt that balances, and nothing waits for longer than it ever
/// should. A rest ends within a day, and a request window lies at most one spacing of its source
/// ahead, or four minutes; both are counted from `furthest_ms`, the latest that the clock has
/// shown, because what was set before the clock went back stays where it is.
inline void expect_good_order(SqliteHost& host, UnixMillis furthest_ms = 0) {
  const std::string now = std::to_string(host.clock_ms / 1'000);
  const auto none = [&host](const std::string& what) {
    EXPECT_EQ(host.rows(what), std::vector<std::string>());
  };
  none("SELECT id FROM second_outcomes");
  none(
      "SELECT id FROM sync_history AS run WHERE status = 'running' AND NOT EXISTS ("
      "SELECT 1 FROM batch_state WHERE lease_until > 0 AND run.id > lease_owner || '-' "
      "AND run.id < lease_owner || '.')");
  none("SELECT id FROM sync_history WHERE status <> 'running' AND completed_at IS NULL");
  none("SELECT id FROM sync_history WHERE (status = 'failed') <> (error IS NOT NULL)");
  none(
      "SELECT id FROM sync_history WHERE status = 'success' "
      "AND coalesce(stats ->> 'fetched', stats ->> 'checked') IS NULL");
  none("SELECT worker, lease_until FROM batch_state WHERE lease_until > " + now);
  const UnixMillis latest_ms = std::max(furthest_ms, host.clock_ms);
  none("SELECT source FROM source_state WHERE cooldown_until > 86400 + " +
       std::to_string(latest_ms / 1'000));
  for (const SourceInfo& source : kSources) {
    const UnixMillis most_ms = std::max<UnixMillis>(240'000, source.spacing_ms);
    none("SELECT source FROM source_state WHERE source = '" + std::string(source.name) +
         "' AND next_slot_ms > " + std::to_string(latest_ms + most_ms));
  }
  none(
      "SELECT slug FROM discovered_companies WHERE status IN ('active', 'empty') "
      "AND next_sync_at > 2 * 86400 + " +
      now);
  expect_counts_in_step(host);
  none(
      "SELECT id, stats FROM sync_history WHERE stats ->> 'fetched' <> (stats ->> 'added') + "
      "(stats ->> 'updated') + (stats ->> 'unchanged') + (stats ->> 'filtered') + "
      "(stats ->> 'rejected') + (stats ->> 'duplicate')");
  none(
      "SELECT id, stats FROM sync_history WHERE stats ->> 'checked' <> (stats ->> 'discovered') "
      "+ (stats ->> 'updated') + (stats ->> 'empty') + (stats ->> 'notFound') + "
      "(stats ->> 'failed')");
}

}  // namespace spearyx::testing
