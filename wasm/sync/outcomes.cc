#include "sync/outcomes.h"

namespace spearyx::sync {

void Outcomes::note(std::string_view name, UnixSeconds ended_at, const std::optional<Error>& error,
                    std::int64_t added) {
  Json& outcome = outcomes_[std::string(name)];
  outcome[error ? "failure" : "success"] = ended_at;
  if (error) outcome["error"] = describe(*error);
  outcome["failed"] = error.has_value();
  outcome["added"] = added;
}

}  // namespace spearyx::sync
