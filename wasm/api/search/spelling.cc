#include "api/search/spelling.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "api/search/index_text.h"
#include "normalize/text/text.h"
#include "support/json.h"

namespace spearyx::api {
namespace {

// ?1 ranges, [[low, high], …]; ?2 how many words.
constexpr std::string_view kWordsWithin =
    "SELECT t.term AS word, t.doc AS postings FROM json_each(?1) AS e CROSS JOIN jobs_terms AS t"
    " ON t.term >= e.value ->> 0 AND t.term < e.value ->> 1 LIMIT ?2";

constexpr std::size_t kMaxCorrectedTerms = 3;
constexpr std::size_t kMinLetters = 4;
constexpr std::size_t kLettersForTwo = 8;
constexpr std::size_t kMaxLetters = 40;
constexpr std::size_t kMinCompleted = 2;
/// The most completions of a word: a search for any of many words takes as long as all of them.
constexpr std::size_t kMaxCompletions = 16;

/// Whether the word may stand for all that begin with it: there is no separator in it.
bool is_completable(std::string_view word) {
  return word.size() >= kMinCompleted && std::ranges::all_of(word, [](char byte) {
           return normalize::is_ascii_alnum(byte) || byte == '+' || byte == '#' ||
                  (byte & 0x80) != 0;
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

/// The number of postings that hold a word.
std::int64_t postings_of(std::string_view word, const std::vector<IndexWord>& words) {
  const auto known = std::ranges::find(words, word, &IndexWord::word);
  return known == words.end() ? 0 : known->postings;
}

/// The most postings that hold one of the term's texts.
std::int64_t postings_of(const SearchQuery::Term& term, const std::vector<IndexWord>& words) {
  constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();
  if (term.is_phrase || !term.scopes.empty()) return kAny;
  std::int64_t postings = 0;
  for (const std::string& text : term.texts) {
    std::int64_t least = kAny;
    for (const std::string& word : indexed_words(text)) {
      least = std::min(least, postings_of(word, words));
    }
    postings += least;
  }
  return postings;
}

/// Whether the index has one of the term's texts, as far as single words tell.
bool is_known(const SearchQuery::Term& term, const std::vector<IndexWord>& words) {
  return std::ranges::any_of(term.texts, [&words](const std::string& text) {
    return std::ranges::contains(words, index_text(text), &IndexWord::word);
  });
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

WordRange words_from(const std::string& start) { return {start, start + "\xF4\x8F\xBF\xBF"}; }

store::Query<IndexWord> words_within(const std::vector<WordRange>& ranges, std::int64_t most) {
  Json bounds = Json::array();
  for (const auto& [low, high] : ranges) bounds.push_back({low, high});
  return {"words of the index", kWordsWithin, {dump(bounds), most}};
}

bool is_correctable(std::string_view word) {
  return word.size() >= kMinLetters && word.size() <= kMaxLetters &&
         std::ranges::all_of(word, normalize::is_ascii_lower);
}

std::size_t allowed_edits(std::string_view word) { return word.size() >= kLettersForTwo ? 2 : 1; }

std::array<std::string, 7> openings(std::string_view word) {
  const auto letters = [word](std::initializer_list<std::size_t> places) {
    std::string opening;
    for (const std::size_t place : places) opening.push_back(word[place]);
    return opening;
  };
  return {letters({0, 1, 2, 3}), letters({0, 1, 3}), letters({0, 2, 1}), letters({1, 0, 2}),
          letters({0, 2, 3}),    letters({1, 2, 3}), letters({0, 1, 2})};
}

std::vector<WordRange> ranges_of_near_words(const SearchQuery& query) {
  std::vector<WordRange> ranges;
  if (query.wanted.empty()) return ranges;
  std::set<std::string> known;
  std::vector<std::string> misspelt;
  for (const SearchQuery::Term& term : query.wanted) {
    if (term.is_phrase) continue;
    for (const std::string& text : term.texts) known.insert_range(indexed_words(text));
    const std::string word = index_text(term.text);
    const bool is_first = misspelt.size() < kMaxCorrectedTerms;
    if (is_first && term.scopes.empty() && is_correctable(word)) misspelt.push_back(word);
  }
  for (const std::string& word : known) ranges.push_back({word, word + '\x01'});
  const SearchQuery::Term& last = query.wanted.back();
  const std::string begun = index_text(last.text);
  if (!last.is_phrase && is_completable(begun)) ranges.push_back(words_from(begun));
  for (std::size_t kind = 0; kind < 7; ++kind) {
    for (const std::string& word : misspelt) ranges.push_back(words_from(openings(word)[kind]));
  }
  return ranges;
}

OtherSearch other_search(const SearchQuery& query, const std::vector<IndexWord>& words) {
  OtherSearch other{.query = query};
  if (query.wanted.empty()) return other;
  for (SearchQuery::Term& term : other.query.wanted) {
    if (term.is_phrase || !term.scopes.empty() || is_known(term, words)) continue;
    const std::string word = index_text(term.text);
    const bool is_last = &term == &other.query.wanted.back();
    auto completions =
        is_last && is_completable(word) ? completions_of(word, words) : std::vector<std::string>();
    if (!completions.empty()) {
      term.texts = std::move(completions);
    } else if (const IndexWord* best = is_correctable(word) ? nearest(word, words) : nullptr) {
      term.text = best->word;
      term.texts = {term.text};
      other.corrected = to_text(other.query);
    }
  }
  for (const SearchQuery::Term& term : other.query.wanted) {
    other.most_postings = std::min(other.most_postings, postings_of(term, words));
  }
  return other;
}

}  // namespace spearyx::api
