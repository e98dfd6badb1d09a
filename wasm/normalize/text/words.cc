#include "normalize/text/words.h"

#include "normalize/text/text.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

constexpr bool is_ignored(char32_t c) {  // combining marks, zero-width characters
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

constexpr bool is_word_letter(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(static_cast<char>(c));
  const bool is_punctuation = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
                              (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) ||
                              (c >= 0xFF1A && c <= 0xFF20) || c >= 0x1F000;
  return !is_punctuation;
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_alnum(text[at])) ++at;
  return at;
}

}  // namespace

void Words::read(std::string_view text) {
  text_ = text;
  gap_ = 0;
  letters_begin_ = 0;
  depth_ = 0;
  letters_.clear();
  words_.clear();
  letters_.reserve(3 * text.size());    // views into it stay valid: "&" becomes three letters
  words_.reserve(text.size() / 2 + 1);  // a word and a gap take two bytes at least
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    at = end_of_letters(text, at);
    if (at > start) {
      append_letters(start, at);
      continue;
    }
    if (text[at] == ' ') {
      finish_word();
      ++at;
      continue;
    }
    const Utf8Char c = decode_utf8(text, at);
    at += c.length;
    const bool is_letter_here = is_word_letter(c.code_point);
    if (is_ignored(c.code_point) || (c.code_point == '.' && ends_initial(start))) continue;
    if (!is_letter_here) finish_word();
    if (c.code_point == '(' || c.code_point == '[') ++depth_;
    if ((c.code_point == ')' || c.code_point == ']') && depth_ > 0) --depth_;
    if (!is_letter_here && c.code_point != '&') continue;
    begin_word(start);
    append_folded(c.code_point, text.substr(start, c.length));
    end_ = at;
    if (c.code_point == '&') finish_word();
  }
  finish_word();
}

void Words::begin_word(std::size_t at) {
  if (letters_.size() == letters_begin_) begin_ = at;
}

void Words::append_letters(std::size_t begin, std::size_t end) {
  begin_word(begin);
  const std::size_t known = letters_.size();
  letters_.append(text_, begin, end - begin);
  for (std::size_t i = known; i < letters_.size(); ++i) letters_[i] = ascii_lower(letters_[i]);
  end_ = end;
}

/// Whether a full stop belongs to an abbreviation: in "U." and "U.S." but not in "St.".
bool Words::ends_initial(std::size_t at) const {
  const std::size_t size = letters_.size() - letters_begin_;
  return size > 0 && end_ == at && (size == 1 || text_[at - 2] == '.');
}

void Words::append_folded(char32_t c, std::string_view bytes) {
  if (c == '&') {
    letters_ += "and";
  } else if (c < 0x80) {
    letters_.push_back(ascii_lower(bytes.front()));
  } else if (c < 0x180) {
    letters_.push_back(fold_letter(c));
  } else {
    letters_ += bytes;
  }
}

void Words::finish_word() {
  if (letters_.size() == letters_begin_) return;
  words_.push_back({std::string_view(letters_).substr(letters_begin_),
                    text_.substr(begin_, end_ - begin_), text_.substr(gap_, begin_ - gap_),
                    depth_});
  letters_begin_ = letters_.size();
  gap_ = end_;
}

char fold_letter(char32_t c) { return c < 0x180 ? ascii_lower(unaccented(c)) : ' '; }

bool is_hard_break(std::string_view gap) {
  return gap.find_first_of(";|\n\r") != gap.npos || gap.contains("•") || gap.contains("·");
}

std::string fold_words(std::string_view name) {
  std::string key;
  for (const Word& word : Words(name)) {
    if (!key.empty()) key.push_back(' ');
    key += word.folded;
  }
  return key;
}

}  // namespace spearyx::normalize
