#pragma once

#include "sanitize/tree.h"

namespace spearyx::sanitize {

/// Lays out a description, on its tree, as its author meant it:
/// - empty parts go: blocks without text, containers without blocks, rules with nothing to
///   divide;
/// - blank lines end a paragraph;
/// - lines that begin with a bullet are items of a list, and so are lines numbered from 1;
/// - a bullet typed into a list item goes;
/// - a bold line that ends in a colon, or is short and no sentence, is a heading (at the top
///   level);
/// - a table of one column and a heading that is a whole list item are just their text;
/// - adjacent bulleted lists are one.
/// Laying out a tree that has been serialised and read again changes nothing.
void lay_out(Tree& tree);

}  // namespace spearyx::sanitize
