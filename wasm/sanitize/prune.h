#pragma once

#include <string_view>

#include "sanitize/tree.h"

namespace spearyx::sanitize {

/// Removes from a newly built tree everything that a reader cannot see: text blocks without text,
/// containers without blocks, thematic breaks with nothing before or behind them, rows of empty
/// cells. A table of one column, which only draws a frame, becomes its content. Parents must come
/// before children.
void prune(Tree& tree);

/// Whether a line has only gaps and escape sequences that were never undone, such as `
/// `.
[[nodiscard]] bool is_escape_debris(std::string_view line);

}  // namespace spearyx::sanitize
