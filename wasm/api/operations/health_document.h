#pragma once

#include <span>
#include <string_view>

#include "model/standing.h"
#include "schedule/health.h"
#include "support/json_object.h"

/// The health of sources and workers, in the API's names.
namespace spearyx::api {

[[nodiscard]] std::string_view name_of(schedule::SourceHealth health);
[[nodiscard]] std::string_view name_of(schedule::WorkerHealth health);

/// The boards of a source by their state; null for a feed.
[[nodiscard]] Json boards_document(const Standing& standing);

}  // namespace spearyx::api
