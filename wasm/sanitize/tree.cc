#include "sanitize/tree.h"

#include <algorithm>
#include <utility>

namespace spearyx::sanitize {

NodeIndex Tree::create(Element element) {
  nodes.push_back(Node{.element = element});
  return static_cast<NodeIndex>(nodes.size() - 1);
}

NodeIndex Tree::append(NodeIndex parent, Element element) {
  const NodeIndex child = create(element);
  adopt(parent, child);
  return child;
}

void Tree::adopt(NodeIndex parent, NodeIndex child) {
  Node& node = nodes[parent];
  nodes[child].next = kNoNode;
  (node.first_child == kNoNode ? node.first_child : nodes[node.last_child].next) = child;
  node.last_child = child;
}

NodeIndex Tree::release_children(NodeIndex parent) {
  nodes[parent].last_child = kNoNode;
  return std::exchange(nodes[parent].first_child, kNoNode);
}

void Tree::append_text(std::string_view appended, Style style) {
  const std::size_t begin = text.size();
  text.append(appended);
  append_span(begin, style, 0);
}

void Tree::append_span(std::size_t begin, Style style, std::uint32_t first_span) {
  const auto end = static_cast<std::uint32_t>(text.size());
  const bool is_continued = spans.size() > first_span && spans.back().style == style;
  if (is_continued) {
    spans.back().end = end;
  } else {
    spans.push_back({static_cast<std::uint32_t>(begin), end, style});
  }
}

void Tree::copy_text(std::uint32_t begin, std::uint32_t end, std::uint32_t first_span) {
  const std::size_t span_count = spans.size();
  for (std::uint32_t i = first_span; i < span_count && spans[i].begin < end; ++i) {
    const Span span = spans[i];
    const std::uint32_t from = std::max(span.begin, begin);
    const std::uint32_t to = std::min(span.end, end);
    const auto copy_begin = static_cast<std::uint32_t>(text.size());
    text.append_own(from, to);
    spans.push_back({copy_begin, copy_begin + to - from, span.style});
  }
}

std::uint32_t Tree::span_at(std::uint32_t from, std::uint32_t at) const {
  while (from < spans.size() && spans[from].end <= at) ++from;
  return from;
}

}  // namespace spearyx::sanitize
