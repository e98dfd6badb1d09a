#include "api/search_query.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace spearyx::api {
namespace {

constexpr std::size_t kMaxSearchTerms = 16;

// Bytes that belong to a word for certain (ASCII) or may do so (parts of other characters).
bool is_plain(char byte) {
  const char lower = static_cast<char>(byte | 0x20);
  return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

bool is_searchable(char byte) { return is_plain(byte) || byte == '+' || byte == '#'; }

/// A sign that asks other searches for what is asked for here anyway, unlike that of "++".
bool has_plus_sign(std::string_view text) {
  return text.starts_with('+') && text.size() > 1 && (is_plain(text[1]) || text[1] == '"');
}

std::string_view cut_word(std::string_view& rest) {
  const std::string_view word = rest.substr(0, rest.find_first_of(" \""));
  rest.remove_prefix(word.size());
  return word;
}

std::string_view cut_phrase(std::string_view& rest) {
  rest.remove_prefix(1);
  const std::string_view phrase = rest.substr(0, rest.find('"'));
  rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
  return phrase;
}

std::string any_of(const std::vector<SearchQuery::Term>& terms) {
  std::string text;
  for (const auto& term : terms)
    text.append(text.empty() ? "" : " OR ").append(phrase_of(term.text));
  return text;
}

bool takes_prefix(const SearchQuery::Term& term, LastWord last_word) {
  if (term.is_phrase || last_word == LastWord::kWhole) return false;
  if (!std::ranges::all_of(term.text, is_searchable)) return false;
  const bool is_short = term.text.size() < 3 && std::ranges::all_of(term.text, is_plain);
  return last_word == LastWord::kPrefix || !is_short;
}

}  // namespace

std::string phrase_of(std::string_view text) {
  std::string quoted = "\"";
  for (const char byte : text) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted.append("\"");
}

SearchQuery parse_search(std::string_view text) {
  SearchQuery query;
  while (query.wanted.size() + query.excluded.size() < kMaxSearchTerms) {
    const std::size_t start = text.find_first_not_of(' ');
    if (start == std::string_view::npos) break;
    query.is_given = true;
    text.remove_prefix(start);
    const bool is_excluded = text.starts_with('-') && text.size() > 1 && text[1] != ' ';
    if (is_excluded || has_plus_sign(text)) text.remove_prefix(1);
    const bool is_phrase = text.starts_with('"');
    const std::string_view term = is_phrase ? cut_phrase(text) : cut_word(text);
    if (!std::ranges::any_of(term, is_searchable)) continue;
    (is_excluded ? query.excluded : query.wanted).push_back({std::string(term), is_phrase});
  }
  return query;
}

std::string to_match_expression(const SearchQuery& query, std::string_view columns,
                                LastWord last_word) {
  if (query.wanted.empty()) return {};
  std::string wanted;
  for (const auto& term : query.wanted) {
    wanted.append(wanted.empty() ? "" : " ").append(phrase_of(term.text));
  }
  if (takes_prefix(query.wanted.back(), last_word)) wanted.append(" *");
  return std::string(columns).append(" : (").append(wanted).append(")");
}

std::string to_exclusion(const SearchQuery& query) {
  if (query.excluded.empty()) return {};
  return std::string(kAllText).append(" : (").append(any_of(query.excluded)).append(")");
}

}  // namespace spearyx::api
