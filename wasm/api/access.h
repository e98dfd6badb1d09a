#pragma once

#include <optional>
#include <string_view>

#include "api/http.h"

namespace spearyx::api {

/// Where the shim counts wrong tokens: answers 429 when a client has had too many.
inline constexpr std::string_view kWrongTokenLimit = "worker://limits/wrong-token?client=";

/// Why the request may not write; nothing when it carries the token of SYNC_TOKEN as a bearer
/// (RFC 6750). The comparison takes the same time wherever the two differ.
///
/// The limit holds for wrong tokens only, so that strangers cannot lock out who has the right one.
/// What keeps that from being guessed is its length: a shorter token counts as none.
[[nodiscard]] std::optional<ApiError> check_token(Host& host, const HttpRequest& request);

}  // namespace spearyx::api
