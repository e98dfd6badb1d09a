#include <algorithm>
#include <array>
#include <string>

#include "api/handlers.h"
#include "api/job_document.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kChanges =
    "SELECT json_group_array(json_object('cursor', CAST(seq AS TEXT), 'change', change,"
    " 'id', job_id, 'at', " SPEARYX_ISO_DATE("changed_at") ", 'fields', " SPEARYX_NAMES("fields")
    ", 'values', " SPEARYX_VALUES("details") ")) AS text"
    " FROM (SELECT * FROM job_changes WHERE seq > ?1 ORDER BY seq LIMIT ?2)";

constexpr std::string_view kJobs = "SELECT " SPEARYX_JOB_COLUMNS
                                   " FROM job_changes AS c CROSS JOIN jobs AS j ON j.id = c.job_id"
                                   " WHERE c.seq > ?1 ORDER BY c.seq LIMIT ?2";

/// The posting as it is now; null where it is closed, or gone.
Json job_of(const Json& change, const std::vector<JobRow>& jobs) {
  const auto job = std::ranges::find(jobs, number_in(change, "id"), &JobRow::id);
  const bool shows_job = text_in(change, "change") != "closed" && job != jobs.end();
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
      batch.ask(store::Query<TextRow>{"changes", kChanges, {since, limit + 1}});
  const auto jobs_place = batch.ask(store::Query<JobRow>{"changed jobs", kJobs, {since, limit}});
  BatchReader reader(context, batch);
  const auto listed = reader.first(changes_place);
  const auto jobs = reader.rows(jobs_place);
  if (reader.error()) return std::unexpected(*reader.error());
  Json changes = parse_json(listed->text);
  const bool has_more = cut_to(changes, limit);
  for (Json& change : changes) change["job"] = job_of(change, jobs);
  const std::string next =
      changes.empty() ? std::to_string(since) : text_in(changes.back(), "cursor");
  return Answer{
      .body = dump(json_object(
          {{"success", true},
           {"data", {{"changes", std::move(changes)}, {"nextCursor", next}, {"hasMore", has_more}}},
           {"meta", {{"ignoredParams", context.parameters.ignored()}}}})),
      .max_age_s = 10};
}

}  // namespace spearyx::api
