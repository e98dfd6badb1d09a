#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "host/host.h"
#include "support/json.h"
#include "sync/run_result.h"

namespace spearyx::sync {

/// The answer of a tick to the caller of the core, logged as one object:
/// `{"worker","outcome","runs":[…],"running":[…],"reason","error"}`, the last three where they
/// apply.
class TickReport {
 public:
  explicit TickReport(std::string_view worker) : worker_(worker) {}

  /// Adds a run that was committed.
  void add_run(std::string_view id, const RunResult& run);
  /// Adds a run of the tick that is at work; an empty source or company is left out.
  void add_running(std::string_view id, std::string_view source, std::string_view company);
  /// Adds the reason for which there was nothing to do.
  void add_reason(std::string_view reason) { reason_ = reason; }

  /// Logs the report, as an error where the tick failed as a whole, and returns it.
  [[nodiscard]] std::string finish(Host& host, std::string_view outcome,
                                   const std::optional<Error>& error);

 private:
  std::string worker_;
  std::string reason_;
  Json runs_ = Json::array();
  Json running_ = Json::array();
};

}  // namespace spearyx::sync
