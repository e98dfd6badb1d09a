#include "sanitize/sanitize.h"

#include <algorithm>

#include "sanitize/ascii.h"
#include "sanitize/layout.h"
#include "sanitize/serializer.h"
#include "sanitize/tokenizer.h"
#include "sanitize/tree_builder.h"

namespace spearyx::sanitize {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

/// Tags of links and formatting may be repeated in each block; all of them may take three times the
/// input. Text needs no more than five times its own, for which see `kMaxGrowth`.
constexpr std::size_t max_inline_bytes(std::size_t input_bytes) { return 3 * input_bytes + 128; }

}  // namespace

std::string sanitize_html(std::string_view html, Options options) {
  std::string storage;
  Tree tree = build_tree(preprocess(html, storage));
  lay_out(tree);
  return serialize(tree, {.rel = options.follow_links ? "noopener" : "nofollow noopener",
                          .max_inline_bytes = max_inline_bytes(html.size())});
}

std::string plain_text(std::string_view clean_html) {
  std::string storage;
  const Tree tree = build_tree(preprocess(clean_html, storage));
  std::string text;
  // Nodes are in document order as long as there is no layout.
  for (const Node& node : tree.nodes) {
    if (!is_text_block(node.element) || node.begin == node.end) continue;
    if (!text.empty()) text.push_back('\n');
    text.append(tree.text_of(node));
  }
  std::ranges::replace(text, kParagraphBreak, '\n');
  return text;
}

std::string summary(std::string_view clean_html, int max_words) {
  std::string text = plain_text(clean_html);
  std::size_t end = 0;
  for (int words = 0; words < max_words; ++words) {
    std::size_t at = end;
    while (at < text.size() && is_html_space(text[at])) ++at;
    if (at == text.size()) return text;
    while (at < text.size() && !is_html_space(text[at])) ++at;
    end = at;
  }
  const bool has_more = end < text.size();
  text.resize(end);
  if (has_more) text.append(kEllipsis);
  return text;
}

}  // namespace spearyx::sanitize
