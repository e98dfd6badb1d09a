#include <span>
#include <string>
#include <utility>
#include <vector>

#include "api/handlers.h"
#include "api/operations/health_document.h"
#include "store/standings.h"

namespace spearyx::api {
namespace {

Json workers_document(std::span<const Standing> standings, UnixSeconds now) {
  Json workers = Json::object();
  for (const schedule::WorkerInfo& worker : schedule::kWorkers) {
    workers[std::string(worker.id)] = name_of(schedule::worker_health(worker, standings, now));
  }
  return workers;
}

Json sources_document(std::span<const Standing> standings) {
  Json sources = Json::object();
  for (const Standing& standing : standings) {
    if (standing.source.empty()) continue;
    sources[standing.source] = json_object({{"health", name_of(schedule::source_health(standing))},
                                            {"isRunning", standing.is_running != 0},
                                            {"boards", boards_document(standing)}});
  }
  return sources;
}

Answer well(Json workers, Json sources) {
  return {.body = dump(json_object({{"success", true},
                                    {"data",
                                     {{"status", "ok"},
                                      {"workers", std::move(workers)},
                                      {"sources", std::move(sources)}}}}))};
}

/// The answer where something is wrong: the complaints, and the state of the rest, where that is
/// known.
Answer unwell(const std::vector<schedule::Complaint>& complaints, Json workers, Json sources) {
  Json reasons = Json::array();
  std::string message;
  for (const schedule::Complaint& complaint : complaints) {
    const bool is_of_worker = !complaint.worker.empty();
    reasons.push_back(json_object({{"code", complaint.code},
                                   {"worker", is_of_worker ? Json(complaint.worker) : Json()},
                                   {"message", complaint.message}}));
    message.append(message.empty() ? "" : " ").append(complaint.message);
  }
  return {.body = dump(json_object({{"success", false},
                                    {"error", {{"code", "unhealthy"}, {"message", message}}},
                                    {"reasons", std::move(reasons)},
                                    {"workers", std::move(workers)},
                                    {"sources", std::move(sources)}})),
          .status = 503,
          .headers = {{"retry-after", "30"}}};
}

}  // namespace

// Never kept, and no error where the database refuses: that is an answer.
ApiResult get_health(Context& context) {
  const auto standings = ask(context, store::standings(context.now));
  if (!standings) {
    const ApiError& error = standings.error();
    const bool is_known = error.code != "internal";
    return unwell(
        {{.code = is_known ? std::string_view(error.code) : "database_failed",
          .worker = {},
          .message = is_known ? error.message : "The database refuses what it is asked."}},
        Json(), Json());
  }
  Json workers = workers_document(*standings, context.now);
  Json sources = sources_document(*standings);
  const auto complaints = schedule::complaints(*standings, context.now);
  return complaints.empty() ? well(std::move(workers), std::move(sources))
                            : unwell(complaints, std::move(workers), std::move(sources));
}

}  // namespace spearyx::api
