#include "model/role.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <numeric>

namespace spearyx {
namespace {

std::int64_t agreeing_places(SketchPart part, std::string_view a, std::string_view b) {
  return std::inner_product(part.of(a).begin(), part.of(a).end(), part.of(b).begin(),
                            std::int64_t{0}, std::plus<>(), std::equal_to<>());
}

/// Whether two texts share enough of their word triples. With m of n places alike, m / n of all
/// their triples are common to both, and so m / (n + m) of the sum of both.
bool shares_most(std::string_view a, std::string_view b) {
  constexpr auto kPlaces = static_cast<std::int64_t>(sketch::kWhole.size);
  const std::int64_t alike = agreeing_places(sketch::kWhole, a, b);
  const std::int64_t common = alike * (words_in(a) + words_in(b));
  return 100 * common >=
         likeness::kSharePercent * (kPlaces + alike) * std::min(words_in(a), words_in(b));
}

/// Whether one text is the beginning of the other.
bool begins_alike(std::string_view a, std::string_view b) {
  if (std::min(words_in(a), words_in(b)) < likeness::kShortText) {
    return agreeing_places(sketch::kOpening, a, b) >= likeness::kOpeningPlaces;
  }
  return agreeing_places(sketch::kHead, a, b) >= likeness::kHeadPlaces;
}

bool says_enough(std::string_view a, std::string_view b) {
  return std::min(words_in(a), words_in(b)) >= likeness::kLeastText;
}

}  // namespace

std::int64_t words_in(std::string_view sketch) {
  const std::string_view digits = sketch::kLength.of(sketch);
  std::int64_t words = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), words);
  return words;
}

bool is_one_role(const RoleMember& a, const RoleMember& b) {
  if (a.key != b.key) return false;
  const bool is_one_board = !a.board.empty() && a.board == b.board && a.source == b.source;
  if (a.text.starts_with('=') || b.text.starts_with('=')) return a.text == b.text;
  if (a.text.empty() || b.text.empty()) return is_one_board && a.text == b.text;
  if (!is_one_board && !says_enough(a.text, b.text)) return false;
  if (sketch::kNames.of(a.text) != sketch::kNames.of(b.text)) {
    return is_one_board && sketch::kText.of(a.text) == sketch::kText.of(b.text);
  }
  return shares_most(a.text, b.text) || (!is_one_board && begins_alike(a.text, b.text));
}

std::vector<std::size_t> role_leaders(std::span<const RoleMember> postings) {
  std::vector<std::size_t> order(postings.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return postings[i].board.empty(); });
  std::map<std::int64_t, std::vector<std::size_t>> first_of_keys;
  std::vector<std::size_t> leaders(postings.size());
  for (const std::size_t posting : order) {
    std::vector<std::size_t>& first = first_of_keys[postings[posting].key];
    const auto alike = std::ranges::find_if(
        first, [&](std::size_t other) { return is_one_role(postings[other], postings[posting]); });
    leaders[posting] = alike == first.end() ? posting : leaders[*alike];
    if (first.size() < likeness::kMostCompared) first.push_back(posting);
  }
  return leaders;
}

}  // namespace spearyx
