#include "sanitize/prune.h"

#include <algorithm>

namespace spearyx::sanitize {
namespace {

class Pruner {
 public:
  explicit Pruner(Tree& tree) : tree_(tree) {}

  void run() {
    if (std::ranges::none_of(tree_.nodes.begin() + 1, tree_.nodes.end(),
                             [&](const Node& node) { return may_change(node); })) {
      return;
    }
    // Children come behind their parents: backwards, they are done before them.
    for (auto node = static_cast<NodeIndex>(tree_.nodes.size()); node-- > 0;) {
      if (tree_.nodes[node].first_child != kNoNode) prune_children(node);
    }
  }

 private:
  void prune_children(NodeIndex parent) {
    is_break_due_ = false;
    for (NodeIndex child = tree_.release_children(parent); child != kNoNode;) {
      const NodeIndex next = tree_.nodes[child].next;
      keep_or_drop(parent, child);
      child = next;
    }
    if (tree_.nodes[parent].element == Element::kTable) unwrap_single_column(parent);
  }

  void keep_or_drop(NodeIndex parent, NodeIndex child) {
    const Element element = tree_.nodes[child].element;
    if (element == Element::kHr) {
      is_break_due_ = tree_.nodes[parent].first_child != kNoNode;
      thematic_break_ = child;
    } else if (element == Element::kNone) {
      keep_children(parent, child);
    } else if (has_content(tree_.nodes[child])) {
      keep(parent, child);
    }
  }

  void keep(NodeIndex parent, NodeIndex child) {
    if (is_break_due_) tree_.adopt(parent, thematic_break_);
    is_break_due_ = false;
    tree_.adopt(parent, child);
  }

  void keep_children(NodeIndex parent, NodeIndex unwrapped) {
    for (NodeIndex child = tree_.release_children(unwrapped); child != kNoNode;) {
      const NodeIndex next = tree_.nodes[child].next;
      keep_or_drop(parent, child);
      child = next;
    }
  }

  /// Whether a node may have something to prune. Most trees have not, and looking costs less than
  /// pruning.
  [[nodiscard]] bool may_change(const Node& node) const {
    return node.element == Element::kHr || node.element == Element::kTable || !has_content(node);
  }

  [[nodiscard]] bool has_content(const Node& node) const {
    if (is_text_block(node.element)) return has_text(node);
    // An empty cell holds its place, as long as its row has one that is not.
    if (is_cell(node.element)) return true;
    if (node.element != Element::kTr) return node.first_child != kNoNode;
    return any_child(node, [](const Node& cell) { return cell.first_child != kNoNode; });
  }

  [[nodiscard]] bool has_text(const Node& node) const {
    return node.begin < node.end &&
           (node.element == Element::kPre || !is_escape_debris(tree_.text_of(node)));
  }

  template <typename Predicate>
  [[nodiscard]] bool any_child(const Node& node, Predicate predicate) const {
    for (NodeIndex child = node.first_child; child != kNoNode; child = tree_.nodes[child].next) {
      if (predicate(tree_.nodes[child])) return true;
    }
    return false;
  }

  void unwrap_single_column(NodeIndex table) {
    const auto has_columns = [](const Node& row) { return row.first_child != row.last_child; };
    const auto has_wide_row = [&](const Node& section) { return any_child(section, has_columns); };
    if (any_child(tree_.nodes[table], has_wide_row)) return;
    for (int level = 0; level < 3; ++level) replace_children_by_theirs(table);
    tree_.nodes[table].element = Element::kNone;
  }

  void replace_children_by_theirs(NodeIndex parent) {
    for (NodeIndex child = tree_.release_children(parent); child != kNoNode;) {
      const NodeIndex next = tree_.nodes[child].next;
      for (NodeIndex inner = tree_.release_children(child); inner != kNoNode;) {
        const NodeIndex following = tree_.nodes[inner].next;
        tree_.adopt(parent, inner);
        inner = following;
      }
      child = next;
    }
  }

  Tree& tree_;
  /// Whether a thematic break waits for something behind it; it stands only with something on
  /// either side.
  bool is_break_due_ = false;
  NodeIndex thematic_break_ = kNoNode;
};

}  // namespace

void prune(Tree& tree) { Pruner(tree).run(); }

bool is_escape_debris(std::string_view line) {
  constexpr std::string_view kEscapable = "nrt";
  std::size_t at = 0;
  while (at < line.size()) {
    const bool is_escape =
        line[at] == '\\' && at + 1 < line.size() && kEscapable.contains(line[at + 1]);
    const bool is_gap = line[at] == ' ' || line[at] == kLineBreak || line[at] == kParagraphBreak;
    if (!is_escape && !is_gap) return false;
    at += is_escape ? 2 : 1;
  }
  return true;
}

}  // namespace spearyx::sanitize
