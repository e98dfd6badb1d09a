#include "api/search/index_text.h"

#include <cstddef>

#include "normalize/text/text.h"
#include "support/utf8.h"

namespace spearyx::api {
namespace {

constexpr std::u32string_view kSpeltAsTheyAre = U"ÞþĦħĲĳĸĿŀŉŊŋŦŧ";

/// Whether it is a letter of kana, Han or Hangul, in the ranges of the view.
constexpr bool is_word_itself(char32_t c) {
  return (c >= U'ぁ' && c <= U'ヿ') || (c >= U'㐀' && c <= U'鿿') || (c >= U'가' && c <= U'힣');
}

/// A Greek or Cyrillic letter in lower case; every other character as it is.
constexpr char32_t lower(char32_t c) {
  if ((c >= U'Α' && c <= U'Ω') || (c >= U'А' && c <= U'Я')) return c + 0x20;
  return c >= U'Ѐ' && c <= U'Џ' ? c + 0x50 : c;
}

constexpr bool is_of_word(char byte) {
  return normalize::is_ascii_alnum(byte) || byte == '+' || byte == '#' || (byte & 0x80) != 0;
}

}  // namespace

std::string index_text(std::string_view text) {
  std::string spelt;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Char c = decode_utf8(text, at);
    const std::string_view bytes = text.substr(at, c.length);
    at += c.length;
    if (normalize::is_combining_mark(c.code_point)) continue;
    if (c.code_point == U'ẞ') {
      spelt.append("ss");
    } else if (is_word_itself(c.code_point)) {
      spelt.append(" ").append(bytes).append(" ");
    } else if (kSpeltAsTheyAre.contains(c.code_point) ||
               !normalize::append_unaccented(spelt, c.code_point)) {
      append_utf8(spelt, lower(c.code_point));
    }
  }
  return normalize::ascii_lower(spelt);
}

std::vector<std::string> indexed_words(std::string_view text) {
  std::vector<std::string> words;
  bool is_within = false;
  for (const char byte : index_text(text)) {
    if (!is_of_word(byte)) {
      is_within = false;
      continue;
    }
    if (!is_within) words.emplace_back();
    is_within = true;
    words.back().push_back(byte);
  }
  return words;
}

std::string suggestion_key(std::string_view name) {
  constexpr std::string_view kApostrophe = "’";
  std::string spelt = index_text(name);
  for (std::size_t at = spelt.find(kApostrophe); at != spelt.npos; at = spelt.find(kApostrophe)) {
    spelt.erase(at, kApostrophe.size());
  }
  std::string key;
  for (const char byte : spelt) {
    if (std::string_view(" -.,&'").contains(byte)) continue;
    if (!is_of_word(byte)) break;
    key.push_back(byte);
  }
  return key;
}

}  // namespace spearyx::api
