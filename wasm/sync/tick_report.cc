#include "sync/tick_report.h"

namespace spearyx::sync {

void TickReport::add_run(std::string_view id, std::string_view source, std::string_view company,
                         const RunResult& run) {
  Json document{{"event", "sync_run"},
                {"worker", worker_},
                {"id", id},
                {"status", run.error ? "failed" : "success"}};
  if (!source.empty()) document["source"] = source;
  if (!company.empty()) document["company"] = company;
  if (run.error) document["error"] = describe(*run.error);
  document["stats"] = run.stats;
  host_.log(run.error ? LogLevel::kWarning : LogLevel::kInfo, dump(document));
  document.erase("event");
  runs_.push_back(std::move(document));
}

std::string TickReport::finish(std::string_view outcome, const std::optional<Error>& error) {
  Json document{{"worker", worker_}, {"outcome", outcome}, {"runs", runs_}};
  if (error) {
    document["error"] = describe(*error);
    host_.log(LogLevel::kError,
              dump({{"event", "tick_failed"}, {"worker", worker_}, {"error", describe(*error)}}));
  }
  return dump(document);
}

}  // namespace spearyx::sync
