#include "normalize/remote_scope.h"

#include <algorithm>

#include "normalize/remote_scope_places.h"

namespace spearyx::normalize {
namespace {

constexpr std::string_view kWorld = "WORLD";
constexpr std::size_t kLongestLocation = 8192;

/// An alternative of a location text: "San Francisco, CA" and "Remote US" in one text.
struct Item {
  std::size_t begin;  // words, half-open
  std::size_t end;
  std::vector<Mention> mentions;
  bool is_remote = false;

  bool names(PlaceKind kind) const {
    return std::ranges::any_of(mentions, [&](const Mention& m) {
      return m.place.kind == kind && m.place.codes != kWorld;
    });
  }
  /// Cities and states without a word of remote work.
  bool is_office() const {
    return !is_remote && (names(PlaceKind::kCity) || names(PlaceKind::kSubdivision));
  }
  bool is_scope() const {
    return is_remote && (names(PlaceKind::kCountry) || names(PlaceKind::kRegion));
  }
  bool is_bare_remote() const { return is_remote && mentions.empty(); }
};

class ScopeReader {
 public:
  explicit ScopeReader(std::string_view text) : words_(text.substr(0, kLongestLocation)) {
    mentions_ = find_mentions(words_);
    split_items();
    for (Item& item : items_) drop_annotated_regions(item.mentions);
  }

  std::vector<std::string_view> scope() const {
    if (is_worldwide()) return {kWorld};
    const bool is_stated = std::ranges::any_of(items_, &Item::is_scope);
    std::vector<std::string_view> scope;
    bool only_cities = true;
    for (const Item& item : items_) {
      if (is_stated && item.is_office()) continue;
      for (const Mention& mention : item.mentions) {
        if (mention.place.codes == kWorld) continue;
        add_codes(scope, mention.place.codes);
        only_cities = only_cities && mention.place.kind == PlaceKind::kCity;
      }
    }
    const bool is_open = only_cities && std::ranges::any_of(items_, &Item::is_bare_remote);
    if (is_open && scope.size() > 1) scope.clear();
    return scope;
  }

 private:
  void split_items() {
    auto mention = mentions_.begin();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (items_.empty() || starts_item(i))
        items_.push_back({.begin = i, .end = i, .mentions = {}});
      Item& item = items_.back();
      item.end = i + 1;
      item.is_remote = item.is_remote || is_remote_word(words_[i].folded);
      if (mention == mentions_.end() || mention->begin != i) continue;
      item.mentions.push_back(*mention);
      ++mention;
    }
  }

  /// After ";" and the like; at "or remote …", ", remote …", ", US remote"; after ") or".
  bool starts_item(std::size_t i) const {
    const std::string_view gap = words_[i].gap;
    if (is_hard_break(gap)) return true;
    if (words_[i - 1].folded == "or" && words_[i - 1].gap.contains(')')) return true;
    const bool is_alternative =
        words_[i - 1].folded == "or" || gap.contains(',') || gap.contains('/');
    return is_alternative && (starts_remote(i) || is_place_with_remote(i));
  }

  bool starts_remote(std::size_t i) const {
    const std::string_view word = words_[i].folded;
    const bool is_degree = word == "fully" || word == "100" || word == "completely";
    return is_remote_word(word) ||
           (is_degree && i + 1 < words_.size() && is_remote_word(words_[i + 1].folded));
  }

  /// "US Remote", "US-Remote"; but "Toronto, Remote".
  bool is_place_with_remote(std::size_t i) const {
    const auto mention = std::ranges::lower_bound(mentions_, i, {}, &Mention::begin);
    if (mention == mentions_.end() || mention->begin != i || mention->end >= words_.size())
      return false;
    const Word& next = words_[mention->end];
    return is_remote_word(next.folded) && (next.gap == " " || next.gap == "-");
  }

  /// "Europe (Spain, Portugal)", "EMEA - Germany", "Germany (EU)": the country is the statement.
  void drop_annotated_regions(std::vector<Mention>& mentions) const {
    std::vector<Mention> kept;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const bool before = i + 1 < mentions.size() && annotate(mentions[i], mentions[i + 1]);
      const bool after = i > 0 && annotate(mentions[i - 1], mentions[i]);
      const bool is_region = mentions[i].place.kind == PlaceKind::kRegion;
      if (!is_region || (!before && !after)) kept.push_back(mentions[i]);
    }
    mentions = std::move(kept);
  }

  /// One is a region, the other is not, and only a parenthesis, dash or colon stands between.
  bool annotate(const Mention& first, const Mention& second) const {
    const bool differ =
        (first.place.kind == PlaceKind::kRegion) != (second.place.kind == PlaceKind::kRegion);
    if (!differ || first.end != second.begin) return false;
    const std::string_view gap = words_[second.begin].gap;
    return gap.find_first_of("(-:[") != gap.npos || gap.contains("–") || gap.contains("—");
  }

  /// "Worldwide" holds whatever stands beside it, "Anywhere" only alone in its item.
  bool is_worldwide() const {
    return std::ranges::any_of(items_, [this](const Item& item) {
      return std::ranges::any_of(item.mentions, [&](const Mention& mention) {
        if (mention.place.codes != kWorld) return false;
        return item.mentions.size() == 1 || !is_weak(mention);
      });
    });
  }

  bool is_weak(const Mention& mention) const {
    const std::string_view last = words_[mention.end - 1].folded;
    return last == "anywhere" || last == "global" || last == "globally";
  }

  Words words_;
  std::vector<Mention> mentions_;
  std::vector<Item> items_;
};

}  // namespace

std::vector<std::string_view> remote_scope(std::string_view location_text) {
  return ScopeReader(location_text).scope();
}

std::vector<std::string_view> scope_from_countries(std::span<const std::string_view> names) {
  if (names.empty()) return {kWorld};
  std::vector<std::string_view> scope;
  for (const std::string_view name : names) add_codes(scope, country_code(name));
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
