#include "normalize/text/phrases.h"

#include <algorithm>
#include <string>

#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

constexpr WordList kNumbers("eight five four nine one seven six ten three two ");

/// Cuts the part before `separator` off `text`. It is a word or two, shorter than a search is
/// worth.
std::string_view take_until(std::string_view& text, char separator) {
  std::size_t end = 0;
  while (end < text.size() && text[end] != separator) ++end;
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, is_ascii_digit) || kNumbers.contains(word);
}

/// The words of a pattern, and the words they are compared with.
struct PatternText {
  std::span<const Word> words;
  std::span<const PhraseMatch> phrases;
};

/// The number of words that one alternative of a token takes; 0 where it is not there.
std::size_t take_one(std::string_view alternative, const PatternText& text, std::size_t at) {
  if (alternative.front() == '@') {
    const PhraseMatch& phrase = text.phrases[at];
    return !phrase.value.empty() && alternative.contains(phrase.value) ? phrase.words : 0;
  }
  const std::string_view word = text.words[at].folded;
  const bool is_there =
      alternative == "*" || alternative == word || (alternative == "#" && is_number(word));
  return is_there ? 1 : 0;
}

std::size_t take(std::string_view token, const PatternText& text, std::size_t at) {
  while (at < text.words.size() && !token.empty()) {
    const std::string_view alternative = take_until(token, '|');
    if (const std::size_t taken = take_one(alternative, text, at)) return taken;
  }
  return 0;
}

}  // namespace

bool has_any_of(std::span<const Word> words, const WordList& list) {
  return std::ranges::any_of(words, [&](const Word& word) { return list.contains(word.folded); });
}

PhraseMatch phrase_at(const SortedText& table, std::span<const Word> words, std::size_t at) {
  constexpr std::size_t kMostWords = 3;
  PhraseMatch longest;
  std::string phrase;
  const std::size_t end = std::min(at + kMostWords, words.size());
  for (std::size_t i = at; i < end; ++i) {
    if (i > at && is_hard_break(words[i].gap)) break;
    if (i > at) phrase.push_back(' ');
    phrase += words[i].folded;
    const std::string_view value = table.value(phrase);
    if (!value.empty()) longest = {value, i + 1 - at};
  }
  return longest;
}

std::optional<std::size_t> match_pattern(std::string_view pattern, std::span<const Word> words,
                                         std::size_t at, std::span<const PhraseMatch> phrases) {
  while (!pattern.empty()) {
    std::string_view token = take_until(pattern, ' ');
    const bool is_optional = token.ends_with('?');
    if (is_optional) token.remove_suffix(1);
    const std::size_t taken = take(token, {words, phrases}, at);
    if (taken == 0 && !is_optional) return std::nullopt;
    if (taken > 0 && is_optional) {
      // A token that may be missing may also be the first word of the next.
      if (const auto end = match_pattern(pattern, words, at + taken, phrases)) return end;
    } else {
      at += taken;
    }
  }
  return at;
}

}  // namespace spearyx::normalize
