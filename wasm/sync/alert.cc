#include "sync/alert.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schedule/health.h"
#include "store/alerts.h"
#include "store/batch.h"
#include "store/standings.h"
#include "support/json.h"
#include "support/public_url.h"
#include "sync/settings.h"

namespace spearyx::sync {
namespace {

using schedule::Complaint;

constexpr std::int32_t kTimeoutMs = 5'000;
constexpr std::size_t kMostBytes = 64U << 10U;

/// The state that the complaints amount to: equal for equal complaints; "" for none.
std::string state_of(std::span<const Complaint> complaints) {
  std::string state;
  for (const Complaint& complaint : complaints) {
    state.append(complaint.code).append(" ").append(complaint.worker).append(";");
  }
  return state;
}

/// The message as JSON; Slack, Mattermost and others show its `text`.
std::string message_of(std::span<const Complaint> complaints, std::int64_t number) {
  Json reasons = Json::array();
  std::string text = complaints.empty() ? "Spearyx Jobs: all is well again." : "Spearyx Jobs:";
  for (const Complaint& complaint : complaints) {
    reasons.push_back(
        {{"code", complaint.code}, {"worker", complaint.worker}, {"message", complaint.message}});
    text.append(" ").append(complaint.message);
  }
  return dump({{"event", "health"},
               {"number", number},
               {"status", complaints.empty() ? "ok" : "unhealthy"},
               {"reasons", std::move(reasons)},
               {"text", text}});
}

Result<void> send(Host& host, const std::string& url, std::string message) {
  Request request;
  request.url = url;
  request.headers = {{"content-type", "application/json"}};
  request.json = std::move(message);
  request.timeout_ms = kTimeoutMs;
  request.max_body_bytes = kMostBytes;
  const auto answer = host.fetch(request);
  if (!answer) return std::unexpected(answer.error());
  if (answer->status >= 200 && answer->status < 300) return {};
  return fail(ErrorCode::kUnexpectedStatus, "HTTP " + std::to_string(answer->status));
}

Result<void> tell(Host& host, const std::string& url) {
  if (!is_public_https_url(url)) {
    return fail(ErrorCode::kInvalidArgument, "no https address of a public host");
  }
  const UnixSeconds now = to_seconds(host.now_ms());
  const auto standings = store::ask(host, store::standings(now));
  if (!standings) return std::unexpected(standings.error());
  const auto complaints = schedule::complaints(*standings, now);
  const std::string state = state_of(complaints);
  store::Batch batch;
  const auto place = batch.ask(store::claim_alert(state, now));
  batch.add(store::forget_alert(state));
  const auto answers = batch.send(host);
  if (!answers) return std::unexpected(answers.error());
  const auto claim = answers->first(place);
  if (!claim) return std::unexpected(claim.error());
  if (!claim->has_value()) return {};
  if (auto sent = send(host, url, message_of(complaints, (*claim)->number)); !sent) return sent;
  store::Batch told;
  told.add(store::keep_alert(state));
  return told.send(host).transform([](const store::Answers&) {});
}

}  // namespace

void tell_health(Host& host, const Event& event) {
  const std::string url(alert_webhook(event.variables));
  if (url.empty() || event.trigger != store::Trigger::kCron) return;
  if (const auto told = tell(host, url); !told) {
    host.log(LogLevel::kWarning, dump({{"event", "alert"}, {"error", describe(told.error())}}));
  }
}

}  // namespace spearyx::sync
