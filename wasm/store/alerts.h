#pragma once

#include <cstdint>
#include <string_view>

#include "store/batch.h"
#include "support/time.h"

/// The alerts, one row with the state that the operator's webhook was told last, so that each
/// change is told once, whoever sees it.
namespace spearyx::store {

/// The most attempts to tell one change.
inline constexpr std::int64_t kAlertAttempts = 3;

/// An attempt to tell a change; nobody else makes one meanwhile.
struct AlertClaim {
  /// The number of the change, from 1: the same at each attempt.
  std::int64_t number = 0;
};

/// Claims the next attempt to tell a state, '' where all is well. The claim holds for a minute,
/// after which the attempt counts as failed. No row where the state was told, where somebody else
/// has a claim, or where it was tried often enough.
[[nodiscard]] Query<AlertClaim> claim_alert(std::string_view state, UnixSeconds now);

/// Forgets the attempts to tell another state, once this one, which was told before, is back;
/// writes nothing else.
[[nodiscard]] Statement forget_alert(std::string_view state);

/// Notes that the state was told.
[[nodiscard]] Statement keep_alert(std::string_view state);

}  // namespace spearyx::store
