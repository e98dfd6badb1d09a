#include "sanitize/sanitize.h"

#include "sanitize/layout.h"
#include "sanitize/serializer.h"
#include "sanitize/tree_builder.h"

namespace spearyx::sanitize {
namespace {

/// The most bytes of the tags of links and formatting, three times the input, because they may be
/// repeated in each block. Text needs no more than five times its own length; the sum is
/// `kMaxGrowth`.
constexpr std::size_t max_inline_bytes(std::size_t input_bytes) { return 3 * input_bytes + 128; }

}  // namespace

std::string sanitize_html(std::string_view html, Options options) {
  Tree tree = build_tree(html);
  lay_out(tree);
  return serialize(tree, {.rel = options.follow_links ? "noopener" : "nofollow noopener",
                          .max_inline_bytes = max_inline_bytes(html.size())});
}

}  // namespace spearyx::sanitize
