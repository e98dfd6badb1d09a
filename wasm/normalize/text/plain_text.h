#pragma once

#include <string>

namespace spearyx::normalize {

/// The boundary that every plain text of a source passes once, as it is decoded: damaged UTF-8 is
/// repaired (`repair_mojibake`), character references are what they stand for (only those that end in
/// a semicolon, also where they were escaped twice), and what cannot be seen goes (`fold_whitespace`).
/// A text with nothing of the kind is passed over in one scan.
[[nodiscard]] std::string plain_text(std::string text);

/// The same for the HTML of a description: repairs damaged UTF-8, and takes out control characters, byte
/// order marks and characters without width. Character references stay for whoever reads the HTML.
/// In one without any tag, a line break is meant as one.
[[nodiscard]] std::string plain_html(std::string html);

}  // namespace spearyx::normalize
