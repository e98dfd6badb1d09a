#include <array>

#include "api/job_list.h"

namespace spearyx::api {

/// How many postings have a property's value.
struct FacetRow {
  std::string property;
  std::string value;
  std::int64_t count = 0;
};

namespace {

// Straight from the index: every open posting is in it with one word per property.
constexpr std::string_view kAllOpen = R"sql(
SELECT 'category' AS property, substr(term, 5) AS value, doc AS count FROM jobs_terms
WHERE term >= '#+oc' AND term < '#+od'
UNION ALL SELECT 'source', substr(term, 5), doc FROM jobs_terms
WHERE term >= '#+os' AND term < '#+ot'
UNION ALL SELECT 'remote', upper(substr(term, 5)), doc FROM jobs_terms
WHERE term >= '#+or' AND term < '#+os'
)sql";

constexpr std::string_view kAmongNewest = R"sql(
WITH matches AS MATERIALIZED (
  SELECT j.category_id, j.source_name, j.remote_scope
  FROM (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH ?1 AND rowid >= CAST(?2 AS INTEGER)
        ORDER BY rowid DESC LIMIT 1000) AS f
  CROSS JOIN jobs AS j ON j.id = (f.rowid & 1073741823)
)
SELECT 'category' AS property, CAST(category_id AS TEXT) AS value, count(*) AS count
FROM matches GROUP BY category_id
UNION ALL SELECT 'source', source_name, count(*) FROM matches GROUP BY source_name
UNION ALL SELECT 'remote', replace(e.value, '_', ''), count(*)
FROM matches AS m CROSS JOIN json_each(iif(json_valid(m.remote_scope), m.remote_scope, '[]')) AS e
GROUP BY e.value
)sql";

std::string in_full(const FacetRow& row) {
  if (row.property != "remote") return row.value;
  if (row.value == "NORTHAMERICA") return "NORTH_AMERICA";
  return row.value == "MIDDLEEAST" ? "MIDDLE_EAST" : row.value;
}

}  // namespace

std::expected<Json, ApiError> count_facets(Context& context, const JobFilter& filter) {
  const bool counts_all = filter.is_plain() && filter.is_open_only();
  const Statement statement = counts_all
                                  ? Statement{kAllOpen, {}}
                                  : Statement{kAmongNewest,
                                              {to_match(filter, LastWord::kPrefixFromThree),
                                               std::to_string(lowest_key(filter, context.now))}};
  Query query(context, std::array{statement});
  Json facets{{"category", Json::object()}, {"source", Json::object()}, {"remote", Json::object()}};
  for (const FacetRow& row : query.rows<FacetRow>(0))
    facets[row.property][in_full(row)] = row.count;
  if (query.error()) return std::unexpected(*query.error());
  return facets;
}

}  // namespace spearyx::api
