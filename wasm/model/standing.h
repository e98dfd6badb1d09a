#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "support/time.h"

namespace spearyx {

/// The state of a source at the worker that asks it, or of the discovery worker, which asks none by
/// turns. schedule/health.h has the rules that judge it.
struct Standing {
  /// The worker: "ats", "aggregator" or "discovery".
  std::string worker;
  /// The source; "" for the discovery worker.
  std::string source;

  /// Booleans as numbers: the worker is running, or has used up the day's rows (D1_DAILY_WRITES).
  std::int64_t is_running = 0;
  std::int64_t has_spent_day = 0;
  /// The time since which the worker is meant to run.
  UnixSeconds since = 0;
  /// The time since which the first board, candidate or turn is due, a rest of the source aside;
  /// nothing where none is due.
  std::optional<UnixSeconds> due_at;
  UnixSeconds rests_until = 0;
  /// The time of the next request slot, where the source was asked before.
  UnixMillis next_slot_ms = 0;

  /// The time of the last success; the time and the error of the last failure; the number of
  /// postings that the last run added.
  std::optional<UnixSeconds> success_at;
  std::optional<UnixSeconds> failure_at;
  std::optional<std::string> error;
  std::int64_t added = 0;
  /// The last run failed, not 0.
  std::int64_t has_failed = 0;

  /// The numbers of boards in the rotation that are well, of those that fail, and of boards out of
  /// the rotation; 0 for a feed.
  std::int64_t well = 0;
  std::int64_t failing = 0;
  std::int64_t gone = 0;
  std::int64_t paused = 0;
};

}  // namespace spearyx
