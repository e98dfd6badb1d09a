#pragma once

#include <optional>
#include <string>

#include "host/host.h"
#include "model/receipt.h"
#include "sync/request_gate.h"
#include "sync/run_log.h"

namespace spearyx::sync {

/// A good answer: the body, or "not modified".
struct Answer {
  bool not_modified = false;
  std::string etag;
  /// The body as it came, not yet checked for UTF-8.
  std::string body;
};

/// One GET as a well-behaved client sends it: in its turn, with User-Agent, for JSON, and with the
/// stored ETag. Failures that may pass are tried again at most twice. Every request is counted in
/// the traffic and named in the log. Fails with the class of the failure.
class PoliteFetch {
 public:
  PoliteFetch(Host& host, RequestGate& gate, RunLog& log, Traffic& traffic)
      : host_(host), gate_(gate), log_(log), traffic_(traffic) {}

  [[nodiscard]] Result<Answer> get(const std::string& url, const std::string& etag);

 private:
  [[nodiscard]] Result<Answer> get_once(const Request& request);

  Host& host_;
  RequestGate& gate_;
  RunLog& log_;
  Traffic& traffic_;
};

/// The class of a failed answer, by its status and content type; nothing for 200 with JSON, and for
/// a 304 that was asked for.
[[nodiscard]] std::optional<Error> classify(const Response& response, bool is_conditional,
                                            UnixSeconds now);

}  // namespace spearyx::sync
