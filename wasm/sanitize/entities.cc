#include "sanitize/entities.h"

#include <algorithm>
#include <iterator>

#include "sanitize/ascii.h"
#include "sanitize/entities_table.h"
#include "support/scan.h"
#include "support/utf8.h"
#include "support/windows1252.h"

namespace spearyx::sanitize {
namespace {

constexpr std::uint8_t kSharedMask = 0x1F;
constexpr std::uint8_t kLegacy = 0x20;
constexpr std::uint8_t kFirstLetter = '0';

char32_t numeric_character(char32_t value) {
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value == 0 || value > 0x10FFFF || is_surrogate) return 0xFFFD;
  // WHATWG HTML, 13.2.5.80.
  return value >= 0x80 && value <= 0x9F ? kWindows1252[value - 0x80] : value;
}

/// The value of a digit, or -1.
int digit_value(char c, char32_t base) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

CharacterReference match_numeric(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  const bool is_hex = has_word_at(text, end, "x");
  if (is_hex) ++end;
  const char32_t base = is_hex ? 16 : 10;
  const std::size_t digits = end;
  char32_t value = 0;
  for (; end < text.size(); ++end) {
    const int digit = digit_value(text[end], base);
    if (digit < 0) break;
    value = std::min<char32_t>(value * base + static_cast<char32_t>(digit), 0x110000);
  }
  if (end == digits) return {};
  if (end < text.size() && text[end] == ';') ++end;
  return {end - at, numeric_character(value), 0};
}

CharacterReference named_reference(std::size_t index, std::size_t length) {
  const char32_t packed = kEntityCharacters[index];
  const bool is_supplementary = packed >= 0xD000 && packed <= 0xDFFF;
  const auto* second = std::ranges::lower_bound(kEntitySeconds, index, {},
                                                [](const EntitySecond& e) { return e.index; });
  const bool has_second = second != std::end(kEntitySeconds) && second->index == index;
  return {length, packed + (is_supplementary ? char32_t{0x10000} : char32_t{0}),
          has_second ? char32_t{second->character} : char32_t{0}};
}

/// A walk along the front-coded names of one letter, from the shortest to the longest match with a
/// text.
class NameWalk {
 public:
  NameWalk(std::string_view text, std::size_t begin)
      : text_(text), begin_(begin), bucket_(kEntityBuckets + (text[begin] - 'A')) {
    name_ = kEntityNames + bucket_[0].offset;
    index_ = bucket_[0].index;
  }

  /// Reads one name; false behind the last that could match.
  bool next() {
    if (name_ == kEntityNames + bucket_[1].offset) return false;
    head_ = *name_++;
    ++index_;
    const std::size_t shared = head_ & kSharedMask;
    if (shared < matched_) return false;
    is_match_ = shared == matched_ && match_rest();
    while (*name_ >= kFirstLetter) ++name_;
    return true;
  }

  [[nodiscard]] bool is_match() const { return is_match_; }
  [[nodiscard]] bool is_legacy() const { return (head_ & kLegacy) != 0; }
  [[nodiscard]] std::size_t index() const { return index_ - 1; }
  [[nodiscard]] std::size_t end() const { return begin_ + matched_; }

 private:
  bool match_rest() {
    for (; *name_ >= kFirstLetter; ++name_, ++matched_) {
      if (end() == text_.size() || text_[end()] != static_cast<char>(*name_)) return false;
    }
    return true;
  }

  std::string_view text_;
  std::size_t begin_;
  const EntityBucket* bucket_;
  const std::uint8_t* name_;
  std::size_t index_;
  std::size_t matched_ = 0;
  std::uint8_t head_ = 0;
  bool is_match_ = false;
};

/// A reference that escaped markup is full of; it is found without a walk past all names before it.
struct CommonReference {
  std::string_view name;
  char32_t character;
};
constexpr CommonReference kCommonReferences[] = {
    {"lt;", '<'}, {"gt;", '>'}, {"amp;", '&'}, {"quot;", '"'}, {"nbsp;", 0xA0}};

CharacterReference match_common(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1);
  for (const auto& [name, character] : kCommonReferences) {
    if (rest.front() == name.front() && rest.starts_with(name))
      return {name.size() + 1, character, 0};
  }
  return {};
}

/// Whether a reference may lack its semicolon; in an attribute not where it could be part of a
/// query string.
bool may_omit_semicolon(std::string_view text, std::size_t end, ReferenceContext context) {
  if (context == ReferenceContext::kText || end >= text.size()) return true;
  return text[end] != '=' && !is_alphanumeric(text[end]);
}

CharacterReference match_named(std::string_view text, std::size_t at, ReferenceContext context) {
  if (const auto common = match_common(text, at); common.length > 0) return common;
  std::size_t index = 0;
  std::size_t end = 0;
  for (NameWalk walk(text, at + 1); walk.next();) {
    if (!walk.is_match()) continue;
    const bool has_semicolon = walk.end() < text.size() && text[walk.end()] == ';';
    if (!has_semicolon && !walk.is_legacy()) continue;
    index = walk.index();
    end = walk.end() + (has_semicolon ? 1 : 0);
  }
  if (end == 0) return {};
  if (text[end - 1] != ';' && !may_omit_semicolon(text, end, context)) return {};
  return named_reference(index, end - at);
}

}  // namespace

CharacterReference match_character_reference(std::string_view text, std::size_t at,
                                             ReferenceContext context) {
  if (at + 1 >= text.size()) return {};
  const char next = text[at + 1];
  if (next == '#') return match_numeric(text, at);
  return is_alpha(next) ? match_named(text, at, context) : CharacterReference{};
}

void append_character_reference(std::string& out, const CharacterReference& reference) {
  append_utf8(out, reference.first);
  if (reference.second != 0) append_utf8(out, reference.second);
}

std::string decode_entities(std::string_view text) {
  std::string decoded;
  // No reference says more than a fifth beyond its length, as "&nGt;" does: five bytes for six.
  const std::size_t capacity = text.size() + text.size() / 5 + 1;
  decoded.resize_and_overwrite(capacity, [text](char* to, std::size_t) {
    const char* begin = to;
    for (std::size_t at = 0; at < text.size();) {
      to = copy_until(text, at, to, [](auto byte) { return byte == '&'; });
      if (at == text.size()) break;
      const auto reference = match_character_reference(text, at, ReferenceContext::kText);
      if (reference.length == 0) {
        *to++ = text[at++];
        continue;
      }
      to = write_utf8(reference.first, to);
      if (reference.second != 0) to = write_utf8(reference.second, to);
      at += reference.length;
    }
    return static_cast<std::size_t>(to - begin);
  });
  return decoded;
}

}  // namespace spearyx::sanitize
