#include "api/search/spelling.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>
#include <tuple>
#include <utility>

#include "normalize/text/text.h"

namespace spearyx::api {
namespace {

constexpr std::size_t kMaxCorrectedTerms = 3;
constexpr std::size_t kMinLetters = 4;
constexpr std::size_t kLettersForTwo = 8;
constexpr std::size_t kMaxLetters = 40;
constexpr std::size_t kMinCompleted = 2;
/// The most completions of a word: a search for any of many words takes as long as all of them.
constexpr std::size_t kMaxCompletions = 16;

bool is_correctable(const SearchQuery::Term& term) {
  return !term.is_phrase && term.text.size() >= kMinLetters && term.text.size() <= kMaxLetters &&
         std::ranges::all_of(term.text, [](char byte) {
           const char low = static_cast<char>(byte | 0x20);
           return low >= 'a' && low <= 'z';
         });
}

std::size_t allowed_edits(std::string_view word) { return word.size() >= kLettersForTwo ? 2 : 1; }

/// The first letters that a word may have been meant to start with: as typed, with neighbours swapped, or
/// with one letter too many.
std::array<std::string, 7> openings(std::string_view word) {
  const auto letters = [word](std::initializer_list<std::size_t> places) {
    std::string opening;
    for (const std::size_t place : places) opening.push_back(word[place]);
    return opening;
  };
  return {letters({0, 1, 2, 3}), letters({0, 1, 3}), letters({0, 2, 1}), letters({1, 0, 2}),
          letters({0, 2, 3}),    letters({1, 2, 3}), letters({0, 1, 2})};
}

WordRange words_from(const std::string& start) { return {start, start + "\xF4\x8F\xBF\xBF"}; }

/// Whether the word may stand for all that begin with it: there is no separator in it.
bool is_completable(const SearchQuery::Term& term) {
  return !term.is_phrase && term.text.size() >= kMinCompleted &&
         std::ranges::all_of(term.text, [](char byte) {
           const char low = static_cast<char>(byte | 0x20);
           return (low >= 'a' && low <= 'z') || (byte >= '0' && byte <= '9') || byte == '+' ||
                  byte == '#' || static_cast<unsigned char>(byte) >= 0x80;
         });
}

/// The commonest words that begin with the text.
std::vector<std::string> completions_of(const std::string& text, std::vector<IndexWord> words) {
  std::erase_if(words, [&](const IndexWord& word) { return !word.word.starts_with(text); });
  std::ranges::sort(words, [](const IndexWord& a, const IndexWord& b) {
    return std::tuple(-a.postings, std::string_view(a.word)) <
           std::tuple(-b.postings, std::string_view(b.word));
  });
  std::vector<std::string> completions;
  for (const IndexWord& word : words) {
    if (completions.size() == kMaxCompletions) break;
    if (completions.empty() || completions.back() != word.word) completions.push_back(word.word);
  }
  return completions;
}

/// The nearest word; null where none is near enough.
const IndexWord* nearest(std::string_view word, const std::vector<IndexWord>& words) {
  std::size_t least = allowed_edits(word) + 1;
  const IndexWord* best = nullptr;
  for (const IndexWord& candidate : words) {
    const std::size_t distance = edit_distance(word, candidate.word, allowed_edits(word));
    const bool is_nearer = distance < least;
    const bool is_commoner =
        best != nullptr && distance == least && candidate.postings > best->postings;
    if (!is_nearer && !is_commoner) continue;
    least = distance;
    best = &candidate;
  }
  return best;
}

/// The most postings that hold the term.
std::int64_t postings_of(const SearchQuery::Term& term, const std::vector<IndexWord>& words) {
  const std::string text = normalize::ascii_lower(term.text);
  std::int64_t postings = 0;
  bool is_told = false;
  for (const IndexWord& word : words) {
    const bool is_meant = term.completions.empty()
                              ? word.word == text
                              : std::ranges::contains(term.completions, word.word);
    if (is_meant) postings += word.postings;
    is_told = is_told || is_meant;
  }
  return is_told ? postings : std::numeric_limits<std::int64_t>::max();
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

std::vector<WordRange> ranges_of_near_words(const SearchQuery& query) {
  std::vector<WordRange> ranges;
  if (query.wanted.empty()) return ranges;
  std::vector<std::string> misspelt;
  for (const SearchQuery::Term& term : query.wanted) {
    const std::string word = normalize::ascii_lower(term.text);
    if (!term.is_phrase) ranges.push_back({word, word + '\x01'});
    if (is_correctable(term) && misspelt.size() < kMaxCorrectedTerms) misspelt.push_back(word);
  }
  if (is_completable(query.wanted.back())) {
    ranges.push_back(words_from(normalize::ascii_lower(query.wanted.back().text)));
  }
  for (std::size_t kind = 0; kind < 7; ++kind) {
    for (const std::string& word : misspelt) ranges.push_back(words_from(openings(word)[kind]));
  }
  return ranges;
}

OtherSearch other_search(const SearchQuery& query, const std::vector<IndexWord>& words) {
  OtherSearch other{.query = query};
  if (query.wanted.empty()) return other;
  for (SearchQuery::Term& term : other.query.wanted) {
    const std::string word = normalize::ascii_lower(term.text);
    if (term.is_phrase || std::ranges::contains(words, word, &IndexWord::word)) continue;
    const bool is_last = &term == &other.query.wanted.back();
    if (is_last && is_completable(term)) term.completions = completions_of(word, words);
    if (!term.completions.empty() || !is_correctable(term)) continue;
    if (const IndexWord* best = nearest(word, words)) {
      term.text = best->word;
      other.corrected = to_text(other.query);
    }
  }
  for (const SearchQuery::Term& term : other.query.wanted) {
    other.most_postings = std::min(other.most_postings, postings_of(term, words));
  }
  return other;
}

}  // namespace spearyx::api
