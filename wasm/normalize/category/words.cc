#include "normalize/category/words.h"

#include <algorithm>

#include "normalize/text/text.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Dashes, quotation marks, brackets and full-width forms.
constexpr bool is_foreign_punctuation(char32_t c) {
  return c == U'«' || c == U'»' || (c >= 0x2010 && c <= 0x205E && c != U'’') ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF20);
}

constexpr bool is_foreign_letter(char32_t c) {
  return c >= 0x370 && !is_foreign_punctuation(c) && !(c >= 0x2000 && c <= 0x2BFF);
}

constexpr bool is_conjunction(std::string_view word) {
  constexpr std::string_view kConjunctions[] = {"and", "at",  "de",   "e",      "et",   "for",
                                                "fur", "in",  "of",   "on",     "para", "pour",
                                                "to",  "und", "with", "within", "y"};
  return std::ranges::binary_search(kConjunctions, word);
}

}  // namespace

bool WordReader::take(char32_t c, std::string_view bytes) {
  const std::size_t old_size = word_.size();
  if (append_unaccented(word_, c)) {
    for (std::size_t i = old_size; i < word_.size(); ++i) word_[i] = ascii_lower(word_[i]);
    return true;
  }
  const bool is_ascii = c < 0x80;
  const char ascii = is_ascii ? static_cast<char>(c) : '\0';
  const bool is_sign = (ascii == '+' || ascii == '#') && !word_.empty();
  if (!is_ascii_digit(ascii) && !is_sign && !is_foreign_letter(c)) return false;
  word_.append(bytes);
  return true;
}

void WordReader::note_separator(char32_t c, std::size_t at, std::size_t length) {
  const auto is_gap = [this](std::size_t i) { return i >= text_.size() || is_space(text_[i]); };
  if (c == '/' || c == '+' || c == '&') {
    before_ = std::max(before_, Boundary::kSoft);
  } else if (std::u32string_view(U",;|()[]{}\"!?\n").contains(c) || is_foreign_punctuation(c)) {
    before_ = Boundary::kHard;
  } else if ((c == '-' && (at == 0 || is_gap(at - 1) || is_gap(at + length))) ||
             ((c == ':' || c == '.') && is_gap(at + length))) {
    before_ = Boundary::kHard;
  }
}

/// The length of the ending, at the end of a word, that makes a noun fit both genders or both
/// numbers: "(in)", "(e)", "·e", "*in", ":in"; 0 where there is none. A word reads the same without
/// it.
std::size_t WordReader::inflection_length() const {
  constexpr std::size_t kLongest = 5;
  const std::string_view rest = text_.substr(at_);
  std::size_t start = rest.starts_with("·") ? 2 : 1;
  const bool is_bracketed = rest.starts_with('(');
  if (!is_bracketed && start == 1 && !rest.starts_with('*') && !rest.starts_with(':')) return 0;
  std::size_t end = start;
  while (end < rest.size() && is_ascii_lower(rest[end])) ++end;
  if (end == start || end - start > kLongest) return 0;
  if (is_bracketed) return rest.substr(end).starts_with(')') ? end + 1 : 0;
  return end;
}

bool WordReader::next() {
  word_.clear();
  before_ = at_ == 0 ? Boundary::kHard : Boundary::kNone;
  while (at_ < text_.size()) {
    const auto [c, length] = decode_utf8(text_, at_);
    const bool is_part = take(c, text_.substr(at_, length));
    if (!is_part && !word_.empty()) break;
    if (!is_part) note_separator(c, at_, length);
    at_ += length;
    if (c != '&') continue;
    word_ = "and";
    break;
  }
  if (word_.empty()) return false;
  at_ += inflection_length();
  if (std::ranges::all_of(word_, is_ascii_digit)) word_ = "#";
  if (before_ == Boundary::kNone && is_conjunction(word_)) before_ = Boundary::kSoft;
  return true;
}

}  // namespace spearyx::normalize
