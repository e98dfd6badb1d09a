#include <algorithm>
#include <array>
#include <optional>

#include "api/handlers.h"
#include "api/job_document.h"
#include "model/source.h"
#include "support/ids.h"

namespace spearyx::api {

/// A row of `sync_history`.
struct RunRow {
  std::string id;
  std::string sync_type;
  std::optional<std::string> source;
  std::optional<std::string> company;
  std::string trigger;
  std::string status;
  std::int64_t started_at = 0;
  std::optional<std::int64_t> completed_at;
  std::string stats;
  std::string logs;
  std::optional<std::string> error;
};

struct RecentErrorsRow {
  std::int64_t errors = 0;
};

namespace {

#define RUNS(condition)                                                               \
  "SELECT id, sync_type, source, company, trigger, status, started_at, completed_at," \
  " stats, logs, error FROM sync_history AS h WHERE " condition                       \
  " h.id < ?1 AND (?2 IS NULL OR h.sync_type = ?2) AND (?3 IS NULL OR h.source = ?3)" \
  " AND (?4 IS NULL OR h.company = ?4) AND (?5 IS NULL OR h.status = ?5)"             \
  " ORDER BY h.id DESC LIMIT ?6 OFFSET ?7"

constexpr std::string_view kRuns = RUNS("");
// Along the index of failed runs alone.
constexpr std::string_view kFailedRuns = RUNS("h.status = 'failed' AND ");

constexpr std::string_view kRecentErrors =
    "SELECT count(*) AS errors FROM sync_history WHERE status = 'failed' AND id >= ?1";

constexpr std::array<std::string_view, 4> kTypes{"", "ats", "aggregator", "discovery"};
constexpr std::array<std::string_view, 5> kStatuses{"", "running", "success", "failed",
                                                    "completed"};
constexpr std::array<std::string_view, 5> kSources{"", "greenhouse", "lever", "remoteok",
                                                   "himalayas"};

Bind text_or_null(std::string_view text) { return text.empty() ? Bind() : Bind(std::string(text)); }

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json to_document(const RunRow& run) {
  return {{"id", run.id},
          {"syncType", run.sync_type},
          {"source", or_null(run.source)},
          {"company", or_null(run.company)},
          {"trigger", run.trigger},
          {"status", run.status},
          {"startedAt", iso_date(run.started_at)},
          {"completedAt", iso_date(run.completed_at)},
          {"stats", parse_json(run.stats)},
          {"error", or_null(run.error)},
          {"logs", parse_json(run.logs)}};
}

}  // namespace

ApiResult get_logs(Context& context) {
  Parameters& parameters = context.parameters;
  const std::string_view type = parameters.choice("type", kTypes);
  const std::string_view source = parameters.choice("source", kSources);
  const std::string company = parameters.text("company");
  std::string_view status = parameters.choice("status", kStatuses);
  if (status == "completed") status = "success";  // the original's word for it
  const bool is_failed_only = parameters.flag("errors", false) || status == "failed";
  const std::int64_t limit = parameters.number_or("limit", {1, 100}, 20);
  const std::int64_t offset = parameters.number_or("offset", {0, 10'000}, 0);
  const std::string cursor = parameters.text("cursor", 100);
  if (parameters.error()) return std::unexpected(*parameters.error());

  // Ids are of hex digits and '-', so that "g" comes after all of them.
  const std::array batch{
      Statement{is_failed_only ? kFailedRuns : kRuns,
                {cursor.empty() ? "g" : cursor, text_or_null(type), text_or_null(source),
                 text_or_null(company), text_or_null(status), limit + 1, offset}},
      Statement{kRecentErrors, {time_prefix((context.now - kHour) * 1'000)}}};
  Query query(context, batch);
  auto runs = query.rows<RunRow>(0);
  const auto recent = query.first<RecentErrorsRow>(1);
  if (query.error()) return std::unexpected(*query.error());
  const bool has_more = std::cmp_greater(runs.size(), limit);
  if (has_more) runs.pop_back();
  Json logs = Json::array();
  for (const RunRow& run : runs) logs.push_back(to_document(run));
  return Answer{.body = dump({{"success", true},
                              {"logs", std::move(logs)},
                              {"meta",
                               {{"count", runs.size()},
                                {"recentErrors", recent->errors},
                                {"hasMore", has_more},
                                {"nextCursor", has_more ? Json(runs.back().id) : Json()},
                                {"ignoredParams", parameters.ignored()}}}}),
                .max_age_s = 5};
}

}  // namespace spearyx::api
