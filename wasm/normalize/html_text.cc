#include "normalize/html_text.h"

#include <algorithm>
#include <array>

#include "normalize/text.h"
#include "sanitize/entities.h"

namespace spearyx::normalize {
namespace {

using Names = std::array<std::string_view, 3>;

constexpr Names kUnseen{"script", "style", "template"};
constexpr std::array<std::string_view, 17> kInline{"a",   "abbr", "b", "code",  "em",   "font",
                                                   "i",   "mark", "s", "small", "span", "strong",
                                                   "sub", "sup",  "u", "wbr",   "label"};

bool starts_tag(std::string_view html, std::size_t at) {
  if (at + 1 >= html.size()) return false;
  const char next = html[at + 1];
  return is_ascii_alpha(next) || next == '/' || next == '!' || next == '?';
}

struct Tag {
  std::string name;
  bool is_end = false;
  /// Just behind the closing '>', or the end of the text.
  std::size_t end = 0;
};

Tag read_tag(std::string_view html, std::size_t at) {
  Tag tag;
  if (html.substr(at, 4) == "<!--") {
    const std::size_t close = html.find("-->", at + 4);
    tag.end = close == std::string_view::npos ? html.size() : close + 3;
    return tag;
  }
  std::size_t position = at + 1;
  tag.is_end = position < html.size() && html[position] == '/';
  if (tag.is_end) ++position;
  while (position < html.size() && is_ascii_alnum(html[position])) {
    tag.name.push_back(ascii_lower(html[position++]));
  }
  char quote = '\0';
  while (position < html.size() && (quote != '\0' || html[position] != '>')) {
    const char c = html[position++];
    if (c == quote) {
      quote = '\0';
    } else if (quote == '\0' && (c == '"' || c == '\'') && html[position - 2] == '=') {
      quote = c;
    }
  }
  tag.end = std::min(position + 1, html.size());
  return tag;
}

/// Behind the end tag that closes what is not seen.
std::size_t skip_unseen(std::string_view html, std::size_t at, std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (iequals(html.substr(at + 2, name.size()), name)) return read_tag(html, at).end;
    at += 2;
  }
  return html.size();
}

void end_line(std::string& text) {
  if (!text.empty() && text.back() != '\n') text.push_back('\n');
}

void append_visible(std::string& text, std::string_view piece) {
  const std::string decoded = sanitize::decode_entities(piece);
  const bool starts_with_space = !decoded.empty() && fold_whitespace(decoded.substr(0, 1)).empty();
  const std::string folded = fold_whitespace(decoded);
  const bool is_line_begin = text.empty() || text.back() == '\n' || text.back() == ' ';
  if (starts_with_space && !is_line_begin) text.push_back(' ');
  text.append(folded);
  const bool ends_with_space =
      !folded.empty() && fold_whitespace(decoded.substr(decoded.size() - 1)).empty();
  if (ends_with_space) text.push_back(' ');
}

}  // namespace

std::string html_text(std::string_view html) {
  std::string text;
  std::size_t at = 0;
  while (at < html.size()) {
    std::size_t next = html.find('<', at);
    while (next != std::string_view::npos && !starts_tag(html, next))
      next = html.find('<', next + 1);
    append_visible(text, html.substr(at, next == std::string_view::npos ? next : next - at));
    if (next == std::string_view::npos) break;
    const Tag tag = read_tag(html, next);
    at = tag.end;
    if (!tag.is_end && std::ranges::find(kUnseen, tag.name) != kUnseen.end()) {
      at = skip_unseen(html, at, tag.name);
    }
    if (std::ranges::find(kInline, tag.name) == kInline.end()) end_line(text);
  }
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

std::string first_words(std::string_view text, std::size_t max_words) {
  std::string words;
  std::size_t count = 0;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \n", at)) != std::string_view::npos) {
    if (count++ == max_words) return words.append("…");
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    words.append(words.empty() ? "" : " ").append(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace spearyx::normalize
