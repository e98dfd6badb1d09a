#include "sanitize/tokenizer.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "sanitize/ascii.h"
#include "sanitize/entities.h"
#include "sanitize/scan.h"
#include "support/heap_sort.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

void append_without_null(TextBuffer& out, char c) {
  c == '\0' ? out.append(kReplacementCharacter) : out.append(c);
}

void append_reference(TextBuffer& out, const CharacterReference& reference) {
  std::string characters;
  append_character_reference(characters, reference);
  out.append(characters);
}

/// Marks attributes whose name stands before them already, by taking their name away.
void mark_duplicates_of_few(std::span<Attribute> attributes) {
  for (std::size_t i = 1; i < attributes.size(); ++i) {
    const auto earlier = attributes.first(i);
    const std::string_view name = attributes[i].name;
    if (std::ranges::contains(earlier, name, &Attribute::name)) attributes[i].name = {};
  }
}

void mark_duplicates_of_many(std::span<Attribute> attributes) {
  std::vector<std::uint32_t> order(attributes.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto by_name = [&](std::uint32_t i) { return std::pair(attributes[i].name, i); };
  heap_sort(order, by_name);
  std::string_view previous;
  for (const std::uint32_t i : order) {
    const std::string_view name = attributes[i].name;
    if (name == previous) attributes[i].name = {};
    previous = name;
  }
}

/// Drops attributes whose name stands before them already. Sorting keeps a tag of a hundred
/// thousand attributes affordable.
void drop_duplicates(std::vector<Attribute>& attributes) {
  constexpr std::size_t kFew = 16;
  attributes.size() <= kFew ? mark_duplicates_of_few(attributes)
                            : mark_duplicates_of_many(attributes);
  std::erase_if(attributes, [](const Attribute& attribute) { return attribute.name.empty(); });
}

bool is_preprocessed(std::string_view text) {
  const auto is_special = [](auto c) { return (c >= 0x80) | (c == '\r'); };
  for (std::size_t at = find_padded_byte(text, 0, is_special); at < text.size();) {
    const std::size_t length = text[at] == '\r' ? 0 : valid_utf8_length(text, at);
    if (length == 0) return false;
    at = find_padded_byte(text, at + length, is_special);
  }
  return true;
}

}  // namespace

TextBuffer preprocess(std::string_view input) {
  TextBuffer text(input.size());
  text.append(input);
  if (is_preprocessed(text.view())) return text;

  std::string repaired(input);
  repair_utf8(repaired);
  text.truncate(0);
  const std::string_view rest = repaired;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t end = std::min(rest.find('\r', at), rest.size());
    text.append(rest.substr(at, end - at));
    if (end < rest.size()) text.append('\n');
    at = end + (rest.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return text;
}

void Tokenizer::set_content_model(ContentModel model, std::string_view last_start_tag) {
  model_ = model;
  last_start_tag_ = last_start_tag;
  escape_ = ScriptEscape::kNone;
}

const Token& Tokenizer::next() {
  token_.is_self_closing = false;
  token_.text = {};
  token_.attributes = {};
  while (!is_at_end()) {
    if (read_text() || (!is_at_end() && read_markup())) return token_;
  }
  token_.type = TokenType::kEndOfFile;
  return token_;
}

void Tokenizer::skip_spaces() {
  while (!is_at_end() && is_html_space(input_[at_])) ++at_;
}

// ---- Markup: 13.2.5.6, 13.2.5.7 and 13.2.5.41 to 13.2.5.53 ----

bool Tokenizer::read_markup() {
  ++at_;
  if (is_alpha(input_[at_])) return read_tag(TokenType::kStartTag);
  if (peek_is('?')) return read_bogus_comment();
  if (input_[at_++] == '!') return read_declaration();
  if (is_alpha(input_[at_])) return read_tag(TokenType::kEndTag);
  if (!peek_is('>')) return read_bogus_comment();
  ++at_;
  return false;
}

bool Tokenizer::read_declaration() {
  constexpr std::string_view kDashes = "--";
  constexpr std::string_view kDoctype = "doctype";
  constexpr std::string_view kCdata = "[CDATA[";
  if (has_word_at(input_, at_, kDashes)) {
    at_ += kDashes.size();
    return read_comment();
  }
  if (has_word_at(input_, at_, kDoctype)) {
    at_ = read_doctype(input_, at_ + kDoctype.size(), doctype_);
    token_.type = TokenType::kDoctype;
    return true;
  }
  if (is_foreign_ && input_.substr(at_).starts_with(kCdata)) {
    at_ += kCdata.size();
    model_ = ContentModel::kCdataSection;
    return false;
  }
  return read_bogus_comment();
}

bool Tokenizer::read_bogus_comment() {
  const std::size_t begin = at_;
  const std::size_t close = std::min(input_.find('>', begin), input_.size());
  at_ = std::min(close + 1, input_.size());
  return emit_comment(begin, close);
}

bool Tokenizer::read_comment() {
  const std::size_t begin = at_;
  for (const std::string_view abrupt : {">", "->"}) {
    if (!has_word_at(input_, begin, abrupt)) continue;
    at_ += abrupt.size();
    return emit_comment(begin, begin);
  }
  for (std::size_t close = input_.find("--", begin); close != std::string_view::npos;
       close = input_.find("--", close + 1)) {
    const std::size_t end = close + (has_word_at(input_, close + 2, "!") ? 3 : 2);
    if (!has_word_at(input_, end, ">")) continue;
    at_ = end + 1;
    return emit_comment(begin, close);
  }
  at_ = input_.size();
  std::string_view data = input_.substr(begin);
  for (const std::string_view tail : {"--!", "--", "-"}) {
    if (!data.ends_with(tail)) continue;
    data.remove_suffix(tail.size());
    break;
  }
  return emit_comment(begin, begin + data.size());
}

bool Tokenizer::emit_comment(std::size_t begin, std::size_t end) {
  rewritten_.truncate(0);
  token_.type = TokenType::kComment;
  token_.text = view(data_piece(begin, end));
  return true;
}

// ---- Tags: 13.2.5.8 and 13.2.5.32 to 13.2.5.40 ----

bool Tokenizer::read_tag(TokenType type) {
  model_ = ContentModel::kData;
  if (read_plain_tag(type)) return true;
  rewritten_.truncate(0);
  pending_.clear();
  const std::size_t begin = at_;
  at_ = find_padded_byte(input_, at_, [](auto c) { return is_tag_name_end(c); });
  const Piece name = name_piece(begin, at_);
  // A tag that the input ends is no token.
  if (!read_attributes()) return false;
  token_.type = type;
  token_.text = view(name);
  if (type == TokenType::kStartTag) resolve_attributes();
  return true;
}

/// Reads a tag of a lower-case name and nothing more, as most tags are.
bool Tokenizer::read_plain_tag(TokenType type) {
  std::size_t end = at_;
  while (end < input_.size() && (is_lower(input_[end]) || is_digit(input_[end]))) ++end;
  if (end == input_.size() || input_[end] != '>') return false;
  token_.type = type;
  token_.text = input_.substr(at_, end - at_);
  at_ = end + 1;
  return true;
}

bool Tokenizer::read_attributes() {
  while (true) {
    skip_spaces();
    if (is_at_end()) return false;
    const char c = input_[at_];
    if (c == '>') break;
    if (c != '/') {
      read_attribute();
    } else {
      ++at_;
      token_.is_self_closing = peek_is('>');
    }
  }
  ++at_;
  return true;
}

void Tokenizer::read_attribute() {
  const std::size_t begin = at_;
  // A leading equals sign belongs to the name.
  for (++at_; !is_at_end() && !is_tag_name_end_at(at_) && !peek_is('='); ++at_) {
  }
  PendingAttribute attribute{name_piece(begin, at_), Piece{at_, 0, false}};
  skip_spaces();
  if (peek_is('=')) {
    ++at_;
    attribute.value = read_attribute_value();
  }
  pending_.push_back(attribute);
}

Tokenizer::Piece Tokenizer::read_attribute_value() {
  skip_spaces();
  const std::size_t begin = at_;
  if (peek_is('"') || peek_is('\'')) {
    const auto quote = static_cast<unsigned char>(input_[begin]);
    const std::size_t close =
        find_padded_byte(input_, begin + 1, [=](auto c) { return c == quote; });
    at_ = std::min(close + 1, input_.size());
    return value_piece(begin + 1, close);
  }
  while (!is_at_end() && !is_html_space(input_[at_]) && !peek_is('>')) ++at_;
  return value_piece(begin, at_);
}

void Tokenizer::resolve_attributes() {
  if (pending_.empty()) return;
  attributes_.clear();
  for (const PendingAttribute& pending : pending_) {
    attributes_.push_back({view(pending.name), view(pending.value)});
  }
  drop_duplicates(attributes_);
  token_.attributes = attributes_;
}

// ---- Pieces ----

Tokenizer::Piece Tokenizer::data_piece(std::size_t begin, std::size_t end) {
  const std::string_view data = input_.substr(begin, end - begin);
  if (find_padded_byte(data, 0, [](auto c) { return c == '\0'; }) == data.size())
    return {begin, data.size(), false};
  const std::size_t rewritten_begin = rewritten_.size();
  for (const char c : data) append_without_null(rewritten_, c);
  return rewritten_since(rewritten_begin);
}

Tokenizer::Piece Tokenizer::name_piece(std::size_t begin, std::size_t end) {
  const std::string_view name = input_.substr(begin, end - begin);
  const auto is_changed = [](auto c) { return ((c >= 'A') & (c <= 'Z')) | (c == '\0'); };
  if (find_padded_byte(name, 0, is_changed) == name.size()) return {begin, name.size(), false};
  const std::size_t rewritten_begin = rewritten_.size();
  for (const char c : name) append_without_null(rewritten_, to_lower(c));
  return rewritten_since(rewritten_begin);
}

Tokenizer::Piece Tokenizer::value_piece(std::size_t begin, std::size_t end) {
  const std::string_view value = input_.substr(begin, end - begin);
  const auto is_changed = [](auto c) { return (c == '&') | (c == '\0'); };
  if (find_padded_byte(value, 0, is_changed) == value.size()) return {begin, value.size(), false};
  const std::size_t rewritten_begin = rewritten_.size();
  for (std::size_t at = 0; at < value.size();) {
    CharacterReference reference;
    if (value[at] == '&') {
      reference = match_character_reference(value, at, ReferenceContext::kAttribute);
    }
    if (reference.length != 0) {
      append_reference(rewritten_, reference);
      at += reference.length;
    } else {
      append_without_null(rewritten_, value[at++]);
    }
  }
  return rewritten_since(rewritten_begin);
}

Tokenizer::Piece Tokenizer::rewritten_since(std::size_t begin) const {
  return {begin, rewritten_.size() - begin, true};
}

std::string_view Tokenizer::view(const Piece& piece) const {
  const std::string_view source = piece.is_rewritten ? rewritten_.view() : input_;
  return source.substr(piece.begin, piece.length);
}

}  // namespace spearyx::sanitize
