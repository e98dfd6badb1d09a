#pragma once

#include <string_view>

#include "sanitize/tree.h"

namespace spearyx::sanitize {

/// Takes out of a tree as it was built what a reader cannot see: text blocks without text,
/// containers without blocks, thematic breaks with nothing before or behind them, rows of empty
/// cells. A table of one column, which only draws a frame, becomes what is in it. Parents must come
/// before children.
void prune(Tree& tree);

/// Whether a line is nothing but escape sequences that were never undone, such as `\n`, and gaps.
[[nodiscard]] bool is_escape_debris(std::string_view line);

}  // namespace spearyx::sanitize
