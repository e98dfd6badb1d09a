#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/company_id.h"
#include "api/handlers.h"
#include "api/search/spelling.h"
#include "normalize/category/category.h"
#include "normalize/company/firms.h"
#include "normalize/text/text.h"
#include "support/hex.h"
#include "support/json_object.h"

namespace spearyx::api {

/// The newest posting of a place, by its number among those that were asked for.
struct PlacePostingRow {
  std::int64_t place = 0;
  std::string company;
  std::string source_url;
};

namespace {

using normalize::CompanyPlace;
using Firm = std::vector<CompanyPlace>;

/// The most words of a company: seventeen categories at each of its places, and more.
constexpr std::int64_t kMostPlaceWords = 1'000;

// ?1 words of places, without their state.
constexpr std::string_view kNewest = R"sql(
SELECT e.key AS place, j.company, j.source_url FROM json_each(?1) AS e CROSS JOIN jobs AS j
  ON j.id = (SELECT rowid & 1073741823 FROM jobs_fts
    WHERE jobs_fts MATCH '"#+o' || e.value || '" OR "#+k' || e.value || '"'
    ORDER BY rowid DESC LIMIT 1)
)sql";

/// The places of a company key by their index words, with the numbers of their postings.
using Places = std::map<std::string, CompanyPlace>;

/// Adds what a word of the index, behind key and '+', says of a place: "lever+61636d65" that it has
/// postings, "lever+61636d65+c3" also of which category.
void read_place(std::string_view word, std::int64_t postings, Places& places) {
  const std::size_t source = word.find('+');
  if (source == word.npos) return;
  const std::size_t board = std::min(word.find('+', source + 1), word.size());
  CompanyPlace& place = places[std::string(word.substr(0, board))];
  if (board == word.size()) {
    place.source = word.substr(0, source);
    place.board = text_of_hex(word.substr(source + 1, board - source - 1));
    place.postings += postings;
    return;
  }
  std::int64_t category = normalize::kOtherCategory;
  std::from_chars(word.data() + board + 2, word.data() + word.size(), category);
  if (category != normalize::kOtherCategory) place.categories.insert(category);
}

std::vector<WordRange> ranges_behind(const std::string& word) {
  return {words_from("#+o" + word + "+"), words_from("#+k" + word + "+")};
}

/// The firms of a key, as their open postings tell them.
std::expected<std::vector<Firm>, ApiError> firms_of_key(Context& context, const std::string& key) {
  const std::string word = CompanyId{key}.index_words().front();
  const auto words = ask(context, words_within(ranges_behind(word), kMostPlaceWords));
  if (!words) return std::unexpected(words.error());
  Places by_word;
  const std::size_t start = std::string_view("#+o").size() + word.size() + 1;
  for (const IndexWord& one : *words) {
    read_place(std::string_view(one.word).substr(start), one.postings, by_word);
  }
  Json names = Json::array();
  std::vector<CompanyPlace> places;
  for (auto& [rest, place] : by_word) {
    names.push_back(std::string(word).append("+").append(rest));
    places.push_back(std::move(place));
  }
  const auto newest =
      ask(context, store::Query<PlacePostingRow>{"newest of places", kNewest, {dump(names)}});
  if (!newest) return std::unexpected(newest.error());
  for (const PlacePostingRow& row : *newest) {
    CompanyPlace& place = places[static_cast<std::size_t>(row.place)];
    place.name = row.company;
    place.domain = normalize::own_domain(place.source, row.source_url);
  }
  return normalize::firms_of(std::move(places));
}

CompanyId::Place place_of(const CompanyPlace& place) { return {place.source, place.board}; }

/// The id by which a firm is known: the key for the first of it, a place besides for the others.
std::string id_of(const std::string& key, const std::vector<Firm>& firms, const Firm& firm) {
  if (&firm == &firms.front()) return CompanyId{key}.text();
  return CompanyId{key, {place_of(firm.front())}}.text();
}

/// The filter of the firm's postings, as `company` of a list takes it.
std::string filter_of(const std::string& key, const Firm& firm) {
  CompanyId id{key};
  for (const CompanyPlace& place : firm) id.places.push_back(place_of(place));
  return id.text();
}

/// The firm that the id means: that of its place, or the first one.
const Firm& meant_by(const CompanyId& id, const std::vector<Firm>& firms) {
  const auto is_meant = [&](const Firm& firm) {
    return std::ranges::contains(firm, id.places.front(), place_of);
  };
  const auto found = id.places.empty() ? firms.end() : std::ranges::find_if(firms, is_meant);
  return found == firms.end() ? firms.front() : *found;
}

Json to_document(const CompanyPlace& place) {
  return json_object({{"source", place.source},
                      {"board", place.board.empty() ? Json() : Json(place.board)},
                      {"name", place.name},
                      {"postings", place.postings}});
}

Json to_document(const std::string& key, const std::vector<Firm>& firms, const Firm& firm) {
  Json places = Json::array();
  for (const CompanyPlace& place : firm) places.push_back(to_document(place));
  Json namesakes = Json::array();
  for (const Firm& other : firms) {
    if (&other == &firm) continue;
    namesakes.push_back(
        json_object({{"id", id_of(key, firms, other)}, {"name", normalize::firm_name(other)}}));
  }
  return json_object({{"id", id_of(key, firms, firm)},
                      {"name", normalize::firm_name(firm)},
                      {"filter", filter_of(key, firm)},
                      {"places", std::move(places)},
                      {"namesakes", std::move(namesakes)}});
}

}  // namespace

ApiResult get_company(Context& context) {
  CompanyId id = read_company_id(context.captures.front());
  auto firms = firms_of_key(context, id.key);
  if (firms && firms->empty() && id.places.empty()) {
    // A posting that no sync has written has its name for a key.
    id.key = normalize::ascii_lower(context.captures.front());
    firms = firms_of_key(context, id.key);
  }
  if (!firms) return std::unexpected(firms.error());
  if (firms->empty()) {
    return refuse(404, "not_found", "No company of that name has an open posting.");
  }
  return Answer{
      .body = dump(json_object({{"success", true},
                                {"data", to_document(id.key, *firms, meant_by(id, *firms))},
                                {"meta", {{"ignoredParams", context.parameters.ignored()}}}})),
      .max_age_s = 60};
}

}  // namespace spearyx::api
