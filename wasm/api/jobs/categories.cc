#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "api/handlers.h"
#include "api/jobs/document.h"
#include "normalize/category/category.h"

namespace spearyx::api {

/// The number of open postings of a category; no row where it has none.
struct CategoryRow {
  std::int64_t category_id = 0;
  std::int64_t jobs = 0;
};

namespace {

constexpr std::string_view kJobsByCategory =
    "SELECT category_id, sum(postings) AS jobs FROM shown_counts GROUP BY category_id";

}  // namespace

ApiResult get_categories(Context& context) {
  const auto counts =
      ask(context, store::Query<CategoryRow>{"jobs by category", kJobsByCategory, {}});
  if (!counts) return std::unexpected(counts.error());
  Json categories = Json::array();
  for (const normalize::Category& category : normalize::kCategories) {
    const auto counted = std::ranges::find(*counts, category.id, &CategoryRow::category_id);
    Json document = to_document(category);
    document["jobCount"] = counted == counts->end() ? 0 : counted->jobs;
    categories.push_back(std::move(document));
  }
  return Answer{.body = dump(json_object({{"success", true}, {"data", std::move(categories)}})),
                .max_age_s = 60};
}

}  // namespace spearyx::api
