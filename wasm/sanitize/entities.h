#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace spearyx::sanitize {

/// The meaning of `&…`: one or two characters, and the number of bytes with the ampersand. `length
/// == 0` where the ampersand is just an ampersand.
struct CharacterReference {
  std::size_t length = 0;
  char32_t first = 0;
  char32_t second = 0;
};

/// The place of a reference. In attribute values `&copy=` and `&copyx` stay as they are, so that
/// query strings survive.
enum class ReferenceContext : std::uint8_t { kText, kAttribute };

/// Reads the character reference at `text[at]`, which is an ampersand: named (2,231 names, the
/// longest match) or numeric (WHATWG HTML, 13.2.5.72 to 13.2.5.80).
[[nodiscard]] CharacterReference match_character_reference(std::string_view text, std::size_t at,
                                                           ReferenceContext context);

void append_character_reference(std::string& out, const CharacterReference& reference);

/// Decodes every character reference once, by the rules for text: `&amp;lt;` becomes `&lt;`. For
/// fields that hold plain text, and for markup that was escaped as a whole.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace spearyx::sanitize
