#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/error.h"
#include "support/json.h"
#include "support/time.h"

namespace spearyx::sync {

/// The ends of the last runs of each source, by its name, to be merged into `batch_state.outcomes`.
/// A worker without sources has its own name there.
class Outcomes {
 public:
  /// Notes the end of a run; the runs are noted in the order of their ends.
  void note(std::string_view name, UnixSeconds ended_at, const std::optional<Error>& error,
            std::int64_t added = 0);

  [[nodiscard]] std::string to_json() const { return dump(outcomes_); }

 private:
  Json outcomes_ = Json::object();
};

}  // namespace spearyx::sync
