#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/source.h"
#include "store/runs.h"

namespace spearyx::sync {

/// Plain-text variables of the worker's configuration, by name.
using Variables = std::map<std::string, std::string, std::less<>>;

/// One company to be synced now, due or not.
struct CompanyKey {
  Source source;
  std::string slug;
};

/// Why the core was called.
struct Event {
  /// Unique to the call and sorted by time; owns the lease.
  std::string invocation;
  store::Trigger trigger = store::Trigger::kCron;
  std::optional<CompanyKey> company;
  Variables variables;
};

}  // namespace spearyx::sync
