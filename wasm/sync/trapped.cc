#include "sync/trapped.h"

#include <array>
#include <string>

#include "store/leases.h"
#include "store/rows.h"
#include "support/json.h"

namespace spearyx::sync {

void record_trap(Host& host, std::string_view worker, std::string_view invocation,
                 std::string_view cause) {
  const store::Lease lease{worker, invocation};
  const Error error{ErrorCode::kTrap, std::string(cause)};
  const UnixSeconds now = to_seconds(host.now_ms());
  const std::array batch{
      store::defer_trapped_companies(lease, now, error),
      store::defer_trapped_feed(lease, now, error),
      store::mark_trapped_runs(lease, now, error),
      store::drop_lease(lease),
  };
  const auto recorded = store::BatchResult::run(host, batch);
  Json event{{"event", "trap"}, {"worker", worker}, {"cause", cause}};
  if (!recorded) event["notRecorded"] = describe(recorded.error());
  host.log(LogLevel::kError, dump(event));
}

}  // namespace spearyx::sync
