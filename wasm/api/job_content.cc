#include <array>
#include <utility>

#include "api/handlers.h"
#include "api/lazy_cleansing.h"

namespace spearyx::api {
namespace {

// Of postings that share an address, the open one, else the last.
#define POSTING_AT_URL "ORDER BY j.closed_at IS NOT NULL, j.id DESC LIMIT 1"

constexpr std::string_view kJob =
    "SELECT " SPEARYX_JOB_COLUMNS " FROM jobs AS j WHERE j.source_url = ?1 " POSTING_AT_URL;
constexpr std::string_view kText =
    "SELECT j.id, j.description_raw, j.full_description, j.is_cleansed, j.content_hash"
    " FROM jobs AS j WHERE j.source_url = ?1 " POSTING_AT_URL;

}  // namespace

// The address is only looked up, never asked: what the sync has stored is all there is to show.
ApiResult get_job_content(Context& context) {
  const std::string url = context.parameters.text("url", 2'000);
  const std::string company = context.parameters.text("company", 300);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  if (url.empty() || company.empty()) {
    return refuse(400, "invalid_parameter",
                  std::string(url.empty() ? "url" : "company") + ": is missing");
  }
  const std::array batch{Statement{kJob, {url}}, Statement{kText, {url}}};
  Query query(context, batch);
  const auto job = query.first<JobRow>(0);
  auto text = query.first<StoredText>(1);
  if (query.error()) return std::unexpected(*query.error());
  if (!job || !text) return refuse(404, "not_found", "url: is not that of a posting we know.");
  const CleansedText cleansed = cleanse(context, *job, *std::move(text));
  return Answer{.body = dump({{"content", cleansed.html}}),
                .headers = {{"cache-control", "no-cache, no-store, must-revalidate"},
                            {"x-api-version", "v3"}}};
}

}  // namespace spearyx::api
