#include "sanitize/text_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sanitize/scan.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

enum class CharClass : std::uint8_t { kVisible, kSpace, kNewline, kTab, kInvisible, kLookCloser };

constexpr auto kClasses = [] {
  std::array<CharClass, 256> classes{};
  for (std::size_t c = 0; c < 0x20; ++c) classes[c] = CharClass::kInvisible;
  classes[0x7F] = CharClass::kInvisible;
  classes[' '] = classes['\f'] = CharClass::kSpace;
  classes['\t'] = CharClass::kTab;
  classes['\n'] = classes['\r'] = CharClass::kNewline;
  // The lead bytes of the characters in `class_of`.
  for (const unsigned lead : {0xC2U, 0xE1U, 0xE2U, 0xE3U, 0xEFU})
    classes[lead] = CharClass::kLookCloser;
  return classes;
}();

/// The class of a character. The white space of Unicode (PropList.txt) counts as spaces; soft
/// hyphens, zero-width spaces and C1 controls are left out. Joiners and marks stay, because scripts
/// and emoji need them.
constexpr CharClass class_of(char32_t c) {
  const bool is_space = c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
                        c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
  if (is_space) return CharClass::kSpace;
  const bool is_invisible =
      (c >= 0x80 && c <= 0x9F) || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
  return is_invisible ? CharClass::kInvisible : CharClass::kVisible;
}

struct ClassifiedChar {
  CharClass char_class;
  std::size_t length;
};

ClassifiedChar classify(std::string_view text, std::size_t at) {
  const CharClass by_byte = kClasses[static_cast<unsigned char>(text[at])];
  if (by_byte != CharClass::kLookCloser) return {by_byte, 1};
  const Utf8Char character = decode_utf8(text, at);
  return {class_of(character.code_point), character.length};
}

/// The bytes that end a run of characters which are written as they are: visible ones, with single
/// spaces in between. Bytes that need a closer look end it too.
struct EndsRun {
  static auto is_plain(Bytes c) {
    const auto needs_closer_look =
        (c == 0xC2) | (c == 0xE1) | (c == 0xE2) | (c == 0xE3) | (c == 0xEF) | (c == 0x7F);
    return (c > ' ') & ~needs_closer_look;
  }
  auto operator()(Bytes bytes, Bytes next) const {
    return ~(is_plain(bytes) | ((bytes == ' ') & is_plain(next)));
  }
};

}  // namespace

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const ClassifiedChar next = classify(text, at);
    if (next.char_class == CharClass::kVisible) return false;
    at += next.length;
  }
  return true;
}

void TextWriter::open(NodeIndex block) {
  block_ = block;
  Node& node = tree_.nodes[block];
  is_preformatted_ = node.element == Element::kPre;
  node.begin = node.end = static_cast<std::uint32_t>(tree_.text.size());
  node.first_span = static_cast<std::uint32_t>(tree_.spans.size());
  gap_ = Gap::kNone;
}

void TextWriter::reopen(NodeIndex block) {
  block_ = block;
  is_preformatted_ = false;
  gap_ = Gap::kSpace;
  gap_style_ = {};
}

bool TextWriter::close() {
  Node& node = tree_.nodes[block_];
  node.end = static_cast<std::uint32_t>(tree_.text.size());
  if (is_preformatted_) trim_preformatted(node);
  block_ = kNoNode;
  return node.begin < node.end;
}

void TextWriter::append(std::string_view text, Style style) {
  is_preformatted_ ? append_preformatted(text, style) : append_folded(text, style);
}

void TextWriter::append_folded(std::string_view text, Style style) {
  for (std::size_t at = 0; at < text.size();) {
    const ClassifiedChar next = classify(text, at);
    if (next.char_class == CharClass::kVisible) {
      write_gap(style);
      at += write_run(text.substr(at), style);
      continue;
    }
    at += next.length;
    if (next.char_class == CharClass::kInvisible) continue;
    widen_gap(Gap::kSpace, style);
    if (next.char_class == CharClass::kNewline && is_plain_text_) add_newline(style);
  }
}

void TextWriter::append_preformatted(std::string_view text, Style style) {
  for (std::size_t at = 0; at < text.size();) {
    const ClassifiedChar next = classify(text, at);
    if (next.char_class == CharClass::kVisible) {
      at += write_run(text.substr(at), style);
      continue;
    }
    at += next.length;
    if (next.char_class == CharClass::kSpace) write(' ', style);
    if (next.char_class == CharClass::kTab) write('\t', style);
    if (next.char_class == CharClass::kNewline) write('\n', style);
  }
}

void TextWriter::append_line_break(Style style) {
  if (is_preformatted_) return write('\n', style);
  widen_gap(Gap::kSpace, style);
  add_newline(style);
}

void TextWriter::widen_gap(Gap at_least, Style style) {
  if (gap_ == Gap::kNone) gap_style_ = style;
  gap_style_.formats &= style.formats;
  if (gap_style_.link != style.link) gap_style_.link = kNoLink;
  gap_ = std::max(gap_, at_least);
}

/// Adds a newline: one breaks the line, a second one the paragraph.
void TextWriter::add_newline(Style style) {
  widen_gap(gap_ == Gap::kLine ? Gap::kParagraph : Gap::kLine, style);
}

void TextWriter::write_gap(Style next) {
  const Gap gap = std::exchange(gap_, Gap::kNone);
  const bool is_at_begin = tree_.nodes[block_].begin == tree_.text.size();
  if (gap == Gap::kNone || is_at_begin) return;
  const Style last = tree_.spans.back().style;
  const auto shared = static_cast<Formats>(last.formats & next.formats);
  const auto allowed = static_cast<Formats>(gap_style_.formats | kUnseenOnSpaces);
  const bool is_in_link = last.link == next.link && gap_style_.link == last.link;
  const Style style{static_cast<Formats>(shared & allowed), is_in_link ? last.link : kNoLink};
  const char separator =
      gap == Gap::kSpace ? ' ' : (gap == Gap::kLine ? kLineBreak : kParagraphBreak);
  write(separator, style);
}

void TextWriter::write(char c, Style style) {
  tree_.text.append(c);
  tree_.append_span(tree_.text.size() - 1, style, tree_.nodes[block_].first_span);
}

std::size_t TextWriter::write_run(std::string_view text, Style style) {
  const std::size_t begin = tree_.text.size();
  std::size_t length = tree_.text.append_until(text, EndsRun());
  while (length < text.size()) {
    const ClassifiedChar next = classify(text, length);
    if (next.char_class != CharClass::kVisible) break;
    tree_.text.append_padded(text.substr(length, next.length));
    length += next.length;
    length += tree_.text.append_until(text.substr(length), EndsRun());
  }
  // The next text may begin with a space, too.
  if (text[length - 1] == ' ') tree_.text.truncate(begin + --length);
  tree_.append_span(begin, style, tree_.nodes[block_].first_span);
  return length;
}

void TextWriter::trim_preformatted(Node& node) {
  const std::string_view text = tree_.text_of(node);
  const std::size_t visible = std::min(text.find_first_not_of(" \t\n"), text.size());
  const std::size_t last_visible = text.find_last_not_of(" \t\n");
  const std::size_t newline = text.substr(0, visible).rfind('\n');
  const std::size_t blank_lines = newline == std::string_view::npos ? 0 : newline + 1;
  node.end = visible == text.size() ? node.begin
                                    : node.begin + static_cast<std::uint32_t>(last_visible + 1);
  node.begin += static_cast<std::uint32_t>(visible == text.size() ? 0 : blank_lines);
}

void TextWriter::end_plain_text() {
  if (!is_plain_text_) return;
  is_plain_text_ = false;
  std::ranges::replace_if(
      tree_.text.data(), tree_.text.data() + tree_.text.size(),
      [](char c) { return c == kLineBreak || c == kParagraphBreak; }, ' ');
  gap_ = std::min(gap_, Gap::kSpace);
}

}  // namespace spearyx::sanitize
