#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "support/time.h"

namespace spearyx {

/// How a source stands with the worker that asks it, or the discovery worker, which asks none by turns.
/// The rules by which it is judged are those of schedule/health.h.
struct Standing {
  /// The worker: "ats", "aggregator" or "discovery".
  std::string worker;
  /// "" for the discovery worker.
  std::string source;

  /// The worker is at it now, not 0, or has used up the day's rows (D1_DAILY_WRITES), not 0.
  std::int64_t is_running = 0;
  std::int64_t has_spent_day = 0;
  /// Since when the worker is meant to run.
  UnixSeconds since = 0;
  /// Since when the first board, candidate or turn is due, a rest of the source aside; nothing where none
  /// is.
  std::optional<UnixSeconds> due_at;
  UnixSeconds rests_until = 0;
  /// When the next request may leave, where it was asked before.
  UnixMillis next_slot_ms = 0;

  /// When the last run succeeded, when the last one failed and why, and what the last one added.
  std::optional<UnixSeconds> success_at;
  std::optional<UnixSeconds> failure_at;
  std::optional<std::string> error;
  std::int64_t added = 0;
  /// The last run failed, not 0.
  std::int64_t has_failed = 0;

  /// Boards in the rotation that are well and that fail, and boards out of it; 0 for a feed.
  std::int64_t well = 0;
  std::int64_t failing = 0;
  std::int64_t gone = 0;
  std::int64_t paused = 0;
};

}  // namespace spearyx
