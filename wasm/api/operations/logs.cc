#include <array>
#include <string>
#include <utility>
#include <vector>

#include "api/companies/names.h"
#include "api/handlers.h"
#include "api/operations/run_document.h"
#include "api/source_choices.h"
#include "api/walk.h"
#include "model/source.h"
#include "support/ids.h"

namespace spearyx::api {

namespace {

/// The most runs that a page walks along, because no index knows most filters. Each is read three
/// times at most, where an index leads to it and the page does not get full.
constexpr std::int64_t kWalkedRuns = 140;

#define NEWEST(columns, condition, limit)                      \
  "SELECT " columns " FROM sync_history AS h WHERE " condition \
  " h.id < ?1 ORDER BY h.id DESC LIMIT " limit

// The order is that of the walk: to ask for it would walk to the end and sort.
#define RUNS(condition) \
  "SELECT " SPEARYX_RUN_COLUMNS " FROM (SELECT * FROM (" NEWEST("*", condition, "140")      \
  ") WHERE (?2 IS NULL OR sync_type = ?2) AND (?3 IS NULL OR source = ?3)"                  \
  " AND (?4 IS NULL OR company = ?4 OR (source, company) IN " SPEARYX_COMPANIES_NAMED("?4", "") \
  ") AND (?5 IS NULL OR status = ?5) AND (?6 IS NULL OR trigger = ?6) LIMIT ?7 OFFSET ?8)"

// The end of the walk, if it is not the end of the history.
#define WALKED_TO(condition) NEWEST("h.id AS text", condition, "1 OFFSET 139")

constexpr Walk kAllRuns{RUNS(""), WALKED_TO("")};
// Along the index of failed runs alone, or that of those by hand.
constexpr Walk kFailedRuns{RUNS("h.status = 'failed' AND "), WALKED_TO("h.status = 'failed' AND ")};
constexpr Walk kManualRuns{RUNS("h.trigger = 'manual' AND "),
                           WALKED_TO("h.trigger = 'manual' AND ")};

constexpr std::string_view kRecentErrors =
    "SELECT count(*) AS number FROM (SELECT 1 FROM sync_history"
    " WHERE status = 'failed' AND id >= ?1 LIMIT 50)";

constexpr std::array<std::string_view, 4> kTypes{"", "ats", "aggregator", "discovery"};
constexpr std::array<std::string_view, 3> kTriggers{"", "cron", "manual"};
constexpr std::array<std::string_view, 5> kRunStatuses{"", "running", "success", "failed",
                                                       "completed"};

/// A request for a page of runs.
struct RunsRequest {
  const Walk* walk = &kAllRuns;
  std::string cursor;
  std::int64_t limit = 20;
  std::vector<Bind> binds;
};

RunsRequest read_runs_request(Parameters& parameters) {
  const std::string_view type = parameters.choice("type", kTypes);
  const std::string_view source = parameters.choice("source", kSourceChoices);
  const std::string company = parameters.text("company");
  std::string_view status = parameters.choice("status", kRunStatuses);
  if (status == "completed") status = "success";  // the original's word for it
  const std::string_view trigger = parameters.choice("trigger", kTriggers);
  const bool is_failed_only = parameters.flag("errors", false) || status == "failed";
  if (is_failed_only) status = "failed";
  RunsRequest request;
  request.limit = parameters.number_or("limit", {1, 100}, 20);
  const std::int64_t offset = parameters.number_or("offset", {0, kWalkedRuns}, 0);
  request.cursor = parameters.text("cursor", 100);
  // Ids are of hex digits and '-', so that "g" comes after all of them.
  if (request.cursor.empty()) request.cursor = "g";
  if (is_failed_only) request.walk = &kFailedRuns;
  if (trigger == "manual") request.walk = &kManualRuns;
  request.binds = {
      request.cursor,       text_or_null(type),    text_or_null(source), text_or_null(company),
      text_or_null(status), text_or_null(trigger), request.limit + 1,    offset};
  return request;
}

}  // namespace

ApiResult get_logs(Context& context) {
  const RunsRequest request = read_runs_request(context.parameters);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  store::Batch batch;
  const auto runs_place =
      batch.ask(store::Query<RunRow>{"runs", request.walk->page, request.binds});
  const auto errors_place = batch.ask(store::Query<NumberRow>{
      "recent errors", kRecentErrors, {time_prefix((context.now - kHour) * 1'000)}});
  BatchReader reader(context, batch);
  auto runs = reader.rows(runs_place);
  const auto recent = reader.first(errors_place);
  if (reader.error()) return std::unexpected(*reader.error());

  const auto next = next_cursor(context, *request.walk, {request.cursor}, runs, request.limit,
                                [](const RunRow& run) { return run.id; });
  if (!next) return std::unexpected(next.error());
  Json logs = Json::array();
  for (const RunRow& run : runs) logs.push_back(to_document(run));
  return Answer{.body = dump(json_object({{"success", true},
                                          {"logs", std::move(logs)},
                                          {"meta",
                                           {{"count", runs.size()},
                                            {"recentErrors", recent->number},
                                            {"hasMore", !next->empty()},
                                            {"nextCursor", next->empty() ? Json() : Json(*next)},
                                            {"ignoredParams", context.parameters.ignored()}}}})),
                .max_age_s = 5};
}

}  // namespace spearyx::api
