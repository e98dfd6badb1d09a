#include "api/search/meanings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/search/index_text.h"
#include "normalize/scope/countries.h"
#include "normalize/text/text.h"

namespace spearyx::api {
namespace {

/// Rows of texts with one meaning, in the words of the index.
constexpr auto kMeanings = std::to_array<std::string_view>({
    "ai|artificial intelligence",
    "angular|angularjs|angular js",
    "aws|amazon web services",
    "backend|back end",
    "bdr|business development representative",
    "bi|business intelligence",
    "c#|csharp|c sharp",
    "c++|cpp",
    "ceo|chief executive officer",
    "cfo|chief financial officer",
    "cicd|ci cd",
    "coo|chief operating officer",
    "copywriter|copy writer",
    "csm|customer success manager",
    "cto|chief technology officer",
    "cybersecurity|cyber security",
    "database|data base",
    "dataset|data set",
    "devops|dev ops",
    "dotnet|dot net|net",
    "ecommerce|e commerce",
    "freelance|free lance",
    "frontend|front end",
    "fullstack|full stack",
    "gcp|google cloud",
    "go|golang",
    "healthcare|health care",
    "helpdesk|help desk",
    "hr|human resources",
    "infosec|information security",
    "javascript|js|java script",
    "jr|junior",
    "k8s|kubernetes",
    "mgr|manager",
    "ml|machine learning",
    "nextjs|next js",
    "nlp|natural language processing",
    "nodejs|node js|node",
    "opensource|open source",
    "postgres|postgresql",
    "qa|quality assurance",
    "react|reactjs|react js",
    "rn|registered nurse",
    "ror|ruby on rails",
    "sdr|sales development representative",
    "seo|search engine optimization",
    "sql server|mssql",
    "sr|senior",
    "sre|site reliability",
    "swe|software engineer",
    "sysadmin|system administrator|systems administrator",
    "typescript|ts|type script",
    "ui|user interface",
    "ux|user experience",
    "uxui|ux ui|ui ux|uiux",
    "vp|vice president",
    "vue|vuejs|vue js",
    "website|web site",
});

/// Rows of a text that stands for those behind it, but not the other way round.
constexpr auto kShortWords = std::to_array<std::string_view>({
    "dev|developer",
    "eng|engineer|engineering",
});

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostTexts = 8;
constexpr std::size_t kMostWordsOfPlace = 4;

/// A word of the search as the index has it, and the term that it is of.
struct TermWord {
  std::string text;
  std::size_t term;
};

void add(std::vector<std::string>& texts, std::string text) {
  if (texts.size() < kMostTexts && !std::ranges::contains(texts, text)) {
    texts.push_back(std::move(text));
  }
}

bool is_plain_word(std::string_view word) {
  return std::ranges::all_of(
      word, [](char c) { return normalize::is_ascii_lower(c) || normalize::is_ascii_digit(c); });
}

bool ends_in_any(std::string_view word, std::span<const std::string_view> ends) {
  return std::ranges::any_of(ends, [word](std::string_view end) { return word.ends_with(end); });
}

/// The plural of a singular, and the other way round; "" where there is none. "Javas" is no plural:
/// words in -a are names, and whoever types it is on the way to "javascript".
std::string other_number(const std::string& word) {
  constexpr std::array<std::string_view, 4> kNoPlurals{"ss", "us", "is", "as"};
  constexpr std::array<std::string_view, 5> kHisses{"s", "x", "z", "ch", "sh"};
  const bool is_word = std::ranges::all_of(word, normalize::is_ascii_lower);
  if (word.size() < 3 || !is_word || word == "news" || word == "new") return {};
  const std::string stem = word.substr(0, word.size() - 1);
  if (word.ends_with('s') && !ends_in_any(word, kNoPlurals)) {
    if (word.size() < 4) return {};
    if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
    const std::string without_e = stem.substr(0, stem.size() - 1);
    return word.ends_with("es") && ends_in_any(without_e, kHisses) ? without_e : stem;
  }
  const bool has_vowel_before = std::string_view("aeiou").contains(stem.back());
  if (word.ends_with('y') && !has_vowel_before) return stem + "ies";
  return word + (ends_in_any(word, kHisses) ? "es" : "s");
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t end = 0; end != text.npos; text.remove_prefix(std::min(text.size(), end + 1))) {
    end = text.find(at);
    parts.push_back(text.substr(0, end));
  }
  return parts;
}

/// A run of terms that are no phrases.
class Run {
 public:
  Run(SearchQuery& query, std::span<SearchQuery::Term> terms) : query_(query), terms_(terms) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (std::string& word : indexed_words(terms[i].text)) words_.push_back({std::move(word), i});
    }
  }

  void add_meanings() {
    for (std::size_t at = 0; at < words_.size(); ++at) add_meanings_at(at);
    add_places();
    for (std::size_t i = 0; i < terms_.size(); ++i) add_forms(i);
  }

 private:
  /// Whether the words are those of whole terms.
  [[nodiscard]] bool are_whole(std::size_t at, std::size_t count) const {
    const std::size_t end = at + count;
    return (at == 0 || words_[at - 1].term != words_[at].term) &&
           (end == words_.size() || words_[end].term != words_[end - 1].term);
  }

  [[nodiscard]] bool are_words(std::size_t at, std::span<const std::string_view> text) const {
    return at + text.size() <= words_.size() && are_whole(at, text.size()) &&
           std::ranges::equal(text, std::span(words_).subspan(at, text.size()), {}, {},
                              &TermWord::text);
  }

  [[nodiscard]] std::span<SearchQuery::Term> terms_of(std::size_t at, std::size_t count) const {
    const std::size_t first = words_[at].term;
    return terms_.subspan(first, words_[at + count - 1].term - first + 1);
  }

  void add_meanings_at(std::size_t at) {
    for (const std::string_view row : kMeanings) {
      const auto texts = split(row, '|');
      for (const std::string_view text : texts) add_others(at, texts, text);
    }
    for (const std::string_view row : kShortWords) {
      const auto texts = split(row, '|');
      add_others(at, texts, texts.front());
    }
  }

  /// Adds the other texts of a row to the terms from `at` on, where they are `typed`.
  void add_others(std::size_t at, std::span<const std::string_view> texts, std::string_view typed) {
    const auto words = split(typed, ' ');
    if (!are_words(at, words)) return;
    SearchQuery::Meaning& meaning = query_.meanings.emplace_back(std::string(typed));
    for (const std::string_view text : texts) {
      if (text == typed) continue;
      meaning.words.emplace_back(text);
      for (SearchQuery::Term& term : terms_of(at, words.size())) add(term.texts, std::string(text));
    }
  }

  /// Adds a word's other number and the word joined to the next, or the joined parts of "front-end".
  void add_forms(std::size_t i) {
    SearchQuery::Term& term = terms_[i];
    const auto words = indexed_words(term.text);
    if (!term.scopes.empty() || !std::ranges::all_of(words, is_plain_word)) return;
    if (words.size() == 1) {
      const std::string other = other_number(words.front());
      if (!other.empty()) add(term.texts, other);
      if (i + 1 < terms_.size()) join(term, words.front(), terms_[i + 1]);
    } else {
      std::string joined;
      for (const std::string& word : words) joined += word;
      add(term.texts, joined);
    }
  }

  static void join(SearchQuery::Term& term, const std::string& word, SearchQuery::Term& next) {
    const auto words = indexed_words(next.text);
    if (!next.scopes.empty() || words.size() != 1 || !is_plain_word(words.front())) return;
    add(term.texts, word + words.front());
    add(next.texts, word + words.front());
  }

  /// Takes the longest names for places first: "South Korea" before "Korea".
  void add_places() {
    for (std::size_t at = 0; at < terms_.size();) {
      std::size_t count = std::min(kMostWordsOfPlace, terms_.size() - at);
      while (count > 0 && !take_as_place(terms_.subspan(at, count))) --count;
      at += std::max<std::size_t>(1, count);
    }
  }

  /// Takes the terms for the name of a country or a region; false where they are none.
  bool take_as_place(std::span<SearchQuery::Term> terms) {
    std::string typed;
    for (const SearchQuery::Term& term : terms) {
      typed.append(typed.empty() ? "" : " ").append(normalize::ascii_lower(term.text));
    }
    const std::string_view codes = normalize::area_codes(typed);
    // "Global" is what companies are.
    const bool is_no_place =
        codes == normalize::kWorld && typed != "worldwide" && typed != "anywhere";
    if (codes.empty() || is_no_place) return false;
    SearchQuery::Meaning& meaning = query_.meanings.emplace_back(typed);
    for (const std::string_view code : split(codes, ',')) meaning.scopes.emplace_back(code);
    for (SearchQuery::Term& term : terms) {
      term.scopes = meaning.scopes;
      // "Join us" is what postings say.
      if (typed == "us") term.texts.clear();
    }
    return true;
  }

  SearchQuery& query_;
  std::span<SearchQuery::Term> terms_;
  std::vector<TermWord> words_;
};

}  // namespace

void add_meanings(SearchQuery& query) {
  const std::span<SearchQuery::Term> terms(query.wanted);
  if (terms.size() > kMostWords) return;
  for (std::size_t at = 0; at < terms.size();) {
    std::size_t end = at;
    while (end < terms.size() && !terms[end].is_phrase) ++end;
    if (end > at) Run(query, terms.subspan(at, end - at)).add_meanings();
    at = end + 1;
  }
}

}  // namespace spearyx::api
