#include "api/handlers.h"
#include "api/jobs/document.h"
#include "api/search/index_words.h"
#include "normalize/cleansing.h"
#include "support/json_object.h"

namespace spearyx::api {

/// A description as its source states it.
struct DescriptionRow {
  std::string source_name;
  std::string description_raw;
};

namespace {

// Of several postings with this address the open one, else the last.
constexpr std::string_view kAtAddress =
    "SELECT j.source_name, j.description_raw FROM jobs_fts AS f CROSS " SPEARYX_JOBS_BY_KEY
    " WHERE jobs_fts MATCH ?1 ORDER BY j.closed_at IS NOT NULL, j.id DESC LIMIT 1";

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
  const auto found = ask(
      context,
      store::Query<DescriptionRow>{"description at an address", kAtAddress, {address_match(url)}});
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return refuse(404, "not_found", "url: is not that of a posting we know.");
  const DescriptionRow& row = found->front();
  const std::string html = normalize::cleanse_description(row.description_raw, row.source_name);
  if (html.empty())
    return refuse(404, "no_description", "url: there is no description of this posting.");
  return Answer{.body = dump(json_object({{"content", html}})),
                .headers = {{"cache-control", "no-cache, no-store, must-revalidate"},
                            {"x-api-version", "v3"}}};
}

}  // namespace spearyx::api
