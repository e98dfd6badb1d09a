#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "api/handlers.h"
#include "api/jobs/change_document.h"
#include "api/jobs/document.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kChanges = "SELECT " SPEARYX_CHANGE_COLUMNS
                                      " FROM job_changes AS c WHERE c.seq > ?1"
                                      " ORDER BY c.seq LIMIT ?2";

// Joined within the page, not after it: postings that are gone would be walked past else.
constexpr std::string_view kJobs =
    "SELECT " SPEARYX_JOB_COLUMNS
    " FROM (SELECT job_id FROM job_changes WHERE seq > ?1 ORDER BY seq LIMIT ?2) AS page"
    " CROSS JOIN jobs AS j ON j.id = page.job_id";

/// The posting as it is now; null where it is closed, or gone.
Json job_of(const ChangeRow& change, const std::vector<JobRow>& jobs) {
  const auto job = std::ranges::find(jobs, change.job_id, &JobRow::id);
  const bool shows_job = change.change != "closed" && job != jobs.end();
  return shows_job ? to_document(*job) : Json();
}

}  // namespace

ApiResult get_changes(Context& context) {
  constexpr std::int64_t kLastCursor = std::int64_t{1} << 53;
  const std::int64_t since = context.parameters.number_or("since", {0, kLastCursor}, 0);
  const std::int64_t limit = context.parameters.number_or("limit", {1, 100}, 30);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  store::Batch batch;
  const auto changes_place =
      batch.ask(store::Query<ChangeRow>{"changes", kChanges, {since, limit + 1}});
  const auto jobs_place = batch.ask(store::Query<JobRow>{"changed jobs", kJobs, {since, limit}});
  BatchReader reader(context, batch);
  auto rows = reader.rows(changes_place);
  const auto jobs = reader.rows(jobs_place);
  if (reader.error()) return std::unexpected(*reader.error());
  const bool has_more = std::cmp_greater(rows.size(), limit);
  if (has_more) rows.pop_back();
  Json changes = Json::array();
  for (const ChangeRow& row : rows) {
    Json change = to_document(row);
    change["job"] = job_of(row, jobs);
    changes.push_back(std::move(change));
  }
  const std::int64_t next = rows.empty() ? since : rows.back().seq;
  return Answer{
      .body = dump(json_object({{"success", true},
                                {"data",
                                 {{"changes", std::move(changes)},
                                  {"nextCursor", std::to_string(next)},
                                  {"hasMore", has_more}}},
                                {"meta", {{"ignoredParams", context.parameters.ignored()}}}})),
      .max_age_s = 10};
}

}  // namespace spearyx::api
