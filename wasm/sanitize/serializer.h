#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sanitize/tree.h"

namespace spearyx::sanitize {

struct SerializerOptions {
  /// The `rel` of every link.
  std::string_view rel;
  /// The most bytes of the tags of links and formatting in all; text behind that is plain.
  std::size_t max_inline_bytes;
};

/// Writes a tree as HTML, by the serialisation algorithm of the standard (13.3): parsing the result
/// gives the same tree. Text and attribute values are escaped, always.
[[nodiscard]] std::string serialize(const Tree& tree, const SerializerOptions& options);

}  // namespace spearyx::sanitize
