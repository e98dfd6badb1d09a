#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanitize/policy.h"
#include "sanitize/text_writer.h"
#include "sanitize/tokenizer.h"
#include "sanitize/tree.h"

namespace spearyx::sanitize {

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

/// Builds the tree token by token: tree_builder.cc reads the tokens, tree_containers.cc finds each element its
/// place.
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
  void end_sibling(bool (*is_sibling)(Element));
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

}  // namespace spearyx::sanitize
