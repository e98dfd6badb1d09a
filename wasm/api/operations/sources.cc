#include <utility>

#include "api/handlers.h"
#include "model/source.h"
#include "support/json_object.h"

namespace spearyx::api {
namespace {

Json to_document(const SourceInfo& source) {
  const Terms& terms = source.terms;
  return json_object({{"name", source.name},
                      {"displayName", source.display_name},
                      {"kind", source.has_boards() ? "boards" : "feed"},
                      {"credit", terms.credit},
                      {"homeUrl", terms.home_url},
                      {"followLink", terms.needs_followed_link},
                      {"allowsJobPostingMarkup", terms.allows_job_posting_markup},
                      {"maySyndicate", terms.may_syndicate}});
}

}  // namespace

// Asks the database nothing: every page of the site needs it.
ApiResult get_sources(Context& /*context*/) {
  Json sources = Json::array();
  for (const SourceInfo& source : kSources) sources.push_back(to_document(source));
  return Answer{.body = dump(json_object({{"success", true}, {"data", std::move(sources)}})),
                .max_age_s = 3'600};
}

}  // namespace spearyx::api
