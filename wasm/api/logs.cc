#include <array>
#include <string>

#include "api/handlers.h"
#include "api/job_document.h"
#include "api/source_choices.h"
#include "model/source.h"
#include "support/ids.h"

namespace spearyx::api {
namespace {

/// No index knows most filters, so a page is what they let through of at most so many runs.
constexpr std::int64_t kWalked = 2'000;

#define NEWEST(condition, limit) \
  " FROM sync_history AS h WHERE " condition " h.id < ?1 ORDER BY h.id DESC LIMIT " limit

// {logs, walkedTo}: where the walk ended, if before the page was full and before the history was
// over. The order is that of the walk: to ask for it would walk to the end and sort.
#define RUNS(condition) \
  "SELECT json_object('logs', json_group_array(json_object("                               \
  " 'id', id, 'syncType', sync_type, 'source', source,"                                    \
  " 'company', company, 'trigger', trigger, 'status', status,"                             \
  " 'startedAt', " SPEARYX_ISO_DATE("started_at") ","                                      \
  " 'completedAt', " SPEARYX_ISO_DATE("completed_at") ","                                  \
  " 'stats', iif(json_valid(stats), json(stats), NULL), 'error', error,"                   \
  " 'logs', iif(json_valid(logs), json(logs), NULL))), 'walkedTo',"                        \
  " CASE WHEN count(*) < ?6 THEN (SELECT h.id" NEWEST(condition, "1 OFFSET 1999") ") END"  \
  ") AS text"                                                                              \
  " FROM (SELECT * FROM (SELECT *" NEWEST(condition, "2000") ")"                           \
  " WHERE (?2 IS NULL OR sync_type = ?2) AND (?3 IS NULL OR source = ?3)"                  \
  " AND (?4 IS NULL OR company = ?4) AND (?5 IS NULL OR status = ?5) LIMIT ?6 OFFSET ?7)"

constexpr std::string_view kRuns = RUNS("");
// Along the index of failed runs alone.
constexpr std::string_view kFailedRuns = RUNS("h.status = 'failed' AND ");

constexpr std::string_view kRecentErrors =
    "SELECT count(*) AS number FROM sync_history WHERE status = 'failed' AND id >= ?1";

constexpr std::array<std::string_view, 4> kTypes{"", "ats", "aggregator", "discovery"};
constexpr std::array<std::string_view, 5> kRunStatuses{"", "running", "success", "failed",
                                                       "completed"};

}  // namespace

ApiResult get_logs(Context& context) {
  Parameters& parameters = context.parameters;
  const std::string_view type = parameters.choice("type", kTypes);
  const std::string_view source = parameters.choice("source", kSourceChoices);
  const std::string company = parameters.text("company");
  std::string_view status = parameters.choice("status", kRunStatuses);
  if (status == "completed") status = "success";  // the original's word for it
  const bool is_failed_only = parameters.flag("errors", false) || status == "failed";
  const std::int64_t limit = parameters.number_or("limit", {1, 100}, 20);
  const std::int64_t offset = parameters.number_or("offset", {0, kWalked}, 0);
  const std::string cursor = parameters.text("cursor", 100);
  if (parameters.error()) return std::unexpected(*parameters.error());

  // Ids are of hex digits and '-', so that "g" comes after all of them.
  store::Batch batch;
  const auto runs = batch.ask(store::Query<TextRow>{
      "runs",
      is_failed_only ? kFailedRuns : kRuns,
      {cursor.empty() ? "g" : cursor, text_or_null(type), text_or_null(source),
       text_or_null(company), text_or_null(status), limit + 1, offset}});
  const auto errors = batch.ask(store::Query<NumberRow>{
      "recent errors", kRecentErrors, {time_prefix((context.now - kHour) * 1'000)}});
  BatchReader reader(context, batch);
  const auto listed = reader.first(runs);
  const auto recent = reader.first(errors);
  if (reader.error()) return std::unexpected(*reader.error());
  const Json page = parse_json(listed->text);
  Json logs = member_of(page, "logs");
  const bool is_cut = cut_to(logs, limit);
  const std::string next = is_cut ? text_in(logs.back(), "id") : text_in(page, "walkedTo");
  const std::size_t count = logs.size();
  return Answer{.body = dump(json_object({{"success", true},
                                          {"logs", std::move(logs)},
                                          {"meta",
                                           {{"count", count},
                                            {"recentErrors", recent->number},
                                            {"hasMore", !next.empty()},
                                            {"nextCursor", next.empty() ? Json() : Json(next)},
                                            {"ignoredParams", parameters.ignored()}}}})),
                .max_age_s = 5};
}

}  // namespace spearyx::api
