#include "api/operations/run_document.h"

#include <utility>

#include "api/jobs/document.h"

namespace spearyx::api {
namespace {

/// The duration of the run: from its receipt, or where that has none, from its times, to the
/// second.
Json duration_of(const RunRow& run, const Json& receipt) {
  const Json& duration = member_of(receipt, "duration");
  if (duration.is_number()) return duration;
  return run.completed_at ? Json(1'000 * (*run.completed_at - run.started_at)) : Json();
}

/// The document in a text, or an empty one where the text has none of this type.
Json stored_document(const std::string& text, Json empty) {
  Json document = parse_json(text);
  return document.type() == empty.type() ? document : empty;
}

}  // namespace

Json to_document(const RunRow& run) {
  Json receipt = stored_document(run.stats, Json::object());
  const Json duration = duration_of(run, receipt);
  return json_object({{"id", run.id},
                      {"syncType", run.sync_type},
                      {"source", run.source},
                      {"company", run.company},
                      {"trigger", run.trigger},
                      {"status", run.status},
                      {"startedAt", iso_date(run.started_at)},
                      {"completedAt", iso_date(run.completed_at)},
                      {"durationMs", duration},
                      {"stats", std::move(receipt)},
                      {"error", run.error},
                      {"logs", stored_document(run.logs, Json::array())}});
}

}  // namespace spearyx::api
