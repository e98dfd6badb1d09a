#include "api/api.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "api/access.h"
#include "api/handlers.h"
#include "api/url_text.h"
#include "support/hash.h"
#include "support/json_object.h"

namespace spearyx::api {
namespace {

enum class Method : std::uint8_t { kGet, kPost };

struct Route {
  Method method;
  std::string_view pattern;
  ApiResult (*handler)(Context& context);
};

// A fixed segment comes before a braced one in its place.
constexpr auto kRoutes = std::to_array<Route>({
    {Method::kGet, "/api/v3/jobs", get_jobs},
    {Method::kGet, "/api/v3/jobs/changes", get_changes},
    {Method::kPost, "/api/v3/jobs/prune", post_prune},
    {Method::kGet, "/api/v3/jobs/{id}", get_job},
    {Method::kPost, "/api/v3/jobs/{id}/split", post_job_split},
    {Method::kPost, "/api/v3/jobs/{id}/join", post_job_join},
    {Method::kGet, "/api/v3/job-content", get_job_content},
    {Method::kGet, "/api/v3/categories", get_categories},
    {Method::kGet, "/api/v3/sources", get_sources},
    {Method::kGet, "/api/v3/rates", get_rates},
    {Method::kGet, "/api/v3/stats", get_stats},
    {Method::kGet, "/api/v3/health", get_health},
    {Method::kGet, "/api/v3/logs", get_logs},
    {Method::kGet, "/api/v3/logs/{id}", get_log},
    {Method::kGet, "/api/v3/companies", get_companies},
    {Method::kPost, "/api/v3/companies", post_company},
    {Method::kGet, "/api/v3/companies/suggest", get_company_suggestions},
    {Method::kPost, "/api/v3/companies/retry", post_companies_retry},
    {Method::kGet, "/api/v3/companies/{id}", get_company},
    {Method::kPost, "/api/v3/companies/{source}/{slug}/pause", post_company_pause},
    {Method::kPost, "/api/v3/companies/{source}/{slug}/resume", post_company_resume},
    {Method::kPost, "/api/v3/companies/{source}/{slug}/sync", post_company_sync},
    {Method::kPost, "/api/v3/companies/{source}/{slug}/payload", post_company_payload},
    {Method::kGet, "/api/v3/candidates", get_candidates},
    {Method::kPost, "/api/v3/candidates/retry", post_candidates_retry},
    {Method::kPost, "/api/v3/candidates/{slug}/check", post_candidate_check},
    {Method::kPost, "/api/v3/candidates/{slug}/reject", post_candidate_reject},
    {Method::kPost, "/api/v3/sync/ats", post_sync_ats},
    {Method::kPost, "/api/v3/sync/aggregator", post_sync_aggregator},
    {Method::kPost, "/api/v3/sync/discovery", post_sync_discovery},
    {Method::kGet, "/api/v3/openapi.json", get_openapi},
    {Method::kGet, "/feed.xml", get_rss_feed},
    {Method::kGet, "/feed.json", get_json_feed},
    {Method::kGet, "/sitemap.xml", get_sitemap},
    {Method::kGet, "/robots.txt", get_robots},
});

/// The texts in the path for the braces of the pattern; nothing where the path does not fit.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
  const auto wanted = path_segments(pattern);
  const auto given = path_segments(path);
  if (wanted.size() != given.size()) return std::nullopt;
  std::vector<std::string> captures;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].starts_with('{')) {
      if (wanted[i] != given[i]) return std::nullopt;
      continue;
    }
    auto text = decode_path_segment(given[i]);
    if (!text || text->empty()) return std::nullopt;
    captures.push_back(*std::move(text));
  }
  return captures;
}

/// The routes that fit a path, one per method.
struct Found {
  const Route* get = nullptr;
  const Route* post = nullptr;
  std::vector<std::string> captures;

  [[nodiscard]] bool is_empty() const { return get == nullptr && post == nullptr; }
  [[nodiscard]] std::string allowed() const {
    std::string methods = get != nullptr ? "GET, HEAD, " : "";
    return methods.append(post != nullptr ? "POST, " : "").append("OPTIONS");
  }
};

Found find_routes(std::string_view path) {
  Found found;
  for (const Route& route : kRoutes) {
    const Route*& place = route.method == Method::kGet ? found.get : found.post;
    auto captures = match(route.pattern, path);
    if (!captures || place != nullptr) continue;
    // A fixed path that only another method serves is not taken for the value of a braced one.
    if (!found.is_empty() && !captures->empty() && found.captures.empty()) continue;
    place = &route;
    found.captures = *std::move(captures);
  }
  return found;
}

bool is_read(std::string_view method) { return method == "GET" || method == "HEAD"; }

HttpResponse error_response(const ApiError& error) {
  HttpResponse response{
      .status = error.status,
      .headers = {{"content-type", "application/json; charset=utf-8"},
                  {"cache-control", "no-store"}},
      .body = dump(json_object(
          {{"success", false}, {"error", {{"code", error.code}, {"message", error.message}}}}))};
  if (error.status == 401) response.headers.push_back({"www-authenticate", "Bearer"});
  if (error.status == 429) response.headers.push_back({"retry-after", "60"});
  if (error.status == 503) response.headers.push_back({"retry-after", "30"});
  return response;
}

std::string cache_control(std::int64_t max_age_s) {
  return max_age_s == 0 ? "no-store" : "public, max-age=" + std::to_string(max_age_s);
}

HttpResponse to_response(Answer answer, const HttpRequest& request) {
  HttpResponse response{.status = answer.status, .headers = std::move(answer.headers), .body = {}};
  response.headers.push_back({"content-type", std::string(answer.content_type)});
  if (std::ranges::none_of(response.headers,
                           [](const Header& header) { return header.name == "cache-control"; })) {
    response.headers.push_back({"cache-control", cache_control(answer.max_age_s)});
  }
  if (is_read(request.method) && answer.status == 200) {
    response.headers.push_back({"etag", "\"" + hash_hex(answer.body) + "\""});
  }
  response.body = std::move(answer.body);
  return response;
}

HttpResponse preflight(const Found& found) {
  HttpResponse response{.status = 204, .headers = {{"allow", found.allowed()}}, .body = {}};
  if (found.get == nullptr) return response;
  response.headers.push_back({"access-control-allow-origin", "*"});
  response.headers.push_back({"access-control-allow-methods", "GET, HEAD, OPTIONS"});
  response.headers.push_back({"access-control-allow-headers", "If-None-Match"});
  response.headers.push_back({"access-control-max-age", "86400"});
  return response;
}

HttpResponse run(Host& host, const HttpRequest& request, Found found) {
  const Route* route = is_read(request.method) ? found.get : found.post;
  if (route->method == Method::kPost) {
    if (auto refusal = check_token(host, request)) return error_response(*refusal);
    if (request.is_body_too_large) {
      return error_response({413, "body_too_large", "The body may have 64 KiB at most."});
    }
  }
  Context context{host, request, Parameters(request.query), std::move(found.captures),
                  to_seconds(host.now_ms())};
  ApiResult result = context.parameters.error() ? std::unexpected(*context.parameters.error())
                                                : route->handler(context);
  if (!result) return error_response(result.error());
  return to_response(*std::move(result), request);
}

HttpResponse respond(Host& host, const HttpRequest& request) {
  Found found = find_routes(request.path);
  if (found.is_empty()) return error_response({404, "not_found", "There is nothing here."});
  if (request.method == "OPTIONS") return preflight(found);
  const bool is_allowed =
      is_read(request.method) ? found.get != nullptr : request.method == "POST" && found.post;
  if (is_allowed) return run(host, request, std::move(found));
  HttpResponse response = error_response(
      {405, "method_not_allowed", "This address answers to " + found.allowed() + "."});
  response.headers.push_back({"allow", found.allowed()});
  return response;
}

}  // namespace

HttpResponse handle(Host& host, const HttpRequest& request) {
  HttpResponse response = respond(host, request);
  if (is_read(request.method)) {
    response.headers.push_back({"access-control-allow-origin", "*"});
    response.headers.push_back({"access-control-expose-headers", "ETag"});
  }
  response.headers.push_back({"x-content-type-options", "nosniff"});
  if (request.method == "HEAD") response.body.clear();
  return response;
}

HttpResponse answer_trap(Host& host, std::string_view cause) {
  host.log(LogLevel::kError,
           dump(json_object({{"event", "trap"}, {"worker", "api"}, {"cause", cause}})));
  return error_response({500, "internal", "Something went wrong on our side."});
}

}  // namespace spearyx::api
