#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::normalize {

/// The words that a reader sees in a piece of HTML, from which fields are derived: tags go, blocks
/// and line breaks end a line, scripts and styles go with their content, character references are
/// decoded once, white space is folded. One pass, linear. The result is plain text and never shown
/// as HTML.
[[nodiscard]] std::string html_text(std::string_view html);

/// The first `max_words` words of such a text on one line, with "…" where it goes on. A dot in
/// mid-line stands where a heading or an item without punctuation ends.
[[nodiscard]] std::string first_words(std::string_view text, std::size_t max_words);

}  // namespace spearyx::normalize
