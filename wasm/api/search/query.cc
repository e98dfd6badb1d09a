#include "api/search/query.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "api/search/index_text.h"
#include "normalize/text/text.h"

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

/// Whether a text has the plus sign of other search engines, which changes nothing here, unlike the
/// signs of "++".
bool has_plus_sign(std::string_view text) {
  return text.starts_with('+') && text.size() > 1 && (is_plain(text[1]) || text[1] == '"');
}

/// Up to the next space or quote, or slash: "ux/ui" is two words in any order.
std::string_view cut_word(std::string_view& rest, std::string_view ends) {
  const std::string_view word = rest.substr(0, rest.find_first_of(ends));
  rest.remove_prefix(word.size());
  return word;
}

std::string_view cut_phrase(std::string_view& rest) {
  rest.remove_prefix(1);
  const std::string_view phrase = rest.substr(0, rest.find('"'));
  rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
  return phrase;
}

/// The most common words of a search that has no others.
constexpr std::size_t kMostCommonWords = 3;

// Words that most texts hold. Such a list costs a walk along all postings, and tells none from another.
constexpr auto kCommonWords = std::to_array<std::string_view>(
    {"a",  "an", "and", "are",  "as",  "at",   "be", "by", "for",  "from", "in",  "is",  "of",
     "on", "or", "our", "that", "the", "this", "to", "we", "will", "with", "you", "your"});

/// The text without the beginnings that only the index's own words have.
std::string without_marks(std::string_view text) {
  std::string allowed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || !is_searchable(text[i - 1]) || (text[i - 1] & 0x80) != 0;
    const bool is_mark = begins && text.substr(i).starts_with("#+");
    allowed.append(is_mark ? "  " : std::string(1, text[i]));
    if (is_mark) ++i;
  }
  return allowed;
}

bool is_common(const SearchQuery::Term& term) {
  return !term.is_phrase && std::ranges::contains(kCommonWords, normalize::ascii_lower(term.text));
}

/// Leaves common words out where others remain, or but for the first few where none do.
void ignore_common_words(SearchQuery& query) {
  const bool are_all_common = std::ranges::all_of(query.wanted, is_common);
  std::size_t left = are_all_common ? kMostCommonWords : 0;
  std::erase_if(query.wanted, [&](const SearchQuery::Term& term) {
    if (!is_common(term)) return false;
    if (left > 0) {
      --left;
      return false;
    }
    query.ignored.push_back(term.text);
    return true;
  });
}

}  // namespace

std::string phrase_of(std::string_view text) {
  std::string quoted = "\"";
  for (const char byte : index_text(text)) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted.append("\"");
}

SearchQuery parse_search(std::string_view typed) {
  const std::string allowed = without_marks(typed);
  std::string_view text = allowed;
  SearchQuery query;
  for (;;) {
    const std::size_t start = text.find_first_not_of(' ');
    if (start == std::string_view::npos) break;
    query.is_given = true;
    text.remove_prefix(start);
    const bool is_excluded = text.starts_with('-') && text.size() > 1 && text[1] != ' ';
    if (is_excluded || has_plus_sign(text)) text.remove_prefix(1);
    const bool is_phrase = text.starts_with('"');
    const std::string_view term =
        is_phrase ? cut_phrase(text) : cut_word(text, is_excluded ? " \"" : " \"/");
    if (text.starts_with('/')) text.remove_prefix(1);
    if (!std::ranges::any_of(term, is_searchable)) continue;
    if (query.wanted.size() + query.excluded.size() == kMaxSearchTerms) {
      query.ignored.emplace_back(term);
      continue;
    }
    (is_excluded ? query.excluded : query.wanted).push_back({std::string(term), is_phrase});
  }
  ignore_common_words(query);
  return query;
}

std::string any_of(const std::vector<std::string>& texts) {
  std::string any;
  for (const std::string& text : texts)
    any.append(any.empty() ? "" : " OR ").append(phrase_of(text));
  return any;
}

std::string to_exclusion(const SearchQuery& query) {
  if (query.excluded.empty()) return {};
  std::vector<std::string> texts;
  for (const auto& term : query.excluded) texts.push_back(term.text);
  return "(" + any_of(texts) + ")";
}

}  // namespace spearyx::api
