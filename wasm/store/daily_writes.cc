#include "store/daily_writes.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include "store/batch.h"
#include "support/json.h"
#include "support/time.h"

namespace spearyx::store {
namespace {

constexpr std::string_view kCount = R"sql(
INSERT INTO daily_writes (day, rows_written, budget) VALUES (?1, ?2, ?3)
ON CONFLICT (day) DO UPDATE SET rows_written = rows_written + excluded.rows_written,
  budget = coalesce(excluded.budget, budget)
)sql";

// The account of a month is kept.
constexpr std::string_view kForgetDays = "DELETE FROM daily_writes WHERE day < ?1 - 31";

/// The rows that the statement above writes itself.
constexpr std::int64_t kOwnRows = 1;

}  // namespace

void record_writes(Host& host, std::optional<std::int64_t> budget) {
  const std::int64_t rows = host.rows_written();
  if (rows == 0) return;
  const std::int64_t day = to_seconds(host.now_ms()) / kDay;
  Batch batch;
  batch.add(Statement{kCount, {day, rows + kOwnRows, budget ? Bind(*budget) : Bind()}});
  batch.add(Statement{kForgetDays, {day}});
  if (const auto sent = batch.send(host); !sent) {
    host.log(LogLevel::kWarning,
             dump({{"event", "daily_writes"}, {"error", describe(sent.error())}}));
  }
}

}  // namespace spearyx::store
