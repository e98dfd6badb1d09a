#pragma once

#include <string_view>

#include "api/http.h"

namespace spearyx::api {

/// Answers one request to the API, the feeds or the sitemap: finds the route, checks the token of
/// writes, runs the handler, and adds what all answers share (ETag, CORS for reads, HEAD, OPTIONS,
/// 404, 405, 413). Never fails: an error is an answer, too.
[[nodiscard]] HttpResponse handle(Host& host, const HttpRequest& request);

/// The answer to a request on which the core trapped before.
[[nodiscard]] HttpResponse answer_trap(Host& host, std::string_view cause);

}  // namespace spearyx::api
