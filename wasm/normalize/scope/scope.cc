#include "normalize/scope/scope.h"

#include <algorithm>
#include <utility>

#include "normalize/scope/places.h"

namespace spearyx::normalize {
namespace {

constexpr std::size_t kLongestLocation = 8192;

constexpr unsigned kind_bit(PlaceKind kind) { return 1U << static_cast<unsigned>(kind); }
constexpr unsigned kCity = kind_bit(PlaceKind::kCity);
constexpr unsigned kOffice = kCity | kind_bit(PlaceKind::kSubdivision);
constexpr unsigned kArea = kind_bit(PlaceKind::kCountry) | kind_bit(PlaceKind::kRegion);

/// An alternative of a location text: "San Francisco, CA" and "Remote US" in one text.
struct Item {
  std::size_t first;  // mentions, half-open
  std::size_t last;
  unsigned kinds = 0;  // of the places but for "anywhere" and "worldwide"
  bool is_remote = false;

  bool is_office() const { return !is_remote && (kinds & kOffice) != 0; }
  bool is_scope() const { return is_remote && (kinds & kArea) != 0; }
  bool is_bare_remote() const { return is_remote && first == last; }
};

class ScopeReader {
 public:
  explicit ScopeReader(std::string_view text)
      : words_(text.substr(0, kLongestLocation)), mentions_(find_mentions(words_)) {
    drop_annotated_regions();
    split_items();
  }

  PlaceScope scope() const {
    if (std::ranges::any_of(items_, [this](const Item& item) { return is_worldwide(item); })) {
      return {.codes = {kWorld}, .names_area = true};
    }
    const bool is_stated = std::ranges::any_of(items_, &Item::is_scope);
    std::vector<std::string_view> scope;
    unsigned kinds = 0;
    for (const Item& item : items_) {
      if (is_stated && item.is_office()) continue;
      for (std::size_t i = item.first; i < item.last; ++i) {
        if (!is_world(mentions_[i])) add_codes(scope, mentions_[i].place.codes);
      }
      kinds |= item.kinds;
    }
    const bool is_open = kinds == kCity && std::ranges::any_of(items_, &Item::is_bare_remote);
    if (is_open && scope.size() > 1) scope.clear();
    return {.codes = std::move(scope), .names_area = (kinds & kArea) != 0};
  }

 private:
  static bool is_world(const Mention& mention) { return mention.place.codes == kWorld; }

  void split_items() {
    std::size_t mention = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool is_place = mention < mentions_.size() && mentions_[mention].begin == i;
      if (items_.empty() || starts_item(i, is_place ? mentions_[mention].end : i)) {
        items_.push_back({.first = mention, .last = mention});
      }
      Item& item = items_.back();
      item.is_remote = item.is_remote || is_remote_word(words_[i].folded);
      if (!is_place) continue;
      if (!is_world(mentions_[mention])) item.kinds |= kind_bit(mentions_[mention].place.kind);
      item.last = ++mention;
    }
  }

  /// Whether an alternative starts at a word: after ";" and the like; at "or remote …", ", remote
  /// …", ", US remote"; after ") or". A place that begins at the word ends at `place_end`.
  bool starts_item(std::size_t i, std::size_t place_end) const {
    const std::string_view gap = words_[i].gap;
    if (is_hard_break(gap)) return true;
    const Word& before = words_[i - 1];
    if (before.folded == "or" && before.gap.contains(')')) return true;
    if (before.folded != "or" && !gap.contains(',') && !gap.contains('/')) return false;
    return is_remote_at(i) || (is_degree(i) && is_remote_at(i + 1)) ||
           (place_end > i && is_remote_at(place_end) && words_[place_end].gap.size() == 1 &&
            words_[place_end].gap != ",");
  }

  bool is_remote_at(std::size_t i) const {
    return i < words_.size() && is_remote_word(words_[i].folded);
  }

  bool is_degree(std::size_t i) const {
    const std::string_view word = words_[i].folded;
    return word == "fully" || word == "100" || word == "completely";
  }

  /// Drops regions that countries explain, "Europe (Spain, Portugal)", "EMEA - Germany", "Germany
  /// (EU)": the countries are the statement.
  void drop_annotated_regions() {
    std::vector<Mention> kept;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const bool is_region = mentions_[i].place.kind == PlaceKind::kRegion;
      const bool is_annotated =
          (i + 1 < mentions_.size() && annotate(i, i + 1)) || (i > 0 && annotate(i - 1, i));
      if (!is_region || !is_annotated) kept.push_back(mentions_[i]);
    }
    mentions_ = std::move(kept);
  }

  /// Whether one place explains the other: one is a region, the other is not, and only a
  /// parenthesis, dash or colon stands between.
  bool annotate(std::size_t i, std::size_t j) const {
    const bool is_region = mentions_[i].place.kind == PlaceKind::kRegion;
    const bool is_other_region = mentions_[j].place.kind == PlaceKind::kRegion;
    if (is_region == is_other_region || mentions_[i].end != mentions_[j].begin) return false;
    const std::string_view gap = words_[mentions_[j].begin].gap;
    return gap.find_first_of("(-:[") != gap.npos || gap.contains("–") || gap.contains("—");
  }

  /// Whether an item means the whole world: "Worldwide" does beside anything, "Anywhere" only alone
  /// in its item.
  bool is_worldwide(const Item& item) const {
    for (std::size_t i = item.first; i < item.last; ++i) {
      const std::string_view word = words_[mentions_[i].end - 1].folded;
      const bool is_weak = word == "anywhere" || word == "global" || word == "globally";
      if (is_world(mentions_[i]) && (!is_weak || item.last - item.first == 1)) return true;
    }
    return false;
  }

  Words words_;
  std::vector<Mention> mentions_;
  std::vector<Item> items_;
};

/// The codes of a text that is just the name of a country or region.
std::string_view country_or_region(std::string_view name) {
  const std::string_view country = country_code(name);
  if (!country.empty()) return country;
  const Words words(name);
  const auto match = longest_place(words);
  const bool is_region = match && match->place.kind == PlaceKind::kRegion;
  return is_region && match->words == words.size() ? match->place.codes : std::string_view();
}

}  // namespace

PlaceScope scope_of_places(std::string_view location_text) {
  return ScopeReader(location_text).scope();
}

std::vector<std::string_view> remote_scope(std::string_view location_text) {
  return scope_of_places(location_text).codes;
}

std::vector<std::string_view> scope_from_countries(std::span<const std::string_view> names) {
  if (names.empty()) return {kWorld};
  std::vector<std::string_view> scope;
  for (const std::string_view name : names) add_codes(scope, country_or_region(name));
  return scope;
}

std::string scope_json(std::span<const std::string_view> scope) {
  if (scope.empty()) return {};
  std::string json = "[";
  for (const std::string_view code : scope) {
    if (json.size() > 1) json.push_back(',');
    json.append("\"").append(code).append("\"");
  }
  return json.append("]");
}

}  // namespace spearyx::normalize
