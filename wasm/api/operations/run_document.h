#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "support/json_object.h"

namespace spearyx::api {

/// The columns of a `RunRow`, of the table `sync_history`.
#define SPEARYX_RUN_COLUMNS                                                                 \
  "id, sync_type, source, company, trigger, status, started_at, completed_at, stats, logs," \
  " error, last_change"

/// A run as it is stored.
struct RunRow {
  std::string id;
  std::string sync_type;
  std::optional<std::string> source;
  std::optional<std::string> company;
  std::string trigger;
  std::string status;
  std::int64_t started_at = 0;
  std::optional<std::int64_t> completed_at;
  /// JSON texts.
  std::string stats;
  std::string logs;
  std::optional<std::string> error;
  std::optional<std::int64_t> last_change;
};

/// The run in the API's names.
[[nodiscard]] Json to_document(const RunRow& run);

}  // namespace spearyx::api
