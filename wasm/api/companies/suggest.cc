#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "api/company_id.h"
#include "api/handlers.h"
#include "api/search/index_text.h"
#include "api/search/spelling.h"
#include "support/json_object.h"

namespace spearyx::api {

/// A company's name, by its place among those that were asked for.
struct CompanyNameRow {
  std::int64_t place = 0;
  std::string company;
};

namespace {

/// The beginning of the words of the index that hold the names of companies.
constexpr std::string_view kMark = "#+ow";
constexpr std::size_t kSuggested = 10;
constexpr std::int64_t kMostWords = 100;

// ?1 words: each as the company of the newest posting that holds it spells it.
constexpr std::string_view kNames = R"sql(
SELECT e.key AS place, j.company FROM json_each(?1) AS e CROSS JOIN jobs AS j
  ON j.id = (SELECT rowid & 1073741823 FROM jobs_fts
    WHERE jobs_fts MATCH '"' || e.value || '"' ORDER BY rowid DESC LIMIT 1)
)sql";

std::vector<WordRange> ranges_of(const std::string& key) {
  std::vector<std::string> starts{key};
  if (is_correctable(key)) {
    starts.append_range(openings(key));
    starts.push_back(key.substr(0, 2));
  }
  std::vector<WordRange> ranges;
  for (const std::string& start : starts) ranges.push_back(words_from(std::string(kMark) + start));
  return ranges;
}

/// Adds a suggestion, or its postings to that of another spelling of the company.
void suggest(Json& companies, const std::string& name, std::int64_t postings) {
  const std::string id = CompanyId{read_company_id(name).key}.text();
  const auto known =
      std::ranges::find_if(companies, [&](const Json& one) { return one["id"] == id; });
  if (known == companies.end()) {
    companies.push_back(json_object({{"id", id}, {"name", name}, {"postings", postings}}));
  } else {
    (*known)["postings"] = (*known)["postings"].get<std::int64_t>() + postings;
  }
}

/// The number of edits from what was typed to the beginning of a name; nothing for another name.
std::optional<std::size_t> edits_of(std::string_view key, std::string_view name) {
  if (name.starts_with(key)) return 0;
  if (!is_correctable(key)) return std::nullopt;
  const std::size_t most = allowed_edits(key);
  std::size_t least = most + 1;
  for (std::size_t size = key.size() - most; size <= key.size() + most; ++size) {
    least = std::min(least, edit_distance(key, name.substr(0, size), most));
  }
  return least > most ? std::nullopt : std::optional(std::max<std::size_t>(1, least));
}

struct Suggestion {
  std::size_t edits;
  IndexWord word;
};

/// The names to suggest: the typed one itself, then those that begin with it, or are a slip away
/// where none does; among equals, those with more postings first.
std::vector<Suggestion> best_of(std::string_view key, std::vector<IndexWord> words) {
  std::vector<Suggestion> best;
  for (IndexWord& word : words) {
    const auto edits = edits_of(key, std::string_view(word.word).substr(kMark.size()));
    const bool is_known = std::ranges::contains(
        best, word.word, [](const Suggestion& known) { return known.word.word; });
    if (edits && !is_known) best.push_back({*edits, std::move(word)});
  }
  std::ranges::sort(best, {}, [&](const Suggestion& one) {
    const bool is_longer = one.word.word.size() > kMark.size() + key.size();
    return std::tuple(one.edits, is_longer, -one.word.postings, one.word.word);
  });
  const std::size_t least = best.empty() ? 0 : best.front().edits;
  std::erase_if(best, [least](const Suggestion& one) { return one.edits > least; });
  if (best.size() > kSuggested) best.resize(kSuggested);
  return best;
}

std::expected<Json, ApiError> companies_like(Context& context, const std::string& key) {
  auto words = ask(context, words_within(ranges_of(key), kMostWords));
  if (!words) return std::unexpected(std::move(words.error()));
  const auto best = best_of(key, *std::move(words));
  Json companies = Json::array();
  if (best.empty()) return companies;
  Json keys = Json::array();
  for (const Suggestion& one : best) keys.push_back(one.word.word);
  const auto names =
      ask(context, store::Query<CompanyNameRow>{"names of companies", kNames, {dump(keys)}});
  if (!names) return std::unexpected(names.error());
  for (const auto& [place, company] : *names) {
    const std::int64_t postings = best[static_cast<std::size_t>(place)].word.postings;
    suggest(companies, company, postings);
  }
  return companies;
}

}  // namespace

ApiResult get_company_suggestions(Context& context) {
  const std::string key = suggestion_key(context.parameters.text("q"));
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  auto companies =
      key.empty() ? std::expected<Json, ApiError>(Json::array()) : companies_like(context, key);
  if (!companies) return std::unexpected(std::move(companies.error()));
  return Answer{
      .body = dump(json_object({{"success", true},
                                {"data", {{"companies", *std::move(companies)}}},
                                {"meta", {{"ignoredParams", context.parameters.ignored()}}}})),
      .max_age_s = 60};
}

}  // namespace spearyx::api
