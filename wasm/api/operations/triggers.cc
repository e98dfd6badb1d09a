#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "api/handlers.h"
#include "api/jobs/document.h"
#include "model/source.h"
#include "store/companies.h"
#include "support/percent.h"

namespace spearyx::api {

namespace {

constexpr std::string_view kCompany =
    "SELECT slug AS text FROM discovered_companies WHERE source = ?1 AND slug = ?2";

// First of what is due; a company that is paused or gone never is.
constexpr std::string_view kQueue =
    "UPDATE discovered_companies SET next_sync_at = -?3"
    " WHERE source = ?1 AND slug = ?2 AND status IN ('active', 'empty') RETURNING slug AS text";

constexpr std::string_view kOnlyBoards = kStaticText<[] {
  return "Only " + listed(kBoardSources, &SourceInfo::name, "", ", ", " and ") +
         " have companies with boards.";
}>;

/// Asks a sync worker through its service binding, a tick for its report.
std::expected<Json, ApiError> ask_worker(Context& context, std::string_view worker,
                                         std::string_view what = "/tick") {
  Request request;
  request.url = std::string("worker://").append(worker).append(what);
  const auto answer = context.host.fetch(request);
  if (!answer) return std::unexpected(to_api_error(context.host, answer.error()));
  Json report = parse_json(answer->body);
  if (answer->status == 200 && report.is_object()) return report;
  if (answer->status == 501) {
    return refuse(503, "worker_not_bound",
                  "The worker " + std::string(worker) + " is not bound to this one.");
  }
  return refuse(502, "worker_failed", "The worker gave no usable answer; its log tells why.");
}

Json runs_of(const Json& report) {
  const Json& runs = member_of(report, "runs");
  return runs.is_array() ? runs : Json::array();
}

std::int64_t total(const Json& runs, std::string_view name) {
  std::int64_t sum = 0;
  for (const Json& run : runs) {
    sum += number_in(member_of(run, "stats"), name);
  }
  return sum;
}

/// The candidates in the runs under this name.
Json slugs_in(const Json& runs, std::string_view name) {
  Json slugs = Json::array();
  for (const Json& run : runs) {
    for (const Json& slug : member_of(run, name)) slugs.push_back(slug);
  }
  return slugs;
}

/// The first failure of the report, "" where all went well.
std::string failure_in(const Json& report) {
  const std::string whole = text_in(report, "error");
  if (!whole.empty()) return whole;
  for (const Json& run : runs_of(report)) {
    const std::string error = text_in(run, "error");
    if (!error.empty()) return error;
  }
  return {};
}

bool is_busy(const Json& report) { return text_in(report, "outcome") == "busy"; }

/// Whether the tick asked no source: the worker is busy or rests, or the source does.
bool has_asked_nobody(const Json& report) {
  const std::string outcome = text_in(report, "outcome");
  return outcome == "busy" || outcome == "idle" || outcome == "resting";
}

/// The answer that tells what a worker is at or why it rests, and whether the request comes next.
ApiResult waiting_answer(const Json& report, bool is_queued) {
  const Json& running = member_of(report, "running");
  const std::string message = is_busy(report) ? "The worker is in the middle of a tick."
                                              : "The worker or the source rests.";
  return Answer{.body = dump(json_object(
                    {{"success", true},
                     {"outcome", text_in(report, "outcome")},
                     {"queued", is_queued},
                     {"message", is_queued ? message + " The company comes first when that is over."
                                           : message},
                     {"running", running.is_array() ? running : Json::array()}})),
                .status = 202};
}

ApiResult refuse_if_failed(const Json& report) {
  if (text_in(report, "outcome") != "failed" || !runs_of(report).empty()) return Answer{};
  const std::string error = text_in(report, "error");
  for (const ErrorCode code : {ErrorCode::kDatabaseBusy, ErrorCode::kQuotaExceeded}) {
    if (error.starts_with(error_id(code))) return std::unexpected(*database_refusal(code));
  }
  return refuse(502, "worker_failed", "The tick failed as a whole; the worker's log tells why.");
}

/// Adds the causes of failures and of rests.
void add_causes(const Json& report, Json& document) {
  const std::string error = failure_in(report);
  const std::string reason = text_in(report, "reason");
  if (!error.empty()) document["error"] = error;
  if (!reason.empty()) document["reason"] = reason;
}

/// The receipt in the original's fields, and the report itself.
ApiResult job_receipt(const Json& report) {
  if (auto refusal = refuse_if_failed(report); !refusal) return refusal;
  const Json runs = runs_of(report);
  Json document = json_object({
      {"success", failure_in(report).empty()},
      {"jobsAdded", total(runs, "jobsAdded")},
      {"jobsUpdated", total(runs, "jobsUpdated")},
      {"jobsDeleted", total(runs, "jobsDeleted")},
      {"duration", total(runs, "duration")},
      {"outcome", text_in(report, "outcome")},
      {"runs", runs},
  });
  for (const std::string_view name : {"source", "company"}) {
    const std::string text = runs.empty() ? "" : text_in(runs.front(), name);
    if (!text.empty()) document[std::string(name)] = text;
  }
  add_causes(report, document);
  return Answer{.body = dump(document)};
}

/// Refuses a request about a company that has no board here.
ApiResult refuse_unknown(Context& context, const std::string& source, const std::string& slug) {
  if (!std::ranges::contains(kBoardSources, source, &SourceInfo::name)) {
    return refuse(404, "not_found", std::string(kOnlyBoards));
  }
  const auto known = ask(context, store::Query<TextRow>{"known company", kCompany, {source, slug}});
  if (!known) return std::unexpected(known.error());
  if (known->empty()) return refuse(404, "not_found", "There is no such company.");
  return Answer{};
}

/// Asks the ATS worker for something of one company.
std::expected<Json, ApiError> ask_ats(Context& context, std::string_view what,
                                      const std::string& source, const std::string& slug) {
  return ask_worker(
      context, "ats",
      std::string(what) + "?source=" + encode_percent(source) + "&slug=" + encode_percent(slug));
}

ApiResult sync_jobs(Context& context, std::string_view worker) {
  const auto report = ask_worker(context, worker);
  if (!report) return std::unexpected(report.error());
  return is_busy(*report) ? waiting_answer(*report, false) : job_receipt(*report);
}

}  // namespace

ApiResult post_sync_ats(Context& context) { return sync_jobs(context, "ats"); }

ApiResult post_sync_aggregator(Context& context) { return sync_jobs(context, "aggregator"); }

ApiResult post_sync_discovery(Context& context) {
  const auto report = ask_worker(context, "discovery");
  if (!report) return std::unexpected(report.error());
  if (is_busy(*report)) return waiting_answer(*report, false);
  if (auto refusal = refuse_if_failed(*report); !refusal) return refusal;
  const Json runs = runs_of(*report);
  Json document = json_object({{"success", failure_in(*report).empty()},
                               {"companiesChecked", total(runs, "companiesChecked")},
                               {"companiesAdded", total(runs, "companiesAdded")},
                               {"discovered", slugs_in(runs, "discovered")},
                               {"notFound", slugs_in(runs, "notFound")},
                               {"duration", total(runs, "duration")},
                               {"outcome", text_in(*report, "outcome")},
                               {"runs", runs}});
  add_causes(*report, document);
  return Answer{.body = dump(document)};
}

ApiResult post_company_sync(Context& context) {
  const std::string& source = context.captures[0];
  const std::string& slug = context.captures[1];
  if (auto refusal = refuse_unknown(context, source, slug); !refusal) return refusal;
  const auto report = ask_ats(context, "/tick", source, slug);
  if (!report) return std::unexpected(report.error());
  if (!has_asked_nobody(*report)) return job_receipt(*report);
  store::Batch batch;
  const auto place =
      batch.ask(store::Query<TextRow>{"queued company", kQueue, {source, slug, context.now}});
  batch.add(store::ask_next(source));
  BatchReader reader(context, batch);
  const bool is_queued = !reader.rows(place).empty();
  if (reader.error()) return std::unexpected(*reader.error());
  return waiting_answer(*report, is_queued);
}

ApiResult post_company_payload(Context& context) {
  const std::string& source = context.captures[0];
  const std::string& slug = context.captures[1];
  if (auto refusal = refuse_unknown(context, source, slug); !refusal) return refusal;
  const auto report = ask_ats(context, "/payload", source, slug);
  if (!report) return std::unexpected(report.error());
  const std::string error = text_in(*report, "error");
  if (!error.empty()) return refuse(502, error.substr(0, error.find(':')), error);
  return Answer{.body = text_in(*report, "payload"), .content_type = "application/octet-stream"};
}

}  // namespace spearyx::api
