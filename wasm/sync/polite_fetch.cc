#include "sync/polite_fetch.h"

#include <algorithm>
#include <utility>

#include "normalize/text/dates.h"
#include "normalize/text/text.h"
#include "schedule/timing.h"
#include "support/utf8.h"

namespace spearyx::sync {
namespace {

constexpr std::string_view kUserAgent = "SpearyxJobBot/1.0 (https://jobs.spearyx.com)";
constexpr std::string_view kIfNoneMatch = "If-None-Match";
constexpr int kMaxRetries = 2;
/// The longest ETag that is stored; a longer one is worth neither a column nor a header.
constexpr std::size_t kMaxEtagBytes = 512;

Request request_for(const std::string& url, const std::string& etag) {
  Request request{
      .url = url,
      .headers = {{"User-Agent", std::string(kUserAgent)}, {"Accept", "application/json"}}};
  if (!etag.empty()) request.headers.push_back({std::string(kIfNoneMatch), etag});
  return request;
}

ErrorCode code_of_status(int status) {
  if (status == 304) return ErrorCode::kUnexpectedStatus;
  if (status >= 300 && status < 400) return ErrorCode::kRedirected;
  switch (status) {
    case 400:
      return ErrorCode::kBadRequest;
    case 404:
    case 410:
      return ErrorCode::kBoardNotFound;
    case 401:
    case 403:
      return ErrorCode::kForbidden;
    case 429:
      return ErrorCode::kRateLimited;
    default:
      return status >= 500 ? ErrorCode::kServerError : ErrorCode::kUnexpectedStatus;
  }
}

std::string printable(std::string_view text, std::size_t max_bytes) {
  return normalize::fold_whitespace(truncate_utf8(text, max_bytes));
}

}  // namespace

std::optional<Error> classify(const Response& response, bool is_conditional, UnixSeconds now) {
  if (response.status == 304 && is_conditional) return std::nullopt;
  if (response.status != 200) {
    Error error{code_of_status(response.status), "HTTP " + std::to_string(response.status)};
    error.retry_after_s = normalize::parse_retry_after(response.retry_after, now);
    return error;
  }
  if (normalize::ascii_lower(response.content_type).find("json") == std::string::npos) {
    return Error{ErrorCode::kWrongContentType, printable(response.content_type, 60)};
  }
  return std::nullopt;
}

Result<Answer> PoliteFetch::get(const std::string& url, const std::string& etag) {
  const Request request = request_for(url, etag.size() <= kMaxEtagBytes ? etag : std::string());
  log_.request("GET " + url);
  for (int retry = 1;; ++retry) {
    Result<Answer> answer = get_once(request);
    const int retries = gate_.allows_retries() ? kMaxRetries : 0;
    if (answer || !is_retryable(answer.error()) || retry > retries) return answer;
    log_.warning(describe(answer.error()) + "; retry " + std::to_string(retry) + " of " +
                 std::to_string(kMaxRetries));
    host_.sleep_ms(schedule::retry_delay_ms(retry, schedule::jitter_from(host_.random())));
  }
}

Result<Answer> PoliteFetch::get_once(const Request& request) {
  if (auto waited = gate_.wait_for_turn(); !waited) return std::unexpected(waited.error());
  ++traffic_.requests;
  Result<Response> response = host_.fetch(request);
  if (!response) return std::unexpected(std::move(response.error()));
  traffic_.bytes += static_cast<std::int64_t>(response->body.size());
  const bool is_conditional = std::ranges::contains(request.headers, kIfNoneMatch, &Header::name);
  if (auto error = classify(*response, is_conditional, to_seconds(host_.now_ms()))) {
    return std::unexpected(*std::move(error));
  }
  const bool has_usable_etag = response->etag.size() <= kMaxEtagBytes;
  return Answer{.not_modified = response->status == 304,
                .etag = has_usable_etag ? std::move(response->etag) : std::string(),
                .body = std::move(response->body)};
}

}  // namespace spearyx::sync
