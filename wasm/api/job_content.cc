#include <utility>

#include "api/handlers.h"
#include "api/lazy_cleansing.h"
#include "support/json_object.h"

namespace spearyx::api {

// The address is only looked up, never asked: what the sync has stored is all there is to show.
ApiResult get_job_content(Context& context) {
  const std::string url = context.parameters.text("url", 2'000);
  const std::string company = context.parameters.text("company", 300);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  if (url.empty() || company.empty()) {
    return refuse(400, "invalid_parameter",
                  std::string(url.empty() ? "url" : "company") + ": is missing");
  }
  auto texts = ask(context, store::stored_text_at(url));
  if (!texts) return std::unexpected(std::move(texts.error()));
  if (texts->empty()) return refuse(404, "not_found", "url: is not that of a posting we know.");
  const auto cleansed = cleanse(context, std::move(texts->front()));
  if (cleansed.html.empty()) {
    return refuse(404, "no_description", "url: the source gives no description of this posting.");
  }
  return Answer{.body = dump(json_object({{"content", cleansed.html}})),
                .headers = {{"cache-control", "no-cache, no-store, must-revalidate"},
                            {"x-api-version", "v3"}}};
}

}  // namespace spearyx::api
