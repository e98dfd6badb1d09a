#include "sanitize/tree.h"

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

std::uint32_t Tree::span_at(std::uint32_t from, std::uint32_t at) const {
  while (from < spans.size() && spans[from].end <= at) ++from;
  return from;
}

}  // namespace spearyx::sanitize
