#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "support/json_object.h"

namespace spearyx::api {

/// The columns of a `CompanyRow`, of the table `discovered_companies`.
#define SPEARYX_COMPANY_COLUMNS                                                               \
  "source, slug, name, status, job_count, remote_job_count, openings, watched_s, interval_s," \
  " next_sync_at, last_synced_at, last_run_id, failures, last_error, suspect_since, created_at"

/// The condition that a company needs a look by somebody. It is that of an index, which is not used
/// without it.
#define SPEARYX_COMPANY_IN_NEED "(failures > 0 OR status = 'gone' OR status = 'paused')"

/// A company as lists show it.
struct CompanyRow {
  std::string source;
  std::string slug;
  std::string name;
  std::string status;
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  double openings = 0;
  double watched_s = 0;
  std::int64_t interval_s = 0;
  std::int64_t next_sync_at = 0;
  std::optional<std::int64_t> last_synced_at;
  std::optional<std::string> last_run_id;
  std::int64_t failures = 0;
  std::optional<std::string> last_error;
  std::int64_t suspect_since = 0;
  std::int64_t created_at = 0;
};

/// The company in the API's names.
[[nodiscard]] Json to_document(const CompanyRow& row);

/// The columns of a `CandidateRow`, of the table `potential_companies`.
#define SPEARYX_CANDIDATE_COLUMNS                                                             \
  "slug, source, status, check_count, last_checked_at, next_check_at, failures, last_error, " \
  "added_at"

/// The condition that a candidate needs a look by somebody.
#define SPEARYX_CANDIDATE_IN_NEED "(failures > 0 OR status = 'rejected')"

/// A candidate as lists show it.
struct CandidateRow {
  std::string slug;
  /// The source; "" where nobody knows it.
  std::string source;
  std::string status;
  std::int64_t check_count = 0;
  std::optional<std::int64_t> last_checked_at;
  std::int64_t next_check_at = 0;
  std::int64_t failures = 0;
  std::optional<std::string> last_error;
  std::int64_t added_at = 0;
};

/// The candidate in the API's names.
[[nodiscard]] Json to_document(const CandidateRow& row);

}  // namespace spearyx::api
