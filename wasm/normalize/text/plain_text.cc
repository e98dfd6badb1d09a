#include "normalize/text/plain_text.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "normalize/text/text.h"
#include "sanitize/entities.h"
#include "support/scan.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

/// The longest character reference; the longest name of one has 31 letters.
constexpr std::size_t kLongestReference = 40;

/// Whether nothing of the text can need repair: visible ASCII and spaces between it, no ampersand.
bool is_plain(std::string_view text) {
  if (text.starts_with(' ') || text.ends_with(' ')) return false;
  return find_byte(text, 0, [](auto byte) {
           return (byte < 0x20) | (byte >= 0x7F) | (byte == '&');
         }) == text.size();
}

/// Decodes each reference that ends in a semicolon; a bare ampersand is one, whatever follows it.
std::string decode_closed_references(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    const std::string_view reference =
        text.substr(at, text.substr(at, kLongestReference).find(';') + 1);
    if (!reference.ends_with(';')) continue;
    const auto found =
        sanitize::match_character_reference(text, at, sanitize::ReferenceContext::kText);
    if (found.length != reference.size()) continue;
    out.append(text, copied, at - copied);
    sanitize::append_character_reference(out, found);
    copied = at + found.length;
    at = copied - 1;
  }
  return out.append(text, copied);
}

/// Whether a character has no use in HTML; joiners and soft hyphens have one.
constexpr bool is_unseen(char32_t c) {
  const bool is_space = c == '\t' || c == '\n' || c == '\r';
  return (c < 0x20 && !is_space) || (c >= 0x7F && c <= 0x9F) || c == 0x200B || c == 0x2060 ||
         c == 0xFEFF;
}

/// The next byte with which an unseen character may begin.
std::size_t find_unseen(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](auto byte) {
    return ((byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r')) | (byte == 0x7F) |
           (byte == 0xC2) | (byte == 0xE2) | (byte == 0xEF);
  });
}

void drop_unseen(std::string& html) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = find_unseen(html, 0); at < html.size();) {
    const Utf8Char character = decode_utf8(html, at);
    if (is_unseen(character.code_point)) {
      out.append(html, copied, at - copied);
      copied = at + character.length;
    }
    at = find_unseen(html, at + character.length);
  }
  if (copied > 0) html = std::move(out.append(html, copied));
}

bool has_tag(std::string_view html) {
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at + 1)) {
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (is_ascii_alpha(next) || next == '/' || next == '!') return true;
  }
  return false;
}

void mark_line_breaks(std::string& text) {
  std::string html;
  for (const char c : text) {
    if (c == '\n') html.append("<br>");
    html.push_back(c);
  }
  text = std::move(html);
}

}  // namespace

std::string plain_text(std::string text) {
  if (is_plain(text)) return text;
  // Escaped once for HTML, and once more by whoever passed it on.
  constexpr int kMostEscapes = 2;
  text = repair_mojibake(text);
  for (int pass = 0; pass < kMostEscapes && text.contains('&'); ++pass) {
    text = repair_mojibake(decode_closed_references(text));
  }
  return fold_whitespace(text);
}

std::string plain_html(std::string html) {
  html = repair_mojibake(html);
  drop_unseen(html);
  if (!has_tag(html)) mark_line_breaks(html);
  return html;
}

}  // namespace spearyx::normalize
