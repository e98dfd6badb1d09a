#include "sanitize/serializer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sanitize/scan.h"
#include "support/html_escape.h"

namespace spearyx::sanitize {
namespace {

void append_attribute(TextBuffer& out, std::string_view name, std::string_view value) {
  out.append(' ');
  out.append(name);
  out.append("=\"");
  std::size_t copied = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const std::string_view entity = entity_of(value[at]);
    if (entity.empty()) continue;
    out.append(value.substr(copied, at - copied));
    out.append(entity);
    copied = at + 1;
  }
  out.append(value.substr(copied));
  out.append('"');
}

void append_start_tag(TextBuffer& out, Element element) {
  out.append('<');
  out.append_padded(name_and_end(element));
}

void append_end_tag(TextBuffer& out, Element element) { out.append_padded(end_tag(element)); }

constexpr Formats kHeadingFormats = kBold | format_of(Element::kU);

/// A writer of the text of one block. Formatting is opened and closed as the spans need it, nested
/// in whatever order came first.
class InlineWriter {
 public:
  InlineWriter(TextBuffer& html, const Tree& tree, const SerializerOptions& options)
      : html_(html), tree_(tree), options_(options), allowance_(options.max_inline_bytes) {}

  void write(const Node& block) {
    const bool is_preformatted = block.element == Element::kPre;
    for (std::uint32_t i = tree_.span_at(block.first_span, block.begin); i < tree_.spans.size();
         ++i) {
      const Span& span = tree_.spans[i];
      if (span.begin >= block.end) break;
      switch_to(style_in(block, span.style));
      const std::uint32_t begin = std::max(span.begin, block.begin);
      const std::uint32_t end = std::min(span.end, block.end);
      append_text(tree_.text.view(begin, end), is_preformatted);
    }
    close_down_to(0);
  }

 private:
  struct OpenTag {
    Element element;
    LinkIndex link;
  };

  /// The style of text in a block; a heading stands out already, without bold.
  static Style style_in(const Node& block, Style style) {
    if (is_heading(block.element)) style.formats &= static_cast<Formats>(~kHeadingFormats);
    return style;
  }

  static bool has(const Style& style, const OpenTag& tag) {
    if (tag.element == Element::kA) return tag.link == style.link;
    return (style.formats & format_of(tag.element)) != 0;
  }

  void switch_to(Style style) {
    if (open_.empty() && style == Style{}) return;
    const auto ended =
        std::ranges::find_if(open_, [&](const OpenTag& tag) { return !has(style, tag); });
    close_down_to(static_cast<std::size_t>(ended - open_.begin()));
    if (style.link != kNoLink) open({Element::kA, style.link});
    for (auto e = Element::kStrong; e <= Element::kCode; e = next(e)) {
      if ((style.formats & format_of(e)) != 0) open({e, kNoLink});
    }
  }

  static Element next(Element e) { return static_cast<Element>(static_cast<unsigned>(e) + 1); }

  void open(OpenTag tag) {
    if (std::ranges::contains(open_, tag.element, &OpenTag::element)) return;
    const std::size_t begin = html_.size();
    html_.append('<');
    html_.append_padded(element_name(tag.element));
    if (tag.element == Element::kA) {
      append_attribute(html_, "href", tree_.links[tag.link]);
      append_attribute(html_, "rel", options_.rel);
    }
    html_.append('>');
    const std::size_t cost = html_.size() - begin + element_name(tag.element).size() + 3;
    const bool is_allowed = cost <= allowance_;
    allowance_ = is_allowed ? allowance_ - cost : 0;
    is_allowed ? open_.push_back(tag) : html_.truncate(begin);
  }

  void close_down_to(std::size_t depth) {
    while (open_.size() > depth) {
      append_end_tag(html_, open_.back().element);
      open_.pop_back();
    }
  }

  void append_text(std::string_view text, bool is_preformatted) {
    const auto is_special = [](Bytes c, Bytes) {
      return (c == '&') | (c == '<') | (c == '>') | (c == kLineBreak);
    };
    for (std::size_t at = 0; true; ++at) {
      at += html_.append_until(text.substr(at), is_special);
      if (at == text.size()) return;
      const char c = text[at];
      if (c != kLineBreak) {
        html_.append(entity_of(c));
      } else {
        is_preformatted ? html_.append(c) : html_.append("<br>");
      }
    }
  }

  TextBuffer& html_;
  const Tree& tree_;
  const SerializerOptions& options_;
  std::size_t allowance_;
  std::vector<OpenTag> open_;
};

class Serializer {
 public:
  Serializer(const Tree& tree, const SerializerOptions& options)
      : tree_(tree), inline_(html_, tree, options) {
    html_.reserve(tree.text.size() + tree.text.size() / 4);
  }

  std::string run() {
    NodeIndex at = tree_.nodes[kRoot].first_child;
    while (at != kNoNode || !open_.empty()) {
      if (at == kNoNode) {
        at = close_container();
      } else if (is_text_block(tree_.nodes[at].element)) {
        at = write_text_block(at);
      } else {
        at = open_container(at);
      }
    }
    return std::string(html_.view());
  }

 private:
  NodeIndex open_container(NodeIndex at) {
    const Node& node = tree_.nodes[at];
    append_start_tag(html_, node.element);
    if (node.element == Element::kHr) return node.next;
    open_.push_back(at);
    return node.first_child;
  }

  NodeIndex close_container() {
    const Node& node = tree_.nodes[open_.back()];
    append_end_tag(html_, node.element);
    open_.pop_back();
    return node.next;
  }

  NodeIndex write_text_block(NodeIndex at) {
    const Node& node = tree_.nodes[at];
    const bool is_bare = is_bare_paragraph(at);
    if (!is_bare) append_start_tag(html_, node.element);
    inline_.write(node);
    if (!is_bare) append_end_tag(html_, node.element);
    return node.next;
  }

  /// Whether a paragraph needs no tags: the first of an item or cell, unless it has others to be
  /// told from.
  [[nodiscard]] bool is_bare_paragraph(NodeIndex at) const {
    if (open_.empty()) return false;
    const Node& parent = tree_.nodes[open_.back()];
    const bool is_item =
        parent.element == Element::kLi || parent.element == Element::kDd || is_cell(parent.element);
    if (!is_item || parent.first_child != at || tree_.nodes[at].element != Element::kP)
      return false;
    for (NodeIndex next = tree_.nodes[at].next; next != kNoNode; next = tree_.nodes[next].next) {
      if (tree_.nodes[next].element == Element::kP) return false;
    }
    return true;
  }

  const Tree& tree_;
  TextBuffer html_;
  InlineWriter inline_;
  std::vector<NodeIndex> open_;
};

}  // namespace

std::string serialize(const Tree& tree, const SerializerOptions& options) {
  return Serializer(tree, options).run();
}

}  // namespace spearyx::sanitize
