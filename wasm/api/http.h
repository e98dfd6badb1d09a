#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "host/host.h"

namespace spearyx::api {

/// A request as js-shim/api.js hands it over.
struct HttpRequest {
  std::string method;
  /// The scheme and host of this site, "https://jobs.spearyx.com".
  std::string origin;
  /// The path, still percent-encoded.
  std::string path;
  /// The query, without the question mark.
  std::string query;
  std::string authorization;
  /// The caller, for limits on wrong tokens.
  std::string client;
  std::string body;
  bool is_body_too_large = false;
  /// The token that writes must carry; "" where none is configured.
  std::string sync_token;
};

struct HttpResponse {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
};

/// The reason for which a request is not answered as asked, sent as
/// `{"success":false,"error":{"code","message"}}`. The message is for the caller and tells nothing
/// of the inside.
struct ApiError {
  int status = 400;
  std::string code;
  std::string message;
};

/// The answer of a handler; headers that all answers share are added later.
struct Answer {
  std::string body;
  std::string_view content_type = "application/json; charset=utf-8";
  int status = 200;
  /// The seconds for which the answer may be kept; 0 = not at all.
  std::int64_t max_age_s = 0;
  std::vector<Header> headers{};
};

using ApiResult = std::expected<Answer, ApiError>;

[[nodiscard]] inline std::unexpected<ApiError> refuse(int status, std::string code,
                                                      std::string message) {
  return std::unexpected(ApiError{status, std::move(code), std::move(message)});
}

}  // namespace spearyx::api
