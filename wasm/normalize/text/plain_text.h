#pragma once

#include <string>

namespace spearyx::normalize {

/// Cleans a plain text of a source, once, as it is decoded. Damaged UTF-8 is repaired
/// (`repair_mojibake`), character references are decoded (only those that end in a semicolon, also
/// where they were escaped twice), and invisible characters go (`fold_whitespace`). A text without
/// any of these is passed over in one scan.
[[nodiscard]] std::string plain_text(std::string text);

/// Cleans the HTML of a description: repairs damaged UTF-8, and takes out control characters, byte
/// order marks and characters without width. Character references stay for the reader of the HTML.
/// In a text without any tag, a line break stays one.
[[nodiscard]] std::string plain_html(std::string html);

}  // namespace spearyx::normalize
