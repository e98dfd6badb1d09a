#include "api/spelling.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include "normalize/text.h"
#include "support/decode.h"

namespace spearyx::api {

/// A word of the index near a term of the search, and in how many postings it is.
struct NearWord {
  std::size_t term = 0;
  std::string word;
  std::int64_t postings = 0;
};

namespace {

constexpr std::size_t kMaxCorrectedTerms = 3;
constexpr std::size_t kMinLetters = 4;
constexpr std::size_t kLettersForTwo = 8;
constexpr std::size_t kMaxLetters = 40;

bool is_correctable(const SearchQuery::Term& term) {
  return !term.is_phrase && term.text.size() >= kMinLetters && term.text.size() <= kMaxLetters &&
         std::ranges::all_of(term.text, [](char byte) {
           const char low = static_cast<char>(byte | 0x20);
           return low >= 'a' && low <= 'z';
         });
}

std::size_t allowed_edits(std::string_view word) { return word.size() >= kLettersForTwo ? 2 : 1; }

/// The two letters a word may have been meant to start with: as typed, swapped, one of them too
/// many, or the second one left out or mistaken (then only the first is certain).
std::array<std::string, 4> openings(std::string_view word) {
  return {std::string{word[0], word[1]}, std::string{word[1], word[0]},
          std::string{word[1], word[2]}, std::string{word[0], word[2]}};
}

/// Nothing where the word itself is among the near ones, or none of them is near enough.
const NearWord* nearest(std::size_t term, std::string_view word,
                        const std::vector<NearWord>& near_words) {
  std::size_t least = allowed_edits(word) + 1;
  const NearWord* best = nullptr;
  for (const NearWord& candidate : near_words) {
    if (candidate.term != term) continue;
    const std::size_t distance = edit_distance(word, candidate.word, allowed_edits(word));
    const bool is_nearer = distance < least;
    const bool is_commoner =
        best != nullptr && distance == least && candidate.postings > best->postings;
    if (!is_nearer && !is_commoner) continue;
    least = distance;
    best = &candidate;
  }
  return least == 0 ? nullptr : best;
}

std::string to_text(const SearchQuery& query) {
  std::string text;
  const auto append = [&text](std::string_view sign, const SearchQuery::Term& term) {
    text.append(text.empty() ? "" : " ").append(sign);
    text.append(term.is_phrase ? "\"" + term.text + "\"" : term.text);
  };
  for (const auto& term : query.wanted) append("", term);
  for (const auto& term : query.excluded) append("-", term);
  return text;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, substitution});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

Json ranges_of_near_words(const SearchQuery& query) {
  Json ranges = Json::array();
  std::size_t terms = 0;
  for (std::size_t i = 0; i < query.wanted.size() && terms < kMaxCorrectedTerms; ++i) {
    if (!is_correctable(query.wanted[i])) continue;
    ++terms;
    const std::string word = normalize::ascii_lower(query.wanted[i].text);
    const std::size_t edits = allowed_edits(word);
    for (const std::string& start : openings(word)) {
      ranges.push_back({i, start, word.size() - edits, word.size() + edits});
    }
  }
  return ranges;
}

std::optional<Correction> correct_spelling(const SearchQuery& query, std::string_view near_words) {
  std::vector<NearWord> words;
  if (glz::read<kDecode>(words, near_words)) return std::nullopt;
  Correction correction;
  correction.query = query;
  for (std::size_t i = 0; i < query.wanted.size(); ++i) {
    const NearWord* best = nearest(i, normalize::ascii_lower(query.wanted[i].text), words);
    if (best == nullptr) continue;
    const bool is_first = correction.postings == 0;
    correction.query.wanted[i].text = best->word;
    correction.postings = is_first ? best->postings : std::min(correction.postings, best->postings);
  }
  if (correction.postings == 0) return std::nullopt;
  correction.text = to_text(correction.query);
  return correction;
}

}  // namespace spearyx::api
