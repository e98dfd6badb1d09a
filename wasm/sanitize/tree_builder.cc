#include "sanitize/tree_builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sanitize/href.h"
#include "sanitize/line_marker.h"
#include "sanitize/text_writer.h"
#include "sanitize/tokenizer.h"

namespace spearyx::sanitize {
namespace {

/// The most open elements. Further ones are not remembered: their tags only keep text apart. A tree
/// within `kMaxDepth` never gets that far.
constexpr std::size_t kMaxOpen = 2 * kMaxDepth;

/// Whether an element is structural, a container or a required part of one: such elements decide
/// where a block goes.
constexpr bool is_structural(Element e) { return e >= Element::kUl || e == Element::kDt; }
constexpr bool is_description(Element e) { return e == Element::kDt || e == Element::kDd; }
constexpr bool is_table_part(Element e) { return e >= Element::kTable; }

/// The number of open elements of each format, and the formats of text that follow from it.
class Formatting {
 public:
  void open(Element element) {
    ++count_[index(element)];
    open_ |= format_of(element);
    update_style();
  }
  void close(Element element) {
    std::uint32_t& count = count_[index(element)];
    if (count > 0) --count;
    if (count == 0) open_ &= static_cast<Formats>(~format_of(element));
    update_style();
  }
  void set_link(LinkIndex link) { style_.link = link; }
  [[nodiscard]] Style style() const { return style_; }

 private:
  static std::size_t index(Element element) {
    return static_cast<std::size_t>(std::countr_zero(format_of(element)));
  }
  void update_style() { style_.formats = without_synonyms(open_); }

  std::array<std::uint32_t, std::bit_width(format_of(Element::kCode))> count_{};
  Formats open_ = 0;
  Style style_;
};

/// An open element. Lists and tables get their node with their first item, so that what stands in a
/// list but in no item becomes a block of its own, before it or between two lists, unless it goes
/// on with an item.
struct Open {
  const Rule* rule = nullptr;
  NodeIndex node = kNoNode;
  /// The depth of the node in containers, itself included.
  std::uint32_t depth = 0;
  /// The last item of a list, the last cell of a table.
  NodeIndex last_item = kNoNode;
  /// The text block that text becomes in here.
  Element text_block = Element::kP;

  [[nodiscard]] Element element() const { return rule ? rule->element : Element::kNone; }
  [[nodiscard]] bool is_dropped() const { return rule && rule->action == Action::kDrop; }
};

/// The place of a block: below `parent`, which is `depth` containers deep.
struct Place {
  NodeIndex parent;
  std::uint32_t depth;
  /// Whether the place is in a `dt`, which takes text only.
  bool is_term = false;

  [[nodiscard]] bool has_room(std::uint32_t levels) const {
    return !is_term && depth + levels <= kMaxDepth;
  }
};

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view html) : tokenizer_(html), writer_(tree_) {
    tree_.text.reserve(html.size());
    tree_.nodes.reserve(html.size() / 32);
    tree_.spans.reserve(html.size() / 64);
    open_.reserve(kMaxOpen + 1);
    open_.emplace_back();
  }

  Tree build();

 private:
  void on_text(std::string_view text);
  void on_start_tag(const Token& token);
  void on_end_tag(std::string_view name);
  void keep(const Token& token, const Rule& rule);
  void drop(const Token& token, const Rule& rule);
  void break_line();

  void open_link(const Token& token);
  void open_item(const Rule& rule);
  void open_description(const Rule& rule);
  void open_blockquote(const Rule& rule);
  void open_table(const Rule& rule);
  void open_section(const Rule& rule);
  void open_row(const Rule& rule);
  void open_cell(const Rule& rule);
  void open_heading(const Rule& rule);
  void add_thematic_break();

  void start_text_block(std::string_view text);
  [[nodiscard]] NodeIndex find_wrapped_item(std::string_view text) const;
  void end_text_block();
  [[nodiscard]] Place place_below(std::size_t position, bool is_nested_list);
  [[nodiscard]] Place place_block() { return place_below(open_.size(), false); }

  [[nodiscard]] bool has_room_for(std::size_t count) const {
    return open_.size() + count <= kMaxOpen;
  }
  Open& push(const Rule& rule);
  void pop_to(std::size_t position);
  [[nodiscard]] std::size_t find_end_of(const Rule& rule) const;
  [[nodiscard]] std::size_t find_table() const;
  [[nodiscard]] std::size_t find_structural() const;
  template <typename IsSibling>
  void end_sibling(IsSibling is_sibling);
  Open& innermost_or_implied(bool (*is_wanted)(Element), Element implied);
  bool ensure_node(Open& list, bool is_nested_list);
  [[nodiscard]] std::size_t position_of(const Open& open) const {
    return static_cast<std::size_t>(&open - open_.data());
  }

  Tree tree_;
  Tokenizer tokenizer_;
  TextWriter writer_;
  /// The open elements; the first stands for the root.
  std::vector<Open> open_;
  Formatting formatting_;
  /// The formatting to go back to at the end of each open cell, which it does not outlive.
  std::vector<Formatting> outside_;
  std::size_t dropped_ = 0;
  std::size_t foreign_ = 0;
  std::string href_;
};

Tree TreeBuilder::build() {
  while (true) {
    const Token& token = tokenizer_.next();
    switch (token.type) {
      case TokenType::kText:
        on_text(token.text);
        break;
      case TokenType::kStartTag:
        on_start_tag(token);
        break;
      case TokenType::kEndTag:
        on_end_tag(token.text);
        break;
      case TokenType::kComment:
      case TokenType::kDoctype:
        break;
      case TokenType::kEndOfFile:
        end_text_block();
        return std::move(tree_);
    }
  }
}

// ---- Tokens ----

void TreeBuilder::on_text(std::string_view text) {
  if (dropped_ > 0) return;
  if (!writer_.is_open()) {
    const bool is_preformatted = open_.back().text_block == Element::kPre;
    if (!is_preformatted && is_blank(text)) return;
    start_text_block(text);
  }
  writer_.append(text, formatting_.style());
}

void TreeBuilder::on_start_tag(const Token& token) {
  const Rule* rule = find_rule(token.text);
  if (rule == nullptr) return;
  switch (rule->action) {
    case Action::kUnwrap:
    case Action::kDropVoid:
      break;
    case Action::kDrop:
      drop(token, *rule);
      break;
    case Action::kUnwrapBlock:
    case Action::kKeep:
      keep(token, *rule);
      break;
  }
  if (rule->content != ContentModel::kData && foreign_ == 0) {
    tokenizer_.set_content_model(rule->content, rule->name);
  }
}

void TreeBuilder::drop(const Token& token, const Rule& rule) {
  if (rule.is_foreign && token.is_self_closing) return;
  // A dropped element must be remembered, whatever else is open.
  if (dropped_ == 0 || has_room_for(1)) push(rule);
  tokenizer_.set_in_foreign_content(foreign_ > 0);
}

void TreeBuilder::keep(const Token& token, const Rule& rule) {
  const Element element = rule.element;
  if (dropped_ > 0) {
    const bool has_scope = is_structural(element) || rule.action == Action::kUnwrapBlock;
    if (has_scope && has_room_for(1)) push(rule);
    return;
  }
  if (is_formatting(element)) return formatting_.open(element);
  if (element == Element::kA) return open_link(token);
  if (element == Element::kBr) return break_line();

  writer_.end_plain_text();
  end_text_block();
  switch (element) {
    case Element::kP:
      return;
    case Element::kHr:
      return add_thematic_break();
    case Element::kLi:
      return open_item(rule);
    case Element::kDt:
    case Element::kDd:
      return open_description(rule);
    case Element::kBlockquote:
      return open_blockquote(rule);
    case Element::kTable:
      return open_table(rule);
    case Element::kThead:
    case Element::kTbody:
    case Element::kTfoot:
      return open_section(rule);
    case Element::kTr:
      return open_row(rule);
    case Element::kTh:
    case Element::kTd:
      return open_cell(rule);
    case Element::kH2:
    case Element::kH3:
    case Element::kH4:
      return open_heading(rule);
    default:
      if (has_room_for(1)) push(rule);
  }
}

void TreeBuilder::on_end_tag(std::string_view name) {
  const Rule* rule = find_rule(name);
  if (rule == nullptr) return;
  const Element element = rule->element;
  if (dropped_ == 0) {
    if (is_formatting(element)) return formatting_.close(element);
    if (element == Element::kA) return formatting_.set_link(kNoLink);
    if (element == Element::kBr) return break_line();
    if (element == Element::kP) return end_text_block();
  }
  const std::size_t position = find_end_of(*rule);
  if (position != 0) pop_to(position);
}

void TreeBuilder::break_line() {
  writer_.end_plain_text();
  if (writer_.is_open()) writer_.append_line_break(formatting_.style());
}

// ---- Elements ----

void TreeBuilder::open_link(const Token& token) {
  formatting_.set_link(kNoLink);
  const auto href = std::ranges::find(token.attributes, "href", &Attribute::name);
  href_.clear();
  if (href == token.attributes.end() || !append_safe_href(href->value, href_)) return;
  // A link in several parts stays one link.
  if (tree_.links.back() != href_) tree_.links.push_back(href_);
  formatting_.set_link(static_cast<LinkIndex>(tree_.links.size() - 1));
}

void TreeBuilder::open_heading(const Rule& rule) {
  if (is_heading(open_.back().element())) pop_to(open_.size() - 1);
  if (has_room_for(1)) push(rule);
}

void TreeBuilder::add_thematic_break() {
  const Place place = place_block();
  if (!place.is_term) tree_.append(place.parent, Element::kHr);
}

void TreeBuilder::open_blockquote(const Rule& rule) {
  if (!has_room_for(1)) return;
  const Place place = place_block();
  Open& blockquote = push(rule);
  if (!place.has_room(1)) return;
  blockquote.node = tree_.append(place.parent, rule.element);
  blockquote.depth = place.depth + 1;
}

void TreeBuilder::open_item(const Rule& rule) {
  end_sibling([](Element e) { return e == Element::kLi; });
  if (!has_room_for(2)) return;
  Open& list = innermost_or_implied(is_list, Element::kUl);
  Open& item = push(rule);
  if (!ensure_node(list, true)) return;
  item.node = list.last_item = tree_.append(list.node, rule.element);
  item.depth = list.depth + 1;
}

void TreeBuilder::open_description(const Rule& rule) {
  end_sibling(is_description);
  if (!has_room_for(2)) return;
  Open& list = innermost_or_implied([](Element e) { return e == Element::kDl; }, Element::kDl);
  Open& item = push(rule);
  if (!ensure_node(list, false)) return;
  // A term is text right in the list; a description is a container.
  const bool is_term = rule.element == Element::kDt;
  item.node = is_term ? list.node : tree_.append(list.node, rule.element);
  item.depth = list.depth + (is_term ? 0 : 1);
}

/// The offsets of the parts of an open table, which are next to each other: the table, a section, a
/// row, a cell.
constexpr std::size_t kSectionOffset = 1;
constexpr std::size_t kRowOffset = 2;
constexpr std::size_t kCellOffset = 3;

void TreeBuilder::open_table(const Rule& rule) {
  const std::size_t outer = find_table();
  const bool is_misplaced = outer != 0 && outer + kCellOffset >= open_.size();
  if (is_misplaced) pop_to(outer);
  if (has_room_for(1)) push(rule);
}

void TreeBuilder::open_section(const Rule& rule) {
  const std::size_t table = find_table();
  if (table == 0) return;
  pop_to(table + kSectionOffset);
  if (has_room_for(1)) push(rule);
}

void TreeBuilder::open_row(const Rule& rule) {
  const std::size_t table = find_table();
  if (table == 0) return;
  const std::size_t section = table + kSectionOffset;
  if (section == open_.size() || !is_table_section(open_[section].element())) {
    open_section(rule_of(Element::kTbody));
  }
  pop_to(table + kRowOffset);
  if (has_room_for(1)) push(rule);
}

void TreeBuilder::open_cell(const Rule& rule) {
  const std::size_t position = find_table();
  if (position == 0) return;
  const std::size_t row_position = position + kRowOffset;
  if (row_position >= open_.size() || open_[row_position].element() != Element::kTr) {
    open_row(rule_of(Element::kTr));
  }
  pop_to(position + kCellOffset);
  if (open_.size() < position + kCellOffset || !has_room_for(1)) return;
  Open& cell = push(rule);
  Open& table = open_[position];
  if (!ensure_node(table, false)) return;
  for (const std::size_t offset : {kSectionOffset, kRowOffset}) {
    Open& part = open_[position + offset];
    const NodeIndex parent = open_[position + offset - 1].node;
    if (part.node == kNoNode) part.node = tree_.append(parent, part.element());
  }
  cell.node = table.last_item = tree_.append(open_[row_position].node, rule.element);
  cell.depth = table.depth + kCellOffset;
}

// ---- Text blocks ----

void TreeBuilder::start_text_block(std::string_view text) {
  const NodeIndex wrapped = find_wrapped_item(text);
  if (wrapped != kNoNode) return writer_.reopen(wrapped);
  const Place place = place_block();
  const Element element = place.is_term ? Element::kDt : open_.back().text_block;
  writer_.open(tree_.append(place.parent, element));
}

/// The item whose paragraph goes on in a text that stands in a list, but in no item.
NodeIndex TreeBuilder::find_wrapped_item(std::string_view text) const {
  const Open& list = open_[find_structural()];
  const std::size_t first = text.find_first_not_of(" \n\t\f");
  const bool is_stray = is_list(list.element()) && open_.back().text_block == Element::kP;
  if (!is_stray || list.last_item == kNoNode || first == std::string_view::npos) return kNoNode;
  const NodeIndex block = tree_.nodes[list.last_item].last_child;
  const Node& node = tree_.nodes[block];
  const bool is_last = node.element == Element::kP && node.end == tree_.text.size();
  return is_last && is_wrapped_item(tree_.text_of(node), text[first]) ? block : kNoNode;
}

void TreeBuilder::end_text_block() {
  if (writer_.is_open()) writer_.close();
}

// ---- Places ----

/// The place of a block right below the open elements before `position`. A block in a list or table
/// but in no item goes to the last item where there is one and the reader would take it for a part
/// of it (a list in a list, the next paragraph of a numbered item, a stray in a table); otherwise
/// it ends the list, and a later item starts a new one.
Place TreeBuilder::place_below(std::size_t position, bool is_nested_list) {
  while (--position > 0) {
    Open& open = open_[position];
    const Element element = open.element();
    if (!is_structural(element)) continue;
    const bool is_split = element == Element::kUl || element == Element::kDl;
    if (open.last_item != kNoNode && (is_nested_list || !is_split)) {
      const std::uint32_t levels = element == Element::kTable ? kCellOffset : 1;
      return {open.last_item, open.depth + levels};
    }
    if (is_list(element) || element == Element::kDl) {
      open.node = open.last_item = kNoNode;
      continue;
    }
    const bool is_place =
        open.node != kNoNode && !(element >= Element::kTable && !is_cell(element));
    if (is_place) return {open.node, open.depth, element == Element::kDt};
  }
  return {kRoot, 0};
}

/// Gives a list or table its node; false where there is no room for it and its required parts.
bool TreeBuilder::ensure_node(Open& list, bool is_nested_list) {
  if (list.node != kNoNode) return true;
  const Element element = list.element();
  const Place place = place_below(position_of(list), is_nested_list);
  if (!place.has_room(element == Element::kTable ? 1 + kCellOffset : 2)) return false;
  list.node = tree_.append(place.parent, element);
  list.depth = place.depth + 1;
  return true;
}

// ---- Open elements ----

Open& TreeBuilder::push(const Rule& rule) {
  Open open{.rule = &rule, .text_block = open_.back().text_block};
  if (is_structural(rule.element)) open.text_block = Element::kP;
  if (is_heading(rule.element) || rule.element == Element::kPre) open.text_block = rule.element;
  if (is_cell(rule.element)) outside_.push_back(formatting_);
  dropped_ += open.is_dropped() ? 1 : 0;
  foreign_ += rule.is_foreign ? 1 : 0;
  return open_.emplace_back(open);
}

void TreeBuilder::pop_to(std::size_t position) {
  if (position >= open_.size()) return;
  // A dropped element leaves no trace in the text around it.
  if (!open_[position].is_dropped()) end_text_block();
  while (open_.size() > position) {
    const Open& open = open_.back();
    if (is_cell(open.element())) {
      formatting_ = outside_.back();
      outside_.pop_back();
    }
    dropped_ -= open.is_dropped() ? 1 : 0;
    foreign_ -= open.rule->is_foreign ? 1 : 0;
    open_.pop_back();
  }
  tokenizer_.set_in_foreign_content(foreign_ > 0);
}

/// The open element that an end tag closes, by the scopes of 13.2.4.2; 0 for none.
std::size_t TreeBuilder::find_end_of(const Rule& rule) const {
  for (std::size_t position = open_.size() - 1; position > 0; --position) {
    const Open& open = open_[position];
    const Element element = open.element();
    if (open.rule == &rule || (is_heading(element) && is_heading(rule.element))) return position;
    const bool is_boundary = element == Element::kTable ||
                             (is_cell(element) && !is_table_part(rule.element)) ||
                             (is_list(element) && rule.element == Element::kLi);
    if (is_boundary) break;
  }
  return 0;
}

std::size_t TreeBuilder::find_table() const {
  std::size_t position = open_.size() - 1;
  while (position > 0 && open_[position].element() != Element::kTable) --position;
  return position;
}

std::size_t TreeBuilder::find_structural() const {
  std::size_t position = open_.size() - 1;
  while (position > 0 && !is_structural(open_[position].element())) --position;
  return position;
}

/// Ends an item where the next begins, unless another container lies between.
template <typename IsSibling>
void TreeBuilder::end_sibling(IsSibling is_sibling) {
  const std::size_t position = find_structural();
  if (position != 0 && is_sibling(open_[position].element())) pop_to(position);
}

/// The list of an item: the one that it stands in, or one of its own.
Open& TreeBuilder::innermost_or_implied(bool (*is_wanted)(Element), Element implied) {
  const std::size_t position = find_structural();
  if (is_wanted(open_[position].element())) return open_[position];
  return push(rule_of(implied));
}

}  // namespace

Tree build_tree(std::string_view html) { return TreeBuilder(html).build(); }

}  // namespace spearyx::sanitize
