#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "api/index_words.h"
#include "api/job_list.h"
#include "model/source.h"
#include "normalize/category.h"
#include "support/json_object.h"

namespace spearyx::api {
namespace {

// ?1 [[property, value, word], …]; ?2 what words of remote scopes start with. Answers
// [{property, value, postings}, …].
constexpr std::string_view kFromIndex = R"sql(
SELECT json_group_array(json_object('property', property, 'value', value,
  'postings', postings)) AS text FROM (
  SELECT e.value ->> 0 AS property, e.value ->> 1 AS value,
    coalesce((SELECT doc FROM jobs_terms WHERE term = e.value ->> 2), 0) AS postings
  FROM json_each(?1) AS e
  UNION ALL
  SELECT 'remote', upper(substr(t.term, length(e.value) + 1)), t.doc
  FROM json_each(?2) AS e CROSS JOIN jobs_terms AS t
    ON t.term >= e.value AND t.term < e.value || '{')
)sql";

constexpr std::int64_t kCountedAmong = 200;

// [{category, source, scopes, paysEnough}, …] of the newest ones. ?4 least salary, where the match
// does not know it.
constexpr std::string_view kCountNewest = R"sql(
SELECT json_group_array(json_object('category', CAST(j.category_id AS TEXT), 'source', j.source_name,
  'scopes', json(iif(json_valid(j.remote_scope), j.remote_scope, '[]')),
  'paysEnough', ?4 IS NULL OR j.salary_usd_year >= ?4)) AS text
FROM (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH ?1 AND rowid >= CAST(?2 AS INTEGER)
  ORDER BY rowid DESC LIMIT ?3) AS f
CROSS JOIN jobs AS j ON j.id = (f.rowid & 1073741823)
)sql";

/// Combinations of categories and sources that may be looked up for each value.
constexpr std::size_t kMaxFacetCombinations = 4;

bool is_known_to_index(const JobFilter& filter) {
  JobFilter rest = filter;
  rest.categories.clear();
  rest.sources.clear();
  const auto count = [](const Words& values) { return std::max<std::size_t>(1, values.size()); };
  return rest.is_plain() && filter.is_shown_only() &&
         count(filter.categories) * count(filter.sources) <= kMaxFacetCombinations;
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
  Json& known = counts[property][scope_in_full(value)];
  known = count + (known.is_number() ? known.get<std::int64_t>() : 0);
}

store::Query<TextRow> look_up(const JobFilter& filter) {
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
  return {"facets of the index", kFromIndex, {dump(words), dump(starts)}};
}

Json no_counts() {
  return json_object(
      {{"category", Json::object()}, {"source", Json::object()}, {"remote", Json::object()}});
}

/// The array that a statement answers with.
std::expected<Json, ApiError> ask_for_list(Context& context, store::Query<TextRow> query) {
  return ask(context, std::move(query)).transform([](const std::vector<TextRow>& rows) {
    return rows.empty() ? Json() : parse_json(rows.front().text);
  });
}

std::expected<Facets, ApiError> count_all(Context& context, const JobFilter& filter) {
  const auto list = ask_for_list(context, look_up(filter));
  if (!list) return std::unexpected(list.error());
  Facets facets{.counts = no_counts()};
  for (const Json& row : *list) {
    add(facets.counts, text_in(row, "property"), text_in(row, "value"), number_in(row, "postings"));
  }
  return facets;
}

std::expected<Facets, ApiError> count_newest(Context& context, const JobFilter& filter,
                                             LastWord last_word) {
  const auto postings = ask_for_list(context, newest_for_facets(filter, last_word, context.now));
  if (!postings) return std::unexpected(postings.error());
  return facets_among_newest(*postings);
}

}  // namespace

store::Query<TextRow> newest_for_facets(const JobFilter& filter, LastWord last_word,
                                        UnixSeconds now) {
  const std::string lowest = std::to_string(lowest_key(filter, now));
  return {"facets of the newest",
          kCountNewest,
          {to_match(filter, last_word), lowest, kCountedAmong,
           number_or_null(salary_to_check(filter))}};
}

Facets facets_among_newest(const Json& postings) {
  Facets facets{.counts = no_counts()};
  for (const Json& posting : postings) {
    if (number_in(posting, "paysEnough") == 0) continue;
    for (const char* property : {"category", "source"}) {
      add(facets.counts, property, text_in(posting, property), 1);
    }
    for (const Json& scope : member_of(posting, "scopes")) {
      if (scope.is_string()) add(facets.counts, "remote", scope.get<std::string>(), 1);
    }
  }
  facets.postings = static_cast<std::int64_t>(postings.size());
  if (facets.postings >= kCountedAmong) facets.counted_among = kCountedAmong;
  return facets;
}

std::expected<Facets, ApiError> count_facets(Context& context, const JobFilter& filter,
                                             LastWord last_word) {
  if (filter.search.matches_nothing()) return Facets{.counts = no_counts()};
  if (is_known_to_index(filter)) return count_all(context, filter);
  return count_newest(context, filter, last_word);
}

}  // namespace spearyx::api
