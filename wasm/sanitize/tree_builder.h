#pragma once

#include <string_view>

#include "sanitize/tree.h"

namespace spearyx::sanitize {

/// Builds the tree of those elements in `html` that the policy keeps. Follows the tree construction
/// of the HTML standard (13.2.6) where it matters to a reader: implied end tags, scopes, formatting
/// that outlives its block, no nested links. Where the standard would produce a tree that no one
/// writes on purpose, this tree stays well-formed instead: items are in lists, cells in rows in
/// tables, text in blocks.
[[nodiscard]] Tree build_tree(std::string_view html);

}  // namespace spearyx::sanitize
