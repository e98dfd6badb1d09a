#include "sync/tick_report.h"

#include <algorithm>
#include <utility>

namespace spearyx::sync {
namespace {

Json named(std::string_view id, std::string_view source, std::string_view company) {
  Json document{{"id", id}};
  if (!source.empty()) document["source"] = source;
  if (!company.empty()) document["company"] = company;
  return document;
}

}  // namespace

void TickReport::add_run(std::string_view id, const RunResult& run) {
  Json document = named(id, run.source, run.slug);
  document["status"] = run.error ? "failed" : "success";
  if (run.error) document["error"] = describe(*run.error);
  document["stats"] = run.stats;
  document.merge_patch(run.report);
  runs_.push_back(std::move(document));
}

void TickReport::add_running(std::string_view id, std::string_view source,
                             std::string_view company) {
  running_.push_back(named(id, source, company));
}

std::string TickReport::finish(Host& host, std::string_view outcome,
                               const std::optional<Error>& error) {
  const bool has_failed_run = std::ranges::any_of(
      runs_, [](const Json& run) { return text_in(run, "status") == "failed"; });
  Json document{{"event", "tick"}, {"worker", worker_}, {"outcome", outcome}, {"runs", runs_}};
  if (!running_.empty()) document["running"] = running_;
  if (!reason_.empty()) document["reason"] = reason_;
  if (error) document["error"] = describe(*error);
  const LogLevel level = error            ? LogLevel::kError
                         : has_failed_run ? LogLevel::kWarning
                                          : LogLevel::kInfo;
  host.log(level, dump(document));
  document.erase("event");
  return dump(document);
}

}  // namespace spearyx::sync
