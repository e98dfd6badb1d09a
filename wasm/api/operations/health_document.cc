#include "api/operations/health_document.h"

#include "model/source.h"

namespace spearyx::api {

std::string_view name_of(schedule::SourceHealth health) {
  switch (health) {
    case schedule::SourceHealth::kNew:
      return "new";
    case schedule::SourceHealth::kHealthy:
      return "healthy";
    case schedule::SourceHealth::kDegraded:
      return "degraded";
    case schedule::SourceHealth::kFailing:
      return "failing";
  }
  return {};
}

std::string_view name_of(schedule::WorkerHealth health) {
  switch (health) {
    case schedule::WorkerHealth::kNever:
      return "never";
    case schedule::WorkerHealth::kOnTime:
      return "on_time";
    case schedule::WorkerHealth::kLate:
      return "late";
    case schedule::WorkerHealth::kFailing:
      return "failing";
  }
  return {};
}

Json boards_document(const Standing& standing) {
  const auto source = source_named(standing.source);
  if (!source || !info(*source).has_boards()) return {};
  return json_object({{"well", standing.well},
                      {"failing", standing.failing},
                      {"gone", standing.gone},
                      {"paused", standing.paused}});
}

}  // namespace spearyx::api
