#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "sanitize/href.h"
#include "sanitize/line_marker.h"
#include "sanitize/tree_construction.h"

namespace spearyx::sanitize {

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
void TreeBuilder::end_sibling(bool (*is_sibling)(Element)) {
  const std::size_t position = find_structural();
  if (position != 0 && is_sibling(open_[position].element())) pop_to(position);
}

/// The list of an item: the one that it stands in, or one of its own.
Open& TreeBuilder::innermost_or_implied(bool (*is_wanted)(Element), Element implied) {
  const std::size_t position = find_structural();
  if (is_wanted(open_[position].element())) return open_[position];
  return push(rule_of(implied));
}

}  // namespace spearyx::sanitize
