#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::normalize {

/// The words a reader sees in a piece of HTML, for what is derived from them: tags go, blocks and
/// line breaks end a line, scripts and styles go with their content, character references are
/// decoded once, white space is folded. One pass, linear. Plain text only: never shown as HTML.
[[nodiscard]] std::string html_text(std::string_view html);

/// The first `max_words` words of such a text on one line, with "…" where it goes on. A dot in mid-line
/// stands where a heading or an item without punctuation ends.
[[nodiscard]] std::string first_words(std::string_view text, std::size_t max_words);

}  // namespace spearyx::normalize
