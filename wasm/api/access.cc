#include "api/access.h"

#include <string>

#include "normalize/text/text.h"
#include "support/percent.h"

namespace spearyx::api {
namespace {

constexpr std::size_t kLeastTokenBytes = 32;

bool is_equal_in_constant_time(std::string_view given, std::string_view expected) {
  unsigned difference = given.size() == expected.size() ? 0U : 1U;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const char byte = i < given.size() ? given[i] : '\0';
    difference |= static_cast<unsigned char>(byte) ^ static_cast<unsigned char>(expected[i]);
  }
  return difference == 0;
}

/// The token after "Bearer ", the scheme in any case (RFC 9110, section 11.1).
std::string_view bearer_token(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (!normalize::iequals(authorization.substr(0, kScheme.size()), kScheme)) return {};
  authorization.remove_prefix(kScheme.size());
  while (authorization.starts_with(' ')) authorization.remove_prefix(1);
  return authorization;
}

bool has_tried_too_often(Host& host, const HttpRequest& request) {
  Request call;
  call.url = std::string(kWrongTokenLimit) + encode_percent(request.client);
  const auto answer = host.fetch(call);
  return answer && answer->status == 429;
}

}  // namespace

std::optional<ApiError> check_token(Host& host, const HttpRequest& request) {
  if (request.sync_token.size() < kLeastTokenBytes) {
    return ApiError{503, "no_token_configured",
                    "Writing is switched off until a token of at least 32 characters is "
                    "configured: run `openssl rand -hex 32 | npm run wrangler -- secret put "
                    "SYNC_TOKEN -c wrangler.toml`, "
                    "or set SYNC_TOKEN in .dev.vars."};
  }
  const std::string_view given = bearer_token(request.authorization);
  if (is_equal_in_constant_time(given, request.sync_token)) return std::nullopt;
  if (has_tried_too_often(host, request)) {
    return ApiError{429, "too_many_attempts", "Too many wrong tokens; wait a minute."};
  }
  return ApiError{401, "unauthorized",
                  "This needs the header `Authorization: Bearer <SYNC_TOKEN>`."};
}

}  // namespace spearyx::api
