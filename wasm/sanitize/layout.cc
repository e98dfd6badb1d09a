#include "sanitize/layout.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "sanitize/ascii.h"
#include "sanitize/line_marker.h"
#include "sanitize/prune.h"
#include "sanitize/scan.h"

namespace spearyx::sanitize {
namespace {

/// A line of a paragraph, the text between two breaks.
struct Line {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t first_span;
  /// The paragraph that begins with this line, whose node can be used again.
  NodeIndex paragraph;
  bool starts_paragraph;
  LineMarker marker;
};

class Layout {
 public:
  explicit Layout(Tree& tree) : tree_(tree) {
    todo_.reserve(kMaxDepth);
    lines_.reserve(kMaxDepth);
  }

  void run();

 private:
  struct Container {
    NodeIndex node;
    std::uint32_t depth;
  };

  void lay_out_children(Container container);
  [[nodiscard]] bool is_plain_line(const Node& child) const;
  void join_paragraphs(const Node& node);
  void add_lines(NodeIndex paragraph);
  void join_wrapped_items();
  [[nodiscard]] bool is_wrapped(const Line& item, const Line& next) const;
  void join(Line& item, const Line& next);
  void strip_item_bullets();
  void place_lines(Container container, bool has_more);
  [[nodiscard]] std::size_t count_items(std::size_t first) const;
  void place_list(NodeIndex parent, std::size_t first, std::size_t count);
  void place_text(NodeIndex parent, Element element, std::size_t first, std::size_t count);
  void place(NodeIndex parent, NodeIndex child);
  [[nodiscard]] bool is_heading_line(const Line& line) const;
  [[nodiscard]] bool is_bold(const Line& line) const;
  [[nodiscard]] std::string_view text_of(const Line& line) const {
    return tree_.text.view(line.begin, line.end);
  }

  Tree& tree_;
  std::vector<Container> todo_;
  std::vector<Line> lines_;
};

/// Whether a text is short and names rather than tells: "What you will do:", not "Apply now!" and
/// not "Salary: good".
bool reads_as_heading(std::string_view text) {
  constexpr std::size_t kMaxBytes = 80;
  constexpr std::ptrdiff_t kMaxSpaces = 11;
  constexpr std::string_view kSentenceEnds = ".,;!";
  const auto is_letter = [](char c) {
    return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  const bool is_short = text.size() <= kMaxBytes && std::ranges::count(text, ' ') <= kMaxSpaces;
  if (!is_short || std::ranges::none_of(text, is_letter)) return false;
  const bool begins_in_mid_sentence = is_alpha(text.front()) && !is_upper(text.front());
  const bool is_sentence = kSentenceEnds.contains(text.back());
  return !begins_in_mid_sentence && !is_sentence && text.find(':') >= text.size() - 1;
}

/// The next line or paragraph break; text has no other controls.
std::size_t find_break(std::string_view text, std::size_t at) {
  return find_padded_byte(text, at, [](auto c) { return c < ' '; });
}

/// The marker of a line; a bullet without text behind it is text.
LineMarker marker_of(std::string_view line) {
  const LineMarker marker = find_line_marker(line);
  if (marker.kind == MarkerKind::kNone) return marker;
  return is_escape_debris(line.substr(marker.length)) ? LineMarker{} : marker;
}

constexpr bool holds_blocks(Element e) {
  return e == Element::kNone || e == Element::kLi || e == Element::kDd ||
         e == Element::kBlockquote || is_cell(e);
}

void Layout::run() {
  prune(tree_);
  todo_.push_back({kRoot, 0});
  while (!todo_.empty()) {
    const Container container = todo_.back();
    todo_.pop_back();
    if (holds_blocks(tree_.nodes[container.node].element)) lay_out_children(container);
    NodeIndex child = tree_.nodes[container.node].first_child;
    for (; child != kNoNode; child = tree_.nodes[child].next) {
      const Node& node = tree_.nodes[child];
      if (node.first_child != kNoNode) todo_.push_back({child, container.depth + 1});
      if (is_heading(node.element) || node.element == Element::kDt) join_paragraphs(node);
    }
  }
}

/// Turns the paragraph breaks of a heading or term into line breaks, because it has no paragraphs.
void Layout::join_paragraphs(const Node& node) {
  const std::string_view text = tree_.text.view(0, node.end);
  for (std::size_t at = find_break(text, node.begin); at < node.end;
       at = find_break(text, at + 1)) {
    tree_.text.data()[at] = kLineBreak;
  }
}

void Layout::lay_out_children(Container container) {
  const bool is_item = tree_.nodes[container.node].element == Element::kLi;
  if (is_plain_line(tree_.nodes[tree_.nodes[container.node].first_child])) return;
  NodeIndex child = tree_.release_children(container.node);
  const bool is_only_child = tree_.nodes[child].next == kNoNode;
  if (is_item && is_only_child && is_heading(tree_.nodes[child].element)) {
    tree_.nodes[child].element = Element::kP;
  }
  for (bool is_first = true; child != kNoNode; is_first = false) {
    lines_.clear();
    for (; child != kNoNode && tree_.nodes[child].element == Element::kP;
         child = tree_.nodes[child].next) {
      add_lines(child);
    }
    join_wrapped_items();
    if (is_item && is_first) strip_item_bullets();
    place_lines(container, child != kNoNode);
    if (child == kNoNode) return;
    const NodeIndex next = tree_.nodes[child].next;
    place(container.node, child);
    child = next;
  }
}

/// Whether a child is one line of text, which stays as it is; most items hold nothing else.
bool Layout::is_plain_line(const Node& child) const {
  if (child.element != Element::kP || child.next != kNoNode) return false;
  const std::string_view text = tree_.text_of(child);
  return find_break(text, 0) == text.size() && !is_escape_debris(text) &&
         find_line_marker(text).kind == MarkerKind::kNone;
}

void Layout::add_lines(NodeIndex paragraph) {
  const Node& node = tree_.nodes[paragraph];
  std::uint32_t span = node.first_span;
  bool starts_paragraph = true;
  const std::string_view text = tree_.text.view(0, node.end);
  for (std::uint32_t begin = node.begin; begin < node.end;) {
    const auto end = static_cast<std::uint32_t>(find_break(text, begin));
    span = tree_.span_at(span, begin);
    const std::string_view line = text.substr(begin, end - begin);
    const bool is_debris = is_escape_debris(line);
    if (!is_debris) {
      lines_.push_back({begin, end, span, paragraph, starts_paragraph, marker_of(line)});
      paragraph = kNoNode;
    }
    starts_paragraph = is_debris || (end < node.end && text[end] == kParagraphBreak);
    begin = end + 1;
  }
}

/// Joins the lines of items that were wrapped by hand.
void Layout::join_wrapped_items() {
  const auto continues_item = [this](const Line& a, const Line& b) { return is_wrapped(a, b); };
  const auto first = std::ranges::adjacent_find(lines_, continues_item);
  if (first == lines_.end()) return;
  auto last = first;
  bool is_behind_joined = false;
  for (auto line = first + 1; line != lines_.end(); ++line) {
    if (is_wrapped(*last, *line)) {
      join(*last, *line);
      is_behind_joined = true;
    } else {
      *++last = *line;
      last->starts_paragraph |= std::exchange(is_behind_joined, false);
    }
  }
  lines_.erase(last + 1, lines_.end());
}

bool Layout::is_wrapped(const Line& item, const Line& next) const {
  return item.marker.kind != MarkerKind::kNone && next.marker.kind == MarkerKind::kNone &&
         is_wrapped_item(text_of(item), text_of(next).front());
}

void Layout::join(Line& item, const Line& next) {
  const bool is_at_end = item.end == tree_.text.size();
  const auto begin = static_cast<std::uint32_t>(tree_.text.size());
  const auto span = static_cast<std::uint32_t>(tree_.spans.size());
  if (!is_at_end) {
    tree_.copy_text(item.begin, item.end, item.first_span);
    item = {begin, begin, span, item.paragraph, true, item.marker};
  }
  const Formats shared =
      tree_.spans.back().style.formats & tree_.spans[next.first_span].style.formats;
  tree_.append_text(" ", {.formats = static_cast<Formats>(shared & kUnseenOnSpaces)});
  tree_.copy_text(next.begin, next.end, next.first_span);
  item.end = static_cast<std::uint32_t>(tree_.text.size());
}

/// Removes the bullet at the beginning of an item's text; a list of bulleted lines in the item
/// stays.
void Layout::strip_item_bullets() {
  if (lines_.empty()) return;
  Line& line = lines_.front();
  while (line.marker.kind != MarkerKind::kNone && line.marker.kind != MarkerKind::kNumber &&
         line.marker.kind != MarkerKind::kCircle) {
    if (lines_.size() > 1 && lines_[1].marker.continues(line.marker)) return;
    line.begin += line.marker.length;
    line.first_span = tree_.span_at(line.first_span, line.begin);
    line.marker = marker_of(text_of(line));
  }
}

void Layout::place_lines(Container container, bool has_more) {
  const bool has_room = container.depth + 2 <= kMaxDepth;
  for (std::size_t at = 0; at < lines_.size();) {
    const std::size_t items = has_room ? count_items(at) : 0;
    if (items > 0) {
      place_list(container.node, at, items);
      at += items;
      continue;
    }
    const auto is_heading_at = [&](std::size_t i) {
      const bool is_followed = has_more || i + 1 < lines_.size();
      return container.node == kRoot && is_followed && is_heading_line(lines_[i]);
    };
    if (is_heading_at(at)) {
      place_text(container.node, Element::kH3, at++, 1);
      continue;
    }
    std::size_t end = at + 1;
    while (end < lines_.size() && !lines_[end].starts_paragraph && !is_heading_at(end) &&
           (!has_room || count_items(end) == 0)) {
      ++end;
    }
    place_text(container.node, Element::kP, at, end - at);
    at = end;
  }
}

/// The number of lines from `first` on that are a list; 0 where they are none.
std::size_t Layout::count_items(std::size_t first) const {
  const LineMarker& marker = lines_[first].marker;
  if (marker.kind == MarkerKind::kNone) return 0;
  if (marker.kind == MarkerKind::kNumber && marker.number != 1) return 0;
  std::size_t end = first + 1;
  while (end < lines_.size() && lines_[end].marker.continues(lines_[end - 1].marker)) ++end;
  const std::size_t count = end - first;
  return count > 1 || marker.is_certain() ? count : 0;
}

void Layout::place_list(NodeIndex parent, std::size_t first, std::size_t count) {
  const bool is_numbered = lines_[first].marker.kind == MarkerKind::kNumber;
  const NodeIndex list = tree_.create(is_numbered ? Element::kOl : Element::kUl);
  for (std::size_t i = first; i < first + count; ++i) {
    Line& line = lines_[i];
    line.begin += line.marker.length;
    line.first_span = tree_.span_at(line.first_span, line.begin);
    place_text(tree_.append(list, Element::kLi), Element::kP, i, 1);
  }
  place(parent, list);
}

void Layout::place_text(NodeIndex parent, Element element, std::size_t first, std::size_t count) {
  NodeIndex block = lines_[first].paragraph;
  if (block == kNoNode) block = tree_.create(element);
  tree_.adopt(parent, block);
  Node& node = tree_.nodes[block];
  node.element = element;
  node.begin = lines_[first].begin;
  node.end = lines_[first + count - 1].end;
  node.first_span = lines_[first].first_span;
}

void Layout::place(NodeIndex parent, NodeIndex child) {
  const NodeIndex previous = tree_.nodes[parent].last_child;
  const bool is_continued = previous != kNoNode && tree_.nodes[child].element == Element::kUl &&
                            tree_.nodes[previous].element == Element::kUl;
  if (!is_continued) return tree_.adopt(parent, child);
  for (NodeIndex item = tree_.release_children(child); item != kNoNode;) {
    const NodeIndex next = tree_.nodes[item].next;
    tree_.adopt(previous, item);
    item = next;
  }
}

// ---- Headings ----

bool Layout::is_bold(const Line& line) const {
  for (std::uint32_t i = line.first_span; i < tree_.spans.size(); ++i) {
    const Span& span = tree_.spans[i];
    if (span.begin >= line.end) break;
    const bool is_space = span.end - span.begin == 1 && tree_.text[span.begin] == ' ';
    if ((span.style.formats & kBold) == 0 && !is_space) return false;
  }
  return true;
}

bool Layout::is_heading_line(const Line& line) const {
  return line.marker.kind != MarkerKind::kDash && line.marker.kind != MarkerKind::kAsterisk &&
         is_bold(line) && reads_as_heading(text_of(line));
}

}  // namespace

void lay_out(Tree& tree) { Layout(tree).run(); }

}  // namespace spearyx::sanitize
