#include "model/discovery_receipt.h"

#include <cassert>

namespace spearyx {

void DiscoveryReceipt::count(CandidateOutcome outcome) {
  ++checked;
  switch (outcome) {
    case CandidateOutcome::kDiscovered:
      ++discovered;
      return;
    case CandidateOutcome::kUpdated:
      ++updated;
      return;
    case CandidateOutcome::kEmpty:
      ++empty;
      return;
    case CandidateOutcome::kNotFound:
      ++not_found;
      return;
    case CandidateOutcome::kFailed:
      ++failed;
      return;
  }
}

bool DiscoveryReceipt::balances() const {
  return checked == discovered + updated + empty + not_found + failed;
}

Json DiscoveryReceipt::to_json() const {
  assert(balances());
  return {
      {"checked", checked},          {"discovered", discovered},
      {"updated", updated},          {"empty", empty},
      {"notFound", not_found},       {"failed", failed},
      {"requests", requests},        {"bytes", bytes},
      {"companiesChecked", checked}, {"companiesAdded", discovered},
      {"duration", duration_ms},
  };
}

}  // namespace spearyx
