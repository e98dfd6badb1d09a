#include "sanitize/doctype.h"

#include "sanitize/ascii.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

class DoctypeReader {
 public:
  DoctypeReader(std::string_view input, std::size_t at, Doctype& doctype)
      : input_(input), at_(at), doctype_(doctype) {}

  std::size_t read() {
    skip_spaces();
    if (peek_is('>') || is_at_end()) return end_quirky();
    read_name();
    skip_spaces();
    if (is_at_end()) return end_quirky();
    if (peek_is('>')) return end();
    if (has_word_at(input_, at_, "public")) return read_public();
    if (has_word_at(input_, at_, "system")) return read_system();
    return end_quirky();
  }

 private:
  [[nodiscard]] bool is_at_end() const { return at_ >= input_.size(); }
  [[nodiscard]] bool peek_is(char c) const { return !is_at_end() && input_[at_] == c; }
  [[nodiscard]] bool peek_is_quote() const { return peek_is('"') || peek_is('\''); }

  void skip_spaces() {
    while (!is_at_end() && is_html_space(input_[at_])) ++at_;
  }

  static void append(std::string& out, char c) {
    c == '\0' ? out.append(kReplacementCharacter) : out.append(1, c);
  }

  void read_name() {
    std::string& name = doctype_.name.emplace();
    for (; !is_at_end() && !is_html_space(input_[at_]) && !peek_is('>'); ++at_) {
      append(name, to_lower(input_[at_]));
    }
  }

  std::size_t read_public() {
    at_ += std::string_view("public").size();
    skip_spaces();
    if (!peek_is_quote() || !read_identifier(doctype_.public_id.emplace())) return end_quirky();
    skip_spaces();
    if (peek_is('>')) return end();
    return read_system_identifier();
  }

  std::size_t read_system() {
    at_ += std::string_view("system").size();
    skip_spaces();
    return read_system_identifier();
  }

  std::size_t read_system_identifier() {
    if (!peek_is_quote() || !read_identifier(doctype_.system_id.emplace())) return end_quirky();
    skip_spaces();
    return is_at_end() ? end_quirky() : end();
  }

  /// Reads a quoted identifier; false where the closing quote is missing.
  bool read_identifier(std::string& out) {
    const char quote = input_[at_++];
    for (; !is_at_end() && !peek_is('>'); ++at_) {
      if (peek_is(quote)) {
        ++at_;
        return true;
      }
      append(out, input_[at_]);
    }
    return false;
  }

  std::size_t end_quirky() {
    doctype_.force_quirks = true;
    return end();
  }

  std::size_t end() {
    const std::size_t close = input_.find('>', at_);
    return close == std::string_view::npos ? input_.size() : close + 1;
  }

  std::string_view input_;
  std::size_t at_;
  Doctype& doctype_;
};

}  // namespace

std::size_t read_doctype(std::string_view input, std::size_t at, Doctype& doctype) {
  doctype = Doctype{};
  return DoctypeReader(input, at, doctype).read();
}

}  // namespace spearyx::sanitize
