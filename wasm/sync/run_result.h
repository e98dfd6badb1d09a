#pragma once

#include <optional>
#include <string>
#include <vector>

#include "host/host.h"
#include "model/company.h"
#include "support/error.h"
#include "support/json.h"

namespace spearyx::sync {

/// What a run leaves to be committed, and its one outcome.
struct RunResult {
  /// Whose run it was: a source and a company's slug, each "" where there is none.
  std::string source;
  std::string slug;
  /// The company as the run leaves it.
  std::optional<Company> company;
  /// What else is to be written.
  std::vector<Statement> statements;
  /// Merged into the worker's cursor.
  Json cursor = Json::object();
  /// The receipt, as `sync_history.stats` keeps it.
  Json stats;
  /// What the tick's report tells of the run besides, an object.
  Json report = Json::object();
  /// Set for a failed run.
  std::optional<Error> error;
  std::string logs_json;
  /// The source asked for rest, or the database for time: no further request in this tick.
  bool stops_tick = false;
};

}  // namespace spearyx::sync
