#pragma once

#include <cstdint>
#include <string_view>

#include "store/batch.h"
#include "support/time.h"

/// What the operator's webhook was told, one row: so that each change is told once, whoever sees it.
namespace spearyx::store {

/// How often it is tried to tell a change.
inline constexpr std::int64_t kAlertAttempts = 3;

/// An attempt to tell a change, which nobody else makes meanwhile.
struct AlertClaim {
  /// Of the change, from 1: the same at each attempt.
  std::int64_t number = 0;
};

/// Claims the next attempt to tell that the state is this one, '' where all is well: for a minute, after
/// which it counts as failed. No row where that was told, where somebody is at it, or where it was tried
/// often enough.
[[nodiscard]] Query<AlertClaim> claim_alert(std::string_view state, UnixSeconds now);

/// Forgets attempts to tell another state, where this one, which was told before, is back; writes nothing
/// else.
[[nodiscard]] Statement forget_alert(std::string_view state);

/// Keeps that the state was told.
[[nodiscard]] Statement keep_alert(std::string_view state);

}  // namespace spearyx::store
