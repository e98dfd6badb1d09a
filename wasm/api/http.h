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
  /// Scheme and host of this site, "https://jobs.spearyx.com".
  std::string origin;
  /// Still percent-encoded.
  std::string path;
  /// Without the question mark.
  std::string query;
  std::string authorization;
  /// Who asks, for limits on wrong tokens.
  std::string client;
  std::string body;
  bool is_body_too_large = false;
  /// The secret that writes have to show; "" where none is configured.
  std::string sync_token;
};

struct HttpResponse {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
};

/// Why a request is not answered as asked: becomes `{"success":false,"error":{"code","message"}}`.
/// The message is for the caller and tells nothing of the inside.
struct ApiError {
  int status = 400;
  std::string code;
  std::string message;
};

/// What a handler answers; headers that all answers share are added later.
struct Answer {
  std::string body;
  std::string_view content_type = "application/json; charset=utf-8";
  int status = 200;
  /// How long the answer may be kept, in seconds; 0 = not at all.
  std::int64_t max_age_s = 0;
  std::vector<Header> headers{};
};

using ApiResult = std::expected<Answer, ApiError>;

[[nodiscard]] inline std::unexpected<ApiError> refuse(int status, std::string code,
                                                      std::string message) {
  return std::unexpected(ApiError{status, std::move(code), std::move(message)});
}

}  // namespace spearyx::api
