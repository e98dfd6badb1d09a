#pragma once

#include <cstdint>

#include "model/receipt.h"
#include "support/json.h"

namespace spearyx {

/// The outcome of a check.
enum class CandidateOutcome : std::uint8_t {
  /// A new board with postings was found.
  kDiscovered,
  /// The candidate's boards are known already; one that had gone away may be back.
  kUpdated,
  /// A board was found, but not a posting on it.
  kEmpty,
  kNotFound,
  /// A source gave no answer, or no board can have such a name.
  kFailed,
};

/// The outcomes of the candidates that a run checked, and the cost of the run.
struct DiscoveryReceipt : Traffic {
  std::int64_t checked = 0;
  std::int64_t discovered = 0;
  std::int64_t updated = 0;
  std::int64_t empty = 0;
  std::int64_t not_found = 0;
  std::int64_t failed = 0;
  std::int64_t duration_ms = 0;

  void count(CandidateOutcome outcome);
  /// checked = discovered + updated + empty + notFound + failed
  [[nodiscard]] bool balances() const;
  /// The receipt, which must balance, as the JSON object stored in `sync_history.stats`. Carries the
  /// original's field names too: companiesChecked, companiesAdded (= discovered), duration.
  [[nodiscard]] Json to_json() const;
};

}  // namespace spearyx
