#include "sync/commit.h"

#include <utility>

#include "schedule/timing.h"
#include "store/leases.h"

namespace spearyx::sync {

Result<store::BatchResult> commit(Host& host, std::span<const Statement> batch) {
  Result<store::BatchResult> result = store::BatchResult::run(host, batch);
  if (!result && result.error().code == ErrorCode::kDatabaseBusy) {
    host.sleep_ms(schedule::retry_delay_ms(1, schedule::jitter_from(host.random())));
    result = store::BatchResult::run(host, batch);
  }
  if (!result && store::is_lease_lost(result.error())) return fail(ErrorCode::kLeaseLost);
  return result;
}

}  // namespace spearyx::sync
