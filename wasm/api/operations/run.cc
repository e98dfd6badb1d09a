#include <utility>

#include "api/handlers.h"
#include "api/jobs/change_document.h"
#include "api/operations/run_document.h"
#include "api/page_address.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kRun = "SELECT " SPEARYX_RUN_COLUMNS " FROM sync_history WHERE id = ?1";

// The changes of a run are the last ones before the end of its commit, as far as they are of its board or
// its feed.
constexpr std::string_view kChangesOfRun =
    "SELECT " SPEARYX_CHANGE_COLUMNS
    ", j.title, j.company"
    " FROM sync_history AS h CROSS JOIN job_changes AS c CROSS JOIN jobs AS j ON j.id = c.job_id"
    " WHERE h.id = ?1 AND c.seq > h.last_change - 100 AND c.seq <= h.last_change"
    " AND c.changed_at >= h.started_at AND j.source_name = h.source"
    " AND j.board = coalesce(h.company, '') ORDER BY c.seq DESC";

Json to_document_with_posting(const ChangeRow& change) {
  Json document = to_document(change);
  document["title"] = change.title;
  document["company"] = change.company;
  document["slug"] = page_slug(change.title, change.company);
  return document;
}

}  // namespace

ApiResult get_log(Context& context) {
  const std::string& id = context.captures.front();
  store::Batch batch;
  const auto run_place = batch.ask(store::Query<RunRow>{"run", kRun, {id}});
  const auto changes_place =
      batch.ask(store::Query<ChangeRow>{"changes of a run", kChangesOfRun, {id}});
  BatchReader reader(context, batch);
  const auto run = reader.first(run_place);
  const auto rows = reader.rows(changes_place);
  if (reader.error()) return std::unexpected(*reader.error());
  if (!run) return refuse(404, "not_found", "There is no such run.");
  Json changes = Json::array();
  for (const ChangeRow& row : rows) changes.push_back(to_document_with_posting(row));
  Json document = to_document(*run);
  document["changes"] = std::move(changes);
  return Answer{.body = dump(json_object({{"success", true}, {"data", std::move(document)}})),
                .max_age_s = 5};
}

}  // namespace spearyx::api
