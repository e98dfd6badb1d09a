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

/// One company to sync now, due or not.
struct CompanyKey {
  Source source;
  std::string slug;
};

/// The cause of a call to the core.
struct Event {
  /// The invocation's id, unique to the call and sorted by time; owns the lease.
  std::string invocation;
  store::Trigger trigger = store::Trigger::kCron;
  std::optional<CompanyKey> company;
  /// Whether the answer of the company's board is asked for, instead of its sync.
  bool wants_payload = false;
  Variables variables;
};

}  // namespace spearyx::sync
