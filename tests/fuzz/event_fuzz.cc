/// Any bytes as an event, as D1's answers and as the bodies of a source: a tick ends with a report.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "boundary/entry.h"
#include "fuzz.h"
#include "sync/aggregator_sync.h"
#include "sync/ats_sync.h"
#include "sync/discovery_sync.h"

namespace spearyx::boundary {

const std::string_view kWorker = "ats";

std::string handle(Host& host, const sync::Event& event) {
  if (event.invocation.size() % 3 == 1) return sync::sync_aggregator(host, event);
  if (event.invocation.size() % 3 == 2) return sync::sync_discovery(host, event);
  return sync::sync_ats(host, event);
}

}  // namespace spearyx::boundary

namespace spearyx::testing {
namespace {

/// Answers whatever it is asked with the next line of the input.
class LineHost final : public Host {
 public:
  explicit LineHost(std::string_view lines) : lines_(lines) {}
  Result<Response> fetch(const Request& /*request*/) override {
    Response response;
    response.status = 200;
    response.content_type = "application/json";
    response.body = take_line();
    return response;
  }
  Result<std::string> query(std::span<const Statement> /*batch*/) override {
    if (lines_.empty()) return fail(ErrorCode::kDatabase, "no more lines");
    return std::string(take_line());
  }
  UnixMillis now_ms() override { return now_ms_ += 10; }
  void sleep_ms(std::int64_t duration_ms) override { now_ms_ += duration_ms; }
  std::int64_t rows_written() override { return 0; }
  void log(LogLevel /*level*/, std::string_view json) override {
    FUZZ_CHECK(nlohmann::json::accept(json));
  }
  std::uint64_t random() override { return 4; }

  std::string_view take_line() {
    const std::size_t end = std::min(lines_.find('\n'), lines_.size());
    const std::string_view line = lines_.substr(0, end);
    lines_.remove_prefix(std::min(end + 1, lines_.size()));
    return line;
  }

 private:
  std::string_view lines_;
  UnixMillis now_ms_ = 1'786'000'000'000;
};

}  // namespace

void fuzz(std::string_view input) {
  LineHost host(input);
  const std::string event(host.take_line());
  const std::string report = boundary::run(host, event);
  FUZZ_CHECK(nlohmann::json::accept(report));
}

}  // namespace spearyx::testing
