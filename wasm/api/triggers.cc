#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "api/handlers.h"
#include "api/job_document.h"
#include "api/url_text.h"
#include "model/source.h"

namespace spearyx::api {

namespace {

constexpr std::string_view kCompany =
    "SELECT slug AS text FROM discovered_companies WHERE source = ?1 AND slug = ?2";

constexpr std::string_view kOnlyBoards = kStaticText<[] {
  return "Only " + listed(kBoardSources, &SourceInfo::name, "", ", ", " and ") +
         " have companies with boards.";
}>;

/// A tick of a sync worker, asked for through its service binding: the tick's report.
std::expected<Json, ApiError> tick(Context& context, std::string_view worker,
                                   std::string_view query = {}) {
  Request request;
  request.url = std::string("worker://").append(worker).append("/tick").append(query);
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

ApiResult refuse_unless_worked(const Json& report) {
  const std::string outcome = text_in(report, "outcome");
  if (outcome == "busy") {
    return refuse(409, "busy", "The worker is in the middle of a run; please try again later.");
  }
  if (outcome == "failed" && runs_of(report).empty()) {
    return refuse(502, "worker_failed", "The tick failed as a whole; the worker's log tells why.");
  }
  return Answer{};
}

/// The receipt in the original's fields, and the report itself.
ApiResult job_receipt(const Json& report) {
  if (auto refusal = refuse_unless_worked(report); !refusal) return refusal;
  const Json runs = runs_of(report);
  const std::string error = failure_in(report);
  Json document = json_object({
      {"success", error.empty()},
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
  if (!error.empty()) document["error"] = error;
  return Answer{.body = dump(document)};
}

ApiResult sync_jobs(Context& context, std::string_view worker, std::string_view query = {}) {
  const auto report = tick(context, worker, query);
  if (!report) return std::unexpected(report.error());
  return job_receipt(*report);
}

}  // namespace

ApiResult post_sync_ats(Context& context) { return sync_jobs(context, "ats"); }

ApiResult post_sync_aggregator(Context& context) { return sync_jobs(context, "aggregator"); }

ApiResult post_sync_discovery(Context& context) {
  const auto report = tick(context, "discovery");
  if (!report) return std::unexpected(report.error());
  if (auto refusal = refuse_unless_worked(*report); !refusal) return refusal;
  const Json runs = runs_of(*report);
  const std::string error = failure_in(*report);
  Json document = json_object({{"success", error.empty()},
                               {"companiesChecked", total(runs, "companiesChecked")},
                               {"companiesAdded", total(runs, "companiesAdded")},
                               {"discovered", Json::array()},
                               {"notFound", Json::array()},
                               {"duration", total(runs, "duration")},
                               {"outcome", text_in(*report, "outcome")},
                               {"runs", runs}});
  for (const Json& run : runs) {
    for (const std::string_view name : {"discovered", "notFound"}) {
      const Json& slugs = member_of(run, name);
      if (slugs.is_array()) document[std::string(name)] = slugs;
    }
  }
  if (!error.empty()) document["error"] = error;
  return Answer{.body = dump(document)};
}

ApiResult post_company_sync(Context& context) {
  const std::string& source = context.captures[0];
  const std::string& slug = context.captures[1];
  if (!std::ranges::contains(kBoardSources, source, &SourceInfo::name)) {
    return refuse(404, "not_found", std::string(kOnlyBoards));
  }
  Query query(context, std::array{Statement{kCompany, {source, slug}}});
  const auto company = query.first<TextRow>(0);
  if (query.error()) return std::unexpected(*query.error());
  if (!company) return refuse(404, "not_found", "There is no such company.");
  return sync_jobs(context, "ats",
                   "?source=" + encode_component(source) + "&slug=" + encode_component(slug));
}

}  // namespace spearyx::api
