// The tokenizer's reading of text: 13.2.5.1 to 13.2.5.5, 13.2.5.9 to 13.2.5.31 and 13.2.5.69 to
// 13.2.5.72.
#include <array>

#include "sanitize/ascii.h"
#include "sanitize/entities.h"
#include "sanitize/scan.h"
#include "sanitize/tokenizer.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

constexpr std::uint8_t bit(ContentModel model) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(model));
}

constexpr std::uint8_t kWithTags =
    bit(ContentModel::kData) | bit(ContentModel::kRcdata) | bit(ContentModel::kRawtext);
constexpr std::uint8_t kWithReferences = bit(ContentModel::kData) | bit(ContentModel::kRcdata);
constexpr std::uint8_t kWithoutNull =
    bit(ContentModel::kRcdata) | bit(ContentModel::kRawtext) | bit(ContentModel::kPlaintext);

/// The content models in which each byte needs a second look.
constexpr auto kStops = [] {
  std::array<std::uint8_t, 256> stops{};
  stops['<'] = kWithTags;
  stops['&'] = kWithReferences;
  stops['\0'] = kWithoutNull;
  return stops;
}();

}  // namespace

bool Tokenizer::read_text() {
  switch (model_) {
    case ContentModel::kScriptData:
      return read_script_data();
    case ContentModel::kCdataSection:
      return read_cdata_section();
    default:
      return read_plain_run();
  }
}

bool Tokenizer::read_plain_run() {
  if (model_ == ContentModel::kData && peek_is('<') && starts_markup(at_)) return false;
  const std::size_t begin = at_;
  for (at_ = find_stop(at_); !is_at_end(); at_ = find_stop(at_ + 1)) {
    const char c = input_[at_];
    if (c == '<' ? starts_markup(at_) : c != '&' || starts_reference()) break;
  }
  if (at_ > begin) return emit_text(begin, at_);
  if (peek_is('&')) return emit_reference();
  return peek_is('\0') && emit_replacement();
}

std::size_t Tokenizer::find_stop(std::size_t at) const {
  const auto may_stop = [](auto c) { return c == '<' | c == '&' | c == '\0'; };
  at = find_padded_byte(input_, at, may_stop);
  while (at < input_.size() &&
         (kStops[static_cast<unsigned char>(input_[at])] & bit(model_)) == 0) {
    at = find_padded_byte(input_, at + 1, may_stop);
  }
  return at;
}

bool Tokenizer::starts_reference() {
  reference_ = match_character_reference(input_, at_, ReferenceContext::kText);
  return reference_.length != 0;
}

bool Tokenizer::emit_reference() {
  std::string characters;
  append_character_reference(characters, reference_);
  at_ += reference_.length;
  return emit_rewritten(characters);
}

bool Tokenizer::emit_text(std::size_t begin, std::size_t end) {
  token_.type = TokenType::kText;
  token_.text = input_.substr(begin, end - begin);
  return end > begin;
}

bool Tokenizer::emit_replacement() {
  ++at_;
  return emit_rewritten(kReplacementCharacter);
}

bool Tokenizer::emit_rewritten(std::string_view text) {
  rewritten_.truncate(0);
  rewritten_.append(text);
  token_.type = TokenType::kText;
  token_.text = rewritten_.view();
  return true;
}

bool Tokenizer::starts_markup(std::size_t at) const {
  if (model_ != ContentModel::kData) return is_appropriate_end_tag(at);
  const std::string_view rest = input_.substr(at + 1, 2);
  if (rest.empty()) return false;
  if (rest[0] == '/') return rest.size() == 2;
  return is_alpha(rest[0]) || rest[0] == '!' || rest[0] == '?';
}

bool Tokenizer::is_appropriate_end_tag(std::size_t at) const {
  return !last_start_tag_.empty() && has_word_at(input_, at, "</") &&
         has_word_at(input_, at + 2, last_start_tag_) &&
         is_tag_name_end_at(at + 2 + last_start_tag_.size());
}

bool Tokenizer::read_script_data() {
  const std::size_t begin = at_;
  for (; !is_at_end(); ++at_) {
    if (peek_is('\0')) break;
    if (peek_is('<') && escape_ != ScriptEscape::kDoubleEscaped && is_appropriate_end_tag(at_))
      break;
    update_script_escape();
  }
  if (at_ > begin) return emit_text(begin, at_);
  return peek_is('\0') && emit_replacement();
}

void Tokenizer::update_script_escape() {
  constexpr std::string_view kScript = "script";
  if (peek_is('>')) {
    if (at_ >= 2 && input_.substr(at_ - 2, 2) == "--") escape_ = ScriptEscape::kNone;
  } else if (!peek_is('<')) {
    return;
  } else if (escape_ == ScriptEscape::kNone) {
    if (has_word_at(input_, at_, "<!--")) escape_ = ScriptEscape::kEscaped;
  } else {
    const bool was_escaped = escape_ == ScriptEscape::kEscaped;
    const std::string_view opening = was_escaped ? "<" : "</";
    const std::size_t name = at_ + opening.size();
    const bool is_script = has_word_at(input_, at_, opening) &&
                           has_word_at(input_, name, kScript) &&
                           is_tag_name_end_at(name + kScript.size());
    if (is_script) escape_ = was_escaped ? ScriptEscape::kDoubleEscaped : ScriptEscape::kEscaped;
  }
}

bool Tokenizer::read_cdata_section() {
  constexpr std::string_view kClose = "]]>";
  const std::size_t begin = at_;
  const std::size_t close = input_.find(kClose, begin);
  const bool is_closed = close != std::string_view::npos;
  at_ = is_closed ? close + kClose.size() : input_.size();
  model_ = ContentModel::kData;
  return emit_text(begin, is_closed ? close : input_.size()) || (!is_at_end() && read_plain_run());
}

}  // namespace spearyx::sanitize
