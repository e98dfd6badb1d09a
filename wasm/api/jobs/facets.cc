#include "api/jobs/facets.h"

#include <algorithm>

#include "api/search/index_words.h"
#include "normalize/category/seniority.h"
#include "support/json_object.h"

namespace spearyx::api {
namespace {

// ?1 match; ?2 lowest key; ?3 how many; ?4 least salary, where the match does not know it.
constexpr std::string_view kNewestForFacets = R"sql(
SELECT j.category_id, j.source_name, j.marks
FROM (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH ?1 AND rowid >= CAST(?2 AS INTEGER)
  ORDER BY rowid DESC LIMIT ?3) AS f
CROSS JOIN jobs AS j ON j.id = (f.rowid & 1073741823) WHERE ?4 IS NULL OR j.salary_usd_year >= ?4
)sql";

void count(Facets& facets, const char* property, const std::string& value, std::int64_t postings) {
  Json& known = facets.counts[property][value];
  known = postings + (known.is_number() ? known.get<std::int64_t>() : 0);
}

/// The property whose value a mark is; nothing for an unknown scope.
const char* property_of(const std::string& mark) {
  if (mark == kUnknownPlace) return nullptr;
  if (std::ranges::contains(normalize::kLevels, mark)) return "level";
  return std::ranges::contains(normalize::kEmploymentTypes, mark) ? "employmentType" : "remote";
}

void count_mark(Facets& facets, const std::string& mark, std::int64_t postings) {
  if (const char* property = property_of(mark)) count(facets, property, mark, postings);
}

}  // namespace

Facets no_facets() {
  return {.counts = json_object({{"category", Json::object()},
                                 {"source", Json::object()},
                                 {"remote", Json::object()},
                                 {"level", Json::object()},
                                 {"employmentType", Json::object()}})};
}

Facets to_facets(const std::vector<ShownCountRow>& rows) {
  Facets facets = no_facets();
  for (const ShownCountRow& row : rows) {
    facets.postings += row.postings;
    count(facets, "category", std::to_string(row.category_id), row.postings);
    count(facets, "source", row.source, row.postings);
    for (const auto& [mark, postings] : parse_json(row.marked).items()) {
      if (postings.is_number()) count_mark(facets, mark, postings.get<std::int64_t>());
    }
  }
  return facets;
}

store::Query<FacetRow> newest_for_facets(const JobFilter& filter, std::int64_t most,
                                         UnixSeconds now) {
  return {"newest for facets",
          kNewestForFacets,
          {to_match(filter), std::to_string(lowest_key(filter, now)), most + 1,
           number_or_null(salary_to_check(filter))}};
}

Facets to_facets(const std::vector<FacetRow>& rows, std::int64_t most) {
  Facets facets = no_facets();
  facets.postings = std::min<std::int64_t>(std::ssize(rows), most);
  if (std::ssize(rows) > most) facets.counted_among = most;
  for (std::int64_t i = 0; i < facets.postings; ++i) {
    const FacetRow& row = rows[static_cast<std::size_t>(i)];
    count(facets, "category", std::to_string(row.category_id), 1);
    count(facets, "source", row.source_name, 1);
    for (const Json& mark : parse_json(row.marks)) {
      if (mark.is_string()) count_mark(facets, mark.get<std::string>(), 1);
    }
  }
  return facets;
}

}  // namespace spearyx::api
