#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "api/index_words.h"
#include "api/job_list.h"
#include "model/source.h"
#include "normalize/category.h"

namespace spearyx::api {

/// How many postings have a value.
struct FacetRow {
  std::string property;
  std::string value;
  std::int64_t count = 0;
};

/// A posting's values.
struct ValuesRow {
  std::int64_t category_id = 1;
  std::string source_name;
  std::optional<std::string> remote_scope;
};

namespace {

// ?1 [[property, value, word], …]; ?2 what words of remote scopes start with.
constexpr std::string_view kFromIndex = R"sql(
SELECT e.value ->> 0 AS property, e.value ->> 1 AS value,
  coalesce((SELECT doc FROM jobs_terms WHERE term = e.value ->> 2), 0) AS count
FROM json_each(?1) AS e
UNION ALL
SELECT 'remote', upper(substr(t.term, length(e.value) + 1)), t.doc
FROM json_each(?2) AS e CROSS JOIN jobs_terms AS t
  ON t.term >= e.value AND t.term < e.value || '{'
)sql";

constexpr std::int64_t kCountedAmong = 200;

constexpr std::string_view kNewest = R"sql(
SELECT j.category_id, j.source_name, j.remote_scope
FROM (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH ?1 AND rowid >= CAST(?2 AS INTEGER)
  ORDER BY rowid DESC LIMIT ?3) AS f
CROSS JOIN jobs AS j ON j.id = (f.rowid & 1073741823)
)sql";

/// Combinations of categories and sources that may be looked up for each value.
constexpr std::size_t kMaxCombinations = 4;

bool is_known_to_index(const JobFilter& filter) {
  JobFilter rest = filter;
  rest.categories.clear();
  rest.sources.clear();
  const auto count = [](const Words& values) { return std::max<std::size_t>(1, values.size()); };
  return rest.is_plain() && filter.is_open_only() &&
         count(filter.categories) * count(filter.sources) <= kMaxCombinations;
}

std::string scope_in_full(const std::string& word) {
  if (word == "NORTHAMERICA") return "NORTH_AMERICA";
  return word == "MIDDLEEAST" ? "MIDDLE_EAST" : word;
}

Words all_categories() {
  Words ids;
  for (const normalize::Category& category : normalize::kCategories) {
    ids.push_back(std::to_string(category.id));
  }
  return ids;
}

Words all_sources() {
  Words names;
  for (const SourceInfo& source : kSources) names.emplace_back(source.name);
  return names;
}

void add(Json& counts, const std::string& property, const std::string& value, std::int64_t count) {
  if (count == 0) return;
  Json& known = counts[property][value];
  known = count + (known.is_number() ? known.get<std::int64_t>() : 0);
}

Statement look_up(const JobFilter& filter) {
  const Words categories = filter.categories.empty() ? all_categories() : filter.categories;
  const Words sources = filter.sources.empty() ? all_sources() : filter.sources;
  Json words = Json::array();
  const auto list = [&words](std::string_view property, const std::string& value,
                             const std::vector<Words>& parts) {
    for (const std::string& word : combinations(parts)) {
      words.push_back({property, value, "#+o" + word});
    }
  };
  for (const std::string& category : categories) {
    list("category", category, {{"c" + category}, prefixed("s", filter.sources)});
  }
  for (const std::string& source : sources) {
    list("source", source, {prefixed("c", filter.categories), {"s" + source}});
  }
  Json starts = Json::array();
  for (const std::string& start : combinations(
           {prefixed("c", filter.categories), prefixed("s", filter.sources), Words{"r"}})) {
    starts.push_back("#+o" + start);
  }
  return {kFromIndex, {dump(words), dump(starts)}};
}

Json no_counts() {
  return {{"category", Json::object()}, {"source", Json::object()}, {"remote", Json::object()}};
}

std::expected<Facets, ApiError> count_all(Context& context, const JobFilter& filter) {
  Query query(context, std::array{look_up(filter)});
  Facets facets{.counts = no_counts()};
  for (const FacetRow& row : query.rows<FacetRow>(0)) {
    const bool is_scope = row.property == "remote";
    add(facets.counts, row.property, is_scope ? scope_in_full(row.value) : row.value, row.count);
  }
  if (query.error()) return std::unexpected(*query.error());
  return facets;
}

std::expected<Facets, ApiError> count_newest(Context& context, const JobFilter& filter) {
  const std::string lowest = std::to_string(lowest_key(filter, context.now));
  Query query(context,
              std::array{Statement{
                  kNewest, {to_match(filter, LastWord::kPrefixFromThree), lowest, kCountedAmong}}});
  Facets facets{.counts = no_counts()};
  const auto postings = query.rows<ValuesRow>(0);
  if (query.error()) return std::unexpected(*query.error());
  for (const ValuesRow& posting : postings) {
    add(facets.counts, "category", std::to_string(posting.category_id), 1);
    add(facets.counts, "source", posting.source_name, 1);
    for (const Json& scope : parse_json(posting.remote_scope.value_or("[]"))) {
      if (scope.is_string()) add(facets.counts, "remote", scope.get<std::string>(), 1);
    }
  }
  if (std::cmp_greater_equal(postings.size(), kCountedAmong)) facets.counted_among = kCountedAmong;
  return facets;
}

}  // namespace

std::expected<Facets, ApiError> count_facets(Context& context, const JobFilter& filter) {
  return is_known_to_index(filter) ? count_all(context, filter) : count_newest(context, filter);
}

}  // namespace spearyx::api
