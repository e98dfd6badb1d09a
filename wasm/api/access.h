#pragma once

#include <optional>
#include <string_view>

#include "api/http.h"

namespace spearyx::api {

/// The address at which the shim counts wrong tokens; it answers 429 when a client has had too
/// many.
inline constexpr std::string_view kWrongTokenLimit = "worker://limits/wrong-token?client=";

/// The reason for which the request may not write; nothing when it carries the token of SYNC_TOKEN
/// as a bearer (RFC 6750). The comparison takes the same time wherever the two differ.
///
/// The limit holds for wrong tokens only, so that strangers cannot lock out the owner of the right
/// one. The length of the right token keeps it from being guessed: a shorter token counts as none.
[[nodiscard]] std::optional<ApiError> check_token(Host& host, const HttpRequest& request);

}  // namespace spearyx::api
