#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "api/handlers.h"
#include "api/jobs/document.h"
#include "api/operations/health_document.h"
#include "model/source.h"
#include "normalize/text/dates.h"
#include "store/standings.h"
#include "support/ids.h"

namespace spearyx::api {

struct TotalsRow {
  std::int64_t companies = 0;
  std::int64_t pending = 0;
};

/// The number of open postings of a source; no row where it has none.
struct SourceJobsRow {
  std::string source;
  std::int64_t jobs = 0;
};

/// The postings that came and went at a source on a day.
struct DayRow {
  std::int64_t day = 0;
  std::string source;
  std::int64_t added = 0;
  std::int64_t closed = 0;
};

/// The recent requests to a source: their distance within a tick, from its first run's start to its
/// last one's end, where any tick had more than one.
struct TrafficRow {
  std::string source;
  std::int64_t requests = 0;
  std::int64_t not_modified = 0;
  std::optional<std::int64_t> spacing_ms;
};

namespace {

constexpr std::string_view kTotals = R"sql(
SELECT (SELECT coalesce(sum(companies), 0) FROM company_counts WHERE status IN ('active', 'empty'))
    AS companies,
  coalesce((SELECT candidates FROM candidate_counts WHERE status = 'pending'), 0) AS pending
)sql";

constexpr std::string_view kJobsBySource =
    "SELECT source, sum(postings) AS jobs FROM shown_counts GROUP BY source";

constexpr std::string_view kDayCounts =
    "SELECT day, source, added, closed FROM job_days WHERE day >= ?1 ORDER BY day, source";

constexpr std::string_view kTraffic = R"sql(
SELECT source, sum(requests) AS requests, sum(unchanged) AS not_modified,
  1000 * sum(span) FILTER (WHERE requests > 1) / sum(max(0, requests - 1)) AS spacing_ms
FROM (SELECT source, sum(coalesce(stats ->> '$.requests', 0)) AS requests,
    sum(coalesce(stats ->> '$.notModified', 0)) AS unchanged,
    max(completed_at) - min(started_at) AS span
  FROM (SELECT id, source, started_at, completed_at, iif(json_valid(stats), stats, '{}') AS stats
    FROM sync_history WHERE id >= ?1 ORDER BY id DESC LIMIT 100)
  WHERE source IS NOT NULL AND completed_at IS NOT NULL
  GROUP BY source, substr(id, 1, instr(id, '-')))
GROUP BY source
)sql";

constexpr std::int64_t kDaysShown = 30;
/// The age of the oldest run that counts as traffic, which is that of the last hundred runs.
constexpr UnixSeconds kTrafficSeen = 3 * kDay;

Json share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? Json() : Json(static_cast<double>(part) / static_cast<double>(whole));
}

Json later_than(UnixSeconds time, UnixSeconds bound) {
  return time > bound ? iso_date(time) : Json();
}

/// The original's word for the state of a source: that of its boards, however its last run ended.
std::string_view status_of(const Standing& standing) {
  switch (schedule::source_health(standing)) {
    case schedule::SourceHealth::kNew:
      return "never";
    case schedule::SourceHealth::kFailing:
      return "failed";
    case schedule::SourceHealth::kHealthy:
    case schedule::SourceHealth::kDegraded:
      return "completed";
  }
  return {};
}

/// The state of several: completed if one is, failed if none is and one has, else never.
std::string_view joint_status(std::span<const Standing> standings) {
  const auto any_is = [&](std::string_view status) {
    return std::ranges::contains(standings, status, status_of);
  };
  if (any_is("completed")) return "completed";
  return any_is("failed") ? "failed" : "never";
}

/// The document of a source; a share and a spacing are null where nothing tells them.
Json source_status(const Standing& standing, const SourceInfo& source, const TrafficRow& traffic,
                   UnixSeconds now) {
  const std::string_view status = status_of(standing);
  Json document = json_object({
      {"lastSync", iso_date(schedule::last_run_at(standing))},
      {"status", status},
      {"health", name_of(schedule::source_health(standing))},
      {"isRunning", standing.is_running != 0},
      {"boards", boards_document(standing)},
      {"jobsAdded", standing.added},
      {"lastSuccess", iso_date(standing.success_at)},
      {"lastError", standing.error},
      {"lastErrorAt", iso_date(standing.failure_at)},
      {"requestSpacingMs", source.spacing_ms},
      {"measuredSpacingMs", traffic.spacing_ms},
      {"recentRequests", traffic.requests},
      {"notModifiedShare", share(traffic.not_modified, traffic.requests)},
      {"nextSlotAt", later_than(to_seconds(standing.next_slot_ms), 0)},
      {"restsUntil", later_than(standing.rests_until, now)},
  });
  if (status == "failed") document["error"] = standing.error.value_or("");
  return document;
}

/// The last ends of runs of some sources together.
struct LastRuns {
  std::optional<UnixSeconds> run_at;
  std::optional<UnixSeconds> success_at;
  std::optional<UnixSeconds> failure_at;
  std::optional<std::string> error;
  bool is_running = false;
};

LastRuns last_runs_of(std::span<const Standing> standings) {
  LastRuns last;
  for (const Standing& standing : standings) {
    last.run_at = std::max(last.run_at, schedule::last_run_at(standing));
    last.success_at = std::max(last.success_at, standing.success_at);
    last.is_running = last.is_running || standing.is_running != 0;
    if (standing.failure_at <= last.failure_at) continue;
    last.failure_at = standing.failure_at;
    last.error = standing.error;
  }
  return last;
}

Json worker_status(const schedule::WorkerInfo& worker, const std::vector<Standing>& all,
                   UnixSeconds now) {
  std::vector<Standing> own = all;
  std::erase_if(own, [&](const Standing& standing) { return standing.worker != worker.id; });
  Json sources = Json::array();
  for (const Standing& standing : own) {
    if (!standing.source.empty()) sources.push_back(standing.source);
  }
  const LastRuns last = last_runs_of(own);
  const std::string_view status = joint_status(own);
  Json document = json_object({
      {"name", worker.name},
      {"icon", worker.icon},
      {"sources", std::move(sources)},
      {"schedule", worker.schedule},
      {"lastSync", iso_date(last.run_at)},
      {"status", status},
      {"isRunning", last.is_running},
      {"timeliness", name_of(schedule::worker_health(worker, own, now))},
      {"lastSuccess", iso_date(last.success_at)},
      {"lastError", last.error},
      {"lastErrorAt", iso_date(last.failure_at)},
  });
  if (status == "failed") document["error"] = last.error.value_or("");
  return document;
}

Json days_document(std::span<const DayRow> rows) {
  Json days = Json::array();
  for (const DayRow& row : rows) {
    days.push_back(json_object({{"date", normalize::iso8601(row.day * kDay).substr(0, 10)},
                                {"source", row.source},
                                {"added", row.added},
                                {"closed", row.closed}}));
  }
  return days;
}

/// The row of a source, or an empty one.
template <typename Row>
Row row_of(const std::vector<Row>& rows, std::string_view source) {
  const auto row = std::ranges::find(rows, source, &Row::source);
  return row == rows.end() ? Row() : *row;
}

/// The rows from which the overview is made.
struct Overview {
  TotalsRow totals;
  std::vector<SourceJobsRow> jobs;
  std::vector<DayRow> days;
  std::vector<TrafficRow> traffic;
  std::vector<Standing> standings;
};

std::expected<Overview, ApiError> read_overview(Context& context) {
  const std::string traffic_since = time_prefix((context.now - kTrafficSeen) * 1'000);
  store::Batch batch;
  const auto totals = batch.ask(store::Query<TotalsRow>{"totals", kTotals, {}});
  const auto jobs = batch.ask(store::Query<SourceJobsRow>{"jobs by source", kJobsBySource, {}});
  const auto days =
      batch.ask(store::Query<DayRow>{"days", kDayCounts, {context.now / kDay - kDaysShown + 1}});
  const auto traffic = batch.ask(store::Query<TrafficRow>{"traffic", kTraffic, {traffic_since}});
  const auto standings = batch.ask(store::standings(context.now));
  BatchReader reader(context, batch);
  Overview overview{.totals = reader.first(totals).value_or(TotalsRow()),
                    .jobs = reader.rows(jobs),
                    .days = reader.rows(days),
                    .traffic = reader.rows(traffic),
                    .standings = reader.rows(standings)};
  if (reader.error()) return std::unexpected(*reader.error());
  return overview;
}

}  // namespace

ApiResult get_stats(Context& context) {
  const auto overview = read_overview(context);
  if (!overview) return std::unexpected(overview.error());
  Json jobs = Json::object();
  Json sources = Json::object();
  std::int64_t total_jobs = 0;
  for (const Standing& standing : overview->standings) {
    const auto source = source_named(standing.source);
    if (!source) continue;
    const std::int64_t own_jobs = row_of(overview->jobs, standing.source).jobs;
    jobs[standing.source] = own_jobs;
    total_jobs += own_jobs;
    sources[standing.source] = source_status(
        standing, info(*source), row_of(overview->traffic, standing.source), context.now);
  }
  Json workers = Json::object();
  for (const schedule::WorkerInfo& worker : schedule::kWorkers) {
    workers[std::string(worker.id)] = worker_status(worker, overview->standings, context.now);
  }
  return Answer{
      .body =
          dump(json_object({{"success", true},
                            {"stats",
                             {{"totalJobs", total_jobs},
                              {"totalDiscoveredCompanies", overview->totals.companies},
                              {"pendingCompanies", overview->totals.pending},
                              {"jobsBySource", std::move(jobs)},
                              {"lastSyncAt", iso_date(last_runs_of(overview->standings).run_at)},
                              {"sourceSyncStatus", std::move(sources)},
                              {"workerStatus", std::move(workers)},
                              {"days", days_document(overview->days)}}}})),
      .max_age_s = 10};
}

}  // namespace spearyx::api
