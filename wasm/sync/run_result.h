#pragma once

#include <optional>
#include <string>
#include <vector>

#include "host/host.h"
#include "support/error.h"
#include "support/json.h"

namespace spearyx::sync {

/// What a run leaves to be committed, and its one outcome.
struct RunResult {
  std::vector<Statement> statements;
  /// The receipt, as `sync_history.stats` keeps it.
  Json stats;
  /// Set for a failed run.
  std::optional<Error> error;
  std::string logs_json;
  /// The source asked for rest: no further request in this tick.
  bool stops_tick = false;
};

}  // namespace spearyx::sync
