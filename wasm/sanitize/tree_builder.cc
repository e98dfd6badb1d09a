#include "sanitize/tree_builder.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "sanitize/tree_construction.h"

namespace spearyx::sanitize {

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

Tree build_tree(std::string_view html) { return TreeBuilder(html).build(); }

}  // namespace spearyx::sanitize
