#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "api/handlers.h"
#include "api/job_document.h"
#include "model/source.h"
#include "support/ids.h"

namespace spearyx::api {

/// How many open postings a category has, where it has any.
struct CategoryRow {
  std::int64_t category_id = 0;
  std::int64_t jobs = 0;
};

/// The last runs of one worker on one source.
struct LastRunRow {
  std::string worker;
  std::optional<std::string> source;
  std::int64_t open_jobs = 0;
  std::optional<std::int64_t> started_at;
  std::optional<std::int64_t> completed_at;
  std::optional<std::string> status;
  std::optional<std::string> error;
  std::int64_t added = 0;
  std::optional<std::int64_t> last_success;
  std::optional<std::int64_t> failed_at;
  std::optional<std::string> last_error;
  /// Of the source: when its next request may leave, and until when it rests.
  std::optional<std::int64_t> next_slot_ms;
  std::optional<std::int64_t> cooldown_until;
};

namespace {

constexpr std::string_view kJobsByCategory =
    "SELECT category_id, sum(postings) AS jobs FROM shown_counts GROUP BY category_id";

// ?1 the first day shown; ?2 the id from which runs count. Traffic is that of the last 300 runs;
// the spacing is that of a source's requests within a tick, from its first run's start to its last
// one's end, in milliseconds.
constexpr std::string_view kTotals = kStaticText<[] {
  return with_board_sources(R"sql(
SELECT json_object(
  'companies', (SELECT coalesce(sum(companies), 0) FROM company_counts
    WHERE status IN ('active', 'empty')),
  'pending', coalesce((SELECT candidates FROM candidate_counts WHERE status = 'pending'), 0),
  'companyDueAt', coalesce((SELECT min(due_at) FROM (SELECT (
      SELECT min(next_sync_at) FROM discovered_companies AS d
      WHERE d.source = s.value AND status IN ('active', 'empty')) AS due_at
    FROM json_each('BOARD_SOURCES') AS s)), 1 << 40),
  'candidateDueAt', coalesce((SELECT min(next_check_at) FROM potential_companies
    WHERE status IN ('pending', 'not_found')), 1 << 40),
  'days', (SELECT json_group_array(json_object('date', date(day * 86400, 'unixepoch'), 'source', source,
    'added', added, 'closed', closed)) FROM job_days WHERE day >= ?1),
  'traffic', (SELECT json_group_object(source, json_object('requests', requests, 'notModified', unchanged,
      'spacing', spacing))
   FROM (SELECT source, sum(requests) AS requests, sum(unchanged) AS unchanged,
       1000 * sum(span) FILTER (WHERE requests > 1) / sum(max(0, requests - 1)) AS spacing
     FROM (SELECT source, sum(coalesce(stats ->> '$.requests', 0)) AS requests,
         sum(coalesce(stats ->> '$.notModified', 0)) AS unchanged,
         max(completed_at) - min(started_at) AS span
       FROM (SELECT id, source, started_at, completed_at,
           iif(json_valid(stats), stats, '{}') AS stats
         FROM sync_history WHERE id >= ?2 ORDER BY id DESC LIMIT 300)
       WHERE source IS NOT NULL AND completed_at IS NOT NULL
       GROUP BY source, substr(id, 1, instr(id, '-')))
     GROUP BY source))) AS text
)sql");
}>;

#define LAST_RUN(condition)                              \
  "(SELECT h.id FROM sync_history AS h WHERE " condition \
  " AND h.sync_type = p.worker AND h.source IS p.source" \
  " ORDER BY h.id DESC LIMIT 1)"

/// "('ats', 'greenhouse'), …": which worker asks which source.
constexpr std::string_view kWorkersOfSources = kStaticText<[] {
  std::string pairs;
  for (const SourceInfo& row : kSources) {
    pairs.append(row.has_boards() ? "('ats', '" : "('aggregator', '")
        .append(row.name)
        .append("'), ");
  }
  return pairs;
}>;

constexpr std::string_view kLastRuns = kStaticText<[] {
  return replaced(
    "WITH pairs (worker, source) AS (VALUES WORKERS_OF_SOURCES ('discovery', NULL)),"
    " successes AS (SELECT worker, key AS name, value AS last_success"
    "   FROM batch_state, json_each(successes))"
    " SELECT p.worker, p.source,"
    " coalesce(o.postings, 0) AS open_jobs,"
    // Where no run was seen there may have been a success before.
    " coalesce(l.started_at, b.last_success) AS started_at,"
    " coalesce(l.completed_at, iif(l.id IS NULL, b.last_success, NULL)) AS completed_at,"
    " coalesce(l.status, iif(b.last_success IS NULL, NULL, 'success')) AS status, l.error,"
    " coalesce(iif(json_valid(l.stats), l.stats ->> '$.added', 0), 0) AS added,"
    " b.last_success, f.completed_at AS failed_at, f.error AS last_error,"
    " st.next_slot_ms, st.cooldown_until"
    " FROM pairs AS p LEFT JOIN source_state AS st ON st.source = p.source"
    " LEFT JOIN (SELECT source, sum(postings) AS postings FROM shown_counts GROUP BY source) AS o"
    "   ON o.source = p.source"
    " LEFT JOIN successes AS b ON b.worker = p.worker AND b.name = coalesce(p.source, p.worker)"
    " LEFT JOIN sync_history AS f ON f.id = " LAST_RUN("h.status = 'failed' AND h.id >= ?1")
    " LEFT JOIN sync_history AS l ON l.id = coalesce(" LAST_RUN("h.id >= ?2") ","
    "   iif(f.completed_at > coalesce(b.last_success, 0), f.id, NULL))",
    "WORKERS_OF_SOURCES ", kWorkersOfSources);
}>;

/// For so long failures are looked for and traffic is counted, and for so long runs of any outcome.
/// What is older is told by `batch_state.successes`; it bounds what a look for a source without a
/// run reads.
constexpr UnixSeconds kFailuresSeen = 3 * kDay;
constexpr UnixSeconds kRunsSeen = 2 * kHour;

/// What the overview says of a worker; the crons are those of its wrangler.*.toml.
struct WorkerInfo {
  std::string_view id;
  std::string_view name;
  std::string_view icon;
  std::string_view schedule;
  std::int64_t period_s;
};

constexpr auto kWorkers = std::to_array<WorkerInfo>({
    {"ats", "ATS sync", "building", "1-59/2 * * * *", 2 * kMinute},
    {"aggregator", "Aggregator sync", "globe", "*/2 * * * *", 2 * kMinute},
    {"discovery", "Company discovery", "search", "*/6 * * * *", 6 * kMinute},
});

/// The original's words: running, completed, failed, never.
std::string status_of(const LastRunRow& run) {
  if (!run.status) return "never";
  return *run.status == "success" ? "completed" : *run.status;
}

using Runs = std::vector<LastRunRow>;

/// The last success and the last failure of some runs.
struct Outcomes {
  std::optional<std::int64_t> success_at;
  std::optional<std::int64_t> failure_at;
  std::optional<std::string> failure;
};

Outcomes outcomes_of(std::span<const LastRunRow> runs) {
  Outcomes outcomes;
  for (const LastRunRow& run : runs) {
    outcomes.success_at = std::max(outcomes.success_at, run.last_success);
    if (!run.failed_at || outcomes.failure_at > run.failed_at) continue;
    outcomes.failure_at = run.failed_at;
    outcomes.failure = run.last_error;
  }
  return outcomes;
}

UnixSeconds last_sign(const LastRunRow& run) {
  return run.completed_at.value_or(run.started_at.value_or(0));
}

Json date_or_null(UnixSeconds time) { return time == 0 ? Json() : iso_date(time); }

Json share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? Json() : Json(static_cast<double>(part) / static_cast<double>(whole));
}

/// What became of a source of late, and how it was asked. A share and a spacing are null where
/// nothing tells them.
Json source_status(const LastRunRow& run, const SourceInfo& source, const Json& traffic,
                   UnixSeconds now) {
  const Outcomes outcomes = outcomes_of({&run, 1});
  const Json& counts = member_of(traffic, source.name);
  const std::int64_t requests = number_in(counts, "requests");
  const std::int64_t spacing = number_in(counts, "spacing");
  const UnixSeconds rests_until = run.cooldown_until.value_or(0);
  Json document = json_object({
      {"lastSync", date_or_null(last_sign(run))},
      {"status", status_of(run)},
      {"jobsAdded", run.added},
      {"lastSuccess", iso_date(outcomes.success_at)},
      {"lastError", outcomes.failure},
      {"lastErrorAt", iso_date(outcomes.failure_at)},
      {"requestSpacingMs", source.spacing_ms},
      {"measuredSpacingMs", spacing > 0 ? Json(spacing) : Json()},
      {"recentRequests", requests},
      {"notModifiedShare", share(number_in(counts, "notModified"), requests)},
      {"nextSlotAt", date_or_null(run.next_slot_ms.value_or(0) / 1'000)},
      {"restsUntil", date_or_null(rests_until > now ? rests_until : 0)},
  });
  if (run.status == "failed") document["error"] = run.error.value_or("");
  return document;
}

Runs runs_of(const WorkerInfo& worker, const Runs& all) {
  Runs runs = all;
  std::erase_if(runs, [&](const LastRunRow& run) { return run.worker != worker.id; });
  return runs;
}

/// running if any run is, failed if all failed, completed if any did, else never.
std::string joint_status(const Runs& runs) {
  const auto is = [](std::string_view status) {
    return [status](const LastRunRow& run) { return status_of(run) == status; };
  };
  if (std::ranges::any_of(runs, is("running"))) return "running";
  if (std::ranges::all_of(runs, is("failed"))) return "failed";
  if (std::ranges::any_of(runs, is("completed"))) return "completed";
  return std::ranges::any_of(runs, is("failed")) ? "failed" : "never";
}

/// Against the schedule. A worker without anything due has no reason to run and is on time.
std::string_view timeliness(const WorkerInfo& worker, const LastRunRow& last, UnixSeconds due_at,
                            UnixSeconds now) {
  const UnixSeconds patience = 3 * worker.period_s;
  if (!last.started_at) return "never";
  const bool is_late = now - *last.started_at > patience && now - due_at > patience;
  if (is_late) return "late";
  return last.status == "failed" ? "failing" : "on_time";
}

Json worker_status(const WorkerInfo& worker, const Runs& all, const Json& totals, UnixSeconds now) {
  const Runs runs = runs_of(worker, all);
  const LastRunRow& last = *std::ranges::max_element(
      runs, {}, [](const LastRunRow& run) { return run.started_at.value_or(0); });
  const UnixSeconds due_at = worker.id == "ats"         ? number_in(totals, "companyDueAt")
                             : worker.id == "discovery" ? number_in(totals, "candidateDueAt")
                                                        : 0;
  Json sources = Json::array();
  for (const LastRunRow& run : runs) {
    if (run.source) sources.push_back(*run.source);
  }
  const Outcomes outcomes = outcomes_of(runs);
  Json document = json_object({
      {"name", worker.name},
      {"icon", worker.icon},
      {"sources", std::move(sources)},
      {"schedule", worker.schedule},
      {"lastSync", date_or_null(last_sign(last))},
      {"status", joint_status(runs)},
      {"timeliness", timeliness(worker, last, due_at, now)},
      {"lastSuccess", iso_date(outcomes.success_at)},
      {"lastError", outcomes.failure},
      {"lastErrorAt", iso_date(outcomes.failure_at)},
  });
  if (last.status == "failed") document["error"] = last.error.value_or("");
  return document;
}

}  // namespace

ApiResult get_categories(Context& context) {
  const auto counts =
      ask(context, store::Query<CategoryRow>{"jobs by category", kJobsByCategory, {}});
  if (!counts) return std::unexpected(counts.error());
  Json categories = Json::array();
  for (const normalize::Category& category : normalize::kCategories) {
    const auto counted = std::ranges::find(*counts, category.id, &CategoryRow::category_id);
    Json document = to_document(category);
    document["jobCount"] = counted == counts->end() ? 0 : counted->jobs;
    categories.push_back(std::move(document));
  }
  return Answer{.body = dump(json_object({{"success", true}, {"data", std::move(categories)}})),
                .max_age_s = 60};
}

ApiResult get_stats(Context& context) {
  const auto since = [&](UnixSeconds seen) { return time_prefix((context.now - seen) * 1'000); };
  store::Batch batch;
  const auto totals_place = batch.ask(
      store::Query<TextRow>{"totals", kTotals, {context.now / kDay - 29, since(kFailuresSeen)}});
  const auto runs_place = batch.ask(
      store::Query<LastRunRow>{"last runs", kLastRuns, {since(kFailuresSeen), since(kRunsSeen)}});
  BatchReader reader(context, batch);
  const auto row = reader.first(totals_place);
  const auto runs = reader.rows(runs_place);
  if (reader.error()) return std::unexpected(*reader.error());

  const Json totals = parse_json(row->text);
  Json jobs = Json::object();
  Json sources = Json::object();
  std::optional<std::int64_t> last_sync;
  std::int64_t total_jobs = 0;
  for (const LastRunRow& run : runs) {
    last_sync = std::max(last_sync, run.completed_at);
    const auto source = source_named(run.source.value_or(""));
    if (!source) continue;
    jobs[*run.source] = run.open_jobs;
    total_jobs += run.open_jobs;
    sources[*run.source] =
        source_status(run, info(*source), member_of(totals, "traffic"), context.now);
  }
  Json workers = Json::object();
  for (const WorkerInfo& worker : kWorkers) {
    workers[std::string(worker.id)] = worker_status(worker, runs, totals, context.now);
  }
  return Answer{
      .body = dump(json_object({{"success", true},
                                {"stats",
                                 {{"totalJobs", total_jobs},
                                  {"totalDiscoveredCompanies", number_in(totals, "companies")},
                                  {"pendingCompanies", number_in(totals, "pending")},
                                  {"jobsBySource", std::move(jobs)},
                                  {"lastSyncAt", iso_date(last_sync)},
                                  {"sourceSyncStatus", std::move(sources)},
                                  {"workerStatus", std::move(workers)},
                                  {"days", member_of(totals, "days")}}}})),
      .max_age_s = 10};
}

}  // namespace spearyx::api
