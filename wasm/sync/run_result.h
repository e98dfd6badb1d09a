#pragma once

#include <optional>
#include <string>
#include <vector>

#include "host/host.h"
#include "model/company.h"
#include "support/error.h"
#include "support/json.h"

namespace spearyx::sync {

/// The one outcome of a run, to be committed.
struct RunResult {
  /// The source and the company's slug, each "" where there is none.
  std::string source;
  std::string slug;
  /// The company as the run leaves it.
  std::optional<Company> company;
  /// Further statements.
  std::vector<Statement> statements;
  /// The changes to the worker's cursor, merged into it.
  Json cursor = Json::object();
  /// The receipt, as `sync_history.stats` keeps it.
  Json stats;
  /// Further members of the run in the tick's report, an object.
  Json report = Json::object();
  /// The error of a failed run.
  std::optional<Error> error;
  std::string logs_json;
  /// Whether no further request is sent in this tick: the source asked for rest, or the database
  /// for time.
  bool stops_tick = false;
};

}  // namespace spearyx::sync
