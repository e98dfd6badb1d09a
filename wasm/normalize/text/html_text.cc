#include "normalize/text/html_text.h"

#include <algorithm>
#include <array>

#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "sanitize/entities.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

/// Elements whose tags do not end a line.
constexpr WordList kInline("a abbr b code em font i label mark s small span strong sub sup u wbr ");

/// Elements whose content nobody sees.
constexpr WordList kUnseen("script style template ");

bool starts_tag(std::string_view html, std::size_t at) {
  if (at + 1 >= html.size()) return false;
  const char next = html[at + 1];
  return is_ascii_alpha(next) || next == '/' || next == '!' || next == '?';
}

struct Tag {
  std::string_view name{};
  bool is_end = false;
  /// The place behind the closing '>', or the end of the text.
  std::size_t end = 0;
};

/// The place behind the '>' that closes the tag; within quotes it closes nothing.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = '\0';
  for (; at < html.size() && (quote != '\0' || html[at] != '>'); ++at) {
    const char c = html[at];
    if (c == quote) {
      quote = '\0';
    } else if (quote == '\0' && (c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    }
  }
  return std::min(at + 1, html.size());
}

Tag read_tag(std::string_view html, std::size_t at) {
  if (html.substr(at, 4) == "<!--") {
    const std::size_t close = html.find("-->", at + 4);
    return {.end = close == std::string_view::npos ? html.size() : close + 3};
  }
  const bool is_end = at + 1 < html.size() && html[at + 1] == '/';
  const std::size_t begin = at + (is_end ? 2 : 1);
  std::size_t end = begin;
  while (end < html.size() && is_ascii_alnum(html[end])) ++end;
  return {.name = html.substr(begin, end - begin), .is_end = is_end, .end = end_of_tag(html, end)};
}

/// The place behind the end tag that closes an unseen element.
std::size_t skip_unseen(std::string_view html, std::size_t at, std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (iequals(html.substr(at + 2, name.size()), name)) return read_tag(html, at).end;
    at += 2;
  }
  return html.size();
}

/// Appends the meaning of the tag at `at` for a reader, and answers where the text goes on.
std::size_t append_tag(TextFolder& text, std::string_view html, std::size_t at) {
  const Tag tag = read_tag(html, at);
  if (!kInline.contains_in_any_case(tag.name)) text.end_line();
  const bool hides = !tag.is_end && kUnseen.contains_in_any_case(tag.name);
  return hides ? skip_unseen(html, tag.end, tag.name) : tag.end;
}

/// Appends the character of a reference, and answers where the text goes on.
std::size_t append_reference(TextFolder& text, std::string_view html, std::size_t at) {
  const auto reference =
      sanitize::match_character_reference(html, at, sanitize::ReferenceContext::kText);
  text.append(reference.length == 0 ? U'&' : reference.first);
  if (reference.second != 0) text.append(reference.second);
  return at + std::max<std::size_t>(reference.length, 1);
}

/// Whether the words around a line's end belong together: after punctuation, and where a sentence
/// goes on in small letters.
bool goes_on(std::string_view text, std::size_t line_end) {
  constexpr std::array<std::string_view, 12> kEnds{".", "!",  "?",  ":",  ";",  ",",
                                                   "…", "。", "！", "？", "：", "•"};
  const std::string_view line = text.substr(0, line_end);
  const bool has_ended = std::ranges::any_of(kEnds, [&](auto end) { return line.ends_with(end); });
  return has_ended || (line_end + 1 < text.size() && is_ascii_lower(text[line_end + 1]));
}

}  // namespace

std::string html_text(std::string_view html) {
  TextFolder text(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t next =
        find_byte(html, at, [](auto byte) { return (byte == '<') | (byte == '&'); });
    text.append(html.substr(at, next - at));
    if (next == html.size()) break;
    if (html[next] == '&') {
      at = append_reference(text, html, next);
    } else if (starts_tag(html, next)) {
      at = append_tag(text, html, next);
    } else {
      text.append(U'<');
      at = next + 1;
    }
  }
  return text.take();
}

std::string first_words(std::string_view text, std::size_t max_words) {
  std::string words;
  std::size_t copied = 0;
  std::size_t gap = 0;
  for (std::size_t count = 1;; ++count, ++gap) {
    gap = find_byte(text, gap, [](auto c) { return (c == ' ') | (c == '\n'); });
    if (gap == text.size() || count == max_words) break;
    if (text[gap] == ' ') continue;
    words.append(text.substr(copied, gap - copied)).append(goes_on(text, gap) ? " " : " · ");
    copied = gap + 1;
  }
  words.append(text.substr(copied, gap - copied));
  if (gap < text.size()) words.append("…");
  return words;
}

}  // namespace spearyx::normalize
