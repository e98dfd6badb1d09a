#include "api/companies/document.h"

#include <string_view>

#include "api/company_id.h"
#include "api/jobs/document.h"
#include "model/company.h"
#include "model/source.h"
#include "schedule/rotation.h"

namespace spearyx::api {
namespace {

bool is_in_rotation(const CompanyRow& row) {
  return source_named(row.source) && (row.status == "active" || row.status == "empty");
}

std::string_view health_of(const CompanyRow& row) {
  if (!source_named(row.source)) return "unknown_source";
  if (row.status == "gone" || row.status == "paused") return row.status;
  if (row.failures > 0) return "failing";
  return row.last_synced_at ? "healthy" : "new";
}

/// The reason for the time of the next look.
std::string_view interval_reason_of(const CompanyRow& row) {
  if (row.failures > 0) return "failing";
  if (row.suspect_since > 0) return "suspect";
  if (row.status == "empty") return "empty";
  return row.watched_s > 0 ? "openings" : "new";
}

std::string company_id_of(const CompanyRow& row) {
  const std::string& name = row.name.empty() ? row.slug : row.name;
  return CompanyId{read_company_id(name).key, {{row.source, row.slug}}}.text();
}

/// A due time; null where it is due at once.
Json due_date(UnixSeconds time) { return time > 0 ? iso_date(time) : Json(); }

}  // namespace

Json to_document(const CompanyRow& row) {
  Company watched;
  watched.openings = row.openings;
  watched.watched_s = row.watched_s;
  const bool is_planned = is_in_rotation(row) && row.interval_s > 0;
  return json_object(
      {{"source", row.source},
       {"slug", row.slug},
       {"name", row.name.empty() ? row.slug : row.name},
       {"companyId", company_id_of(row)},
       {"status", row.status},
       {"health", health_of(row)},
       {"jobCount", row.job_count},
       {"remoteJobCount", row.remote_job_count},
       {"lastSyncedAt", iso_date(row.last_synced_at)},
       {"lastRunId", row.last_run_id},
       {"nextSyncAt", is_in_rotation(row) ? due_date(row.next_sync_at) : Json()},
       {"intervalSeconds", is_planned ? Json(row.interval_s) : Json()},
       {"intervalReason", is_planned ? Json(interval_reason_of(row)) : Json()},
       {"openingsPerDay", is_planned ? Json(schedule::opening_rate(watched)) : Json()},
       {"failures", row.failures},
       {"lastError", row.last_error},
       {"createdAt", iso_date(row.created_at)}});
}

Json to_document(const CandidateRow& row) {
  const bool is_looked_for = row.status == "pending" || row.status == "not_found";
  return json_object({{"slug", row.slug},
                      {"source", row.source.empty() ? Json() : Json(row.source)},
                      {"status", row.status},
                      {"checks", row.check_count},
                      {"lastCheckedAt", iso_date(row.last_checked_at)},
                      {"nextCheckAt", is_looked_for ? due_date(row.next_check_at) : Json()},
                      {"failures", row.failures},
                      {"lastError", row.last_error},
                      {"createdAt", iso_date(row.added_at)}});
}

}  // namespace spearyx::api
