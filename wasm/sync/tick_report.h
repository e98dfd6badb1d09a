#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "host/host.h"
#include "support/json.h"
#include "sync/run_result.h"

namespace spearyx::sync {

/// What one tick did: answered to whoever called the core, and logged run by run.
class TickReport {
 public:
  TickReport(Host& host, std::string_view worker) : host_(host), worker_(worker) {}

  /// `source` and `company` are left out where they are empty.
  void add_run(std::string_view id, std::string_view source, std::string_view company,
               const RunResult& run);

  /// `{"worker","outcome","runs":[…]}`, with the error of a tick that failed as a whole.
  [[nodiscard]] std::string finish(std::string_view outcome,
                                   const std::optional<Error>& error = std::nullopt);

 private:
  Host& host_;
  std::string worker_;
  Json runs_ = Json::array();
};

}  // namespace spearyx::sync
