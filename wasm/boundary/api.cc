#include "api/api.h"

#include <optional>
#include <string>
#include <utility>

#include "boundary/entry.h"
#include "store/daily_writes.h"
#include "support/decode.h"
#include "support/json_object.h"

namespace spearyx::boundary {

/// A request as js-shim/host/http.js writes it.
struct WireHttpRequest {
  std::string method;
  std::string origin;
  std::string path;
  std::string query;
  std::string authorization;
  std::string client;
  std::string body;
  bool isBodyTooLarge = false;
};

/// The configuration of the worker.
struct WireVariables {
  std::string SYNC_TOKEN;
  std::string D1_DAILY_WRITES;
};

struct WireHttpEvent {
  WireHttpRequest request;
  WireVariables variables;
  /// The cause of the trap of an earlier instance on this request, if any.
  std::optional<std::string> trapCause;
};

namespace {

api::HttpRequest to_request(WireHttpEvent wire) {
  WireHttpRequest& request = wire.request;
  return {.method = std::move(request.method),
          .origin = std::move(request.origin),
          .path = std::move(request.path),
          .query = std::move(request.query),
          .authorization = std::move(request.authorization),
          .client = std::move(request.client),
          .body = std::move(request.body),
          .is_body_too_large = request.isBodyTooLarge,
          .sync_token = std::move(wire.variables.SYNC_TOKEN)};
}

std::string to_text(const api::HttpResponse& response) {
  Json headers = Json::array();
  for (const Header& header : response.headers) headers.push_back({header.name, header.value});
  return dump(json_object(
      {{"status", response.status}, {"headers", std::move(headers)}, {"body", response.body}}));
}

}  // namespace

std::string run(Host& host, std::string_view text) {
  WireHttpEvent wire;
  if (decode(wire, text)) {
    return to_text(api::answer_trap(host, "the event is malformed"));
  }
  if (wire.trapCause) return to_text(api::answer_trap(host, *wire.trapCause));
  const bool has_budget = !wire.variables.D1_DAILY_WRITES.empty();
  std::string answer = to_text(api::handle(host, to_request(std::move(wire))));
  if (has_budget) store::record_writes(host);
  return answer;
}

}  // namespace spearyx::boundary
