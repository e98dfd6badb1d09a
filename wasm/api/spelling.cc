#include "api/spelling.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "support/json.h"

namespace spearyx::api {

/// A word of the index near a misspelt one, and in how many postings it is.
struct WordRow {
  std::string term;
  std::int64_t doc = 0;
};

namespace {

// ?1 the first letters to look under; ?2 and ?3 bounds of the length.
constexpr std::string_view kWordsUnder = R"sql(
SELECT t.term, t.doc FROM json_each(?1) AS e CROSS JOIN jobs_terms AS t
  ON t.term >= e.value AND t.term < e.value || '{'
WHERE length(t.term) BETWEEN ?2 AND ?3 LIMIT 3000
)sql";

constexpr std::size_t kMinLetters = 4;
constexpr std::size_t kLettersForTwo = 8;
constexpr std::size_t kMaxLetters = 40;

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& byte : lowered) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  return lowered;
}

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
Json openings(std::string_view word) {
  const std::string typed{word[0], word[1]};
  const std::string swapped{word[1], word[0]};
  return Json::array(
      {typed, swapped, std::string{word[1], word[2]}, std::string{word[0], word[2]}});
}

Statement words_under(Json starts, std::string_view word) {
  const auto length = static_cast<std::int64_t>(word.size());
  const auto edits = static_cast<std::int64_t>(allowed_edits(word));
  return {kWordsUnder, {dump(starts), length - edits, length + edits}};
}

std::string nearest(std::string_view word, const std::vector<WordRow>& candidates) {
  std::size_t least = allowed_edits(word) + 1;
  std::int64_t most = 0;
  std::string best;
  for (const WordRow& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate.term, allowed_edits(word));
    if (distance > least || (distance == least && candidate.doc <= most)) continue;
    if (distance > allowed_edits(word)) continue;
    least = distance;
    most = candidate.doc;
    best = candidate.term;
  }
  return best;
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

std::expected<std::string, ApiError> correct_spelling(Context& context, const SearchQuery& query) {
  SearchQuery corrected = query;
  std::vector<Statement> batch;
  std::vector<SearchQuery::Term*> terms;
  for (SearchQuery::Term& term : corrected.wanted) {
    if (!is_correctable(term) || terms.size() == 3) continue;
    term.text = lower(term.text);
    batch.push_back(words_under(openings(term.text), term.text));
    terms.push_back(&term);
  }
  if (terms.empty()) return "";
  Query words(context, batch);
  bool is_changed = false;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::string best = nearest(terms[i]->text, words.rows<WordRow>(i));
    if (best.empty() || best == terms[i]->text) continue;
    terms[i]->text = best;
    is_changed = true;
  }
  if (words.error()) return std::unexpected(*words.error());
  return is_changed ? to_text(corrected) : "";
}

}  // namespace spearyx::api
