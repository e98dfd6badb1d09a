#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sanitize/ascii.h"
#include "sanitize/doctype.h"
#include "sanitize/entities.h"
#include "sanitize/text_buffer.h"

namespace spearyx::sanitize {

/// The way in which text is read: the tokenizer states in which a start tag can leave it (WHATWG
/// HTML, 13.2.5.1 to 13.2.5.5 and 13.2.5.69).
enum class ContentModel : std::uint8_t {
  kData,
  kRcdata,
  kRawtext,
  kScriptData,
  kPlaintext,
  kCdataSection,
};

enum class TokenType : std::uint8_t { kText, kStartTag, kEndTag, kComment, kDoctype, kEndOfFile };

struct Attribute {
  std::string_view name;
  std::string_view value;
};

struct Token {
  TokenType type = TokenType::kEndOfFile;
  bool is_self_closing = false;
  /// The characters of a text, the lower-case name of a tag, the data of a comment; padded.
  std::string_view text;
  /// The attributes of a start tag, in order, names in lower case and each once.
  std::span<const Attribute> attributes;
};

/// Brings bytes into the form that the tokenizer reads: well-formed UTF-8 with LF as the only
/// newline (WHATWG HTML, 13.2.3.5).
[[nodiscard]] TextBuffer preprocess(std::string_view input);

/// The tokenizer of the HTML standard (13.2.5), as a pull parser: `next` until `kEndOfFile`. It
/// never fails, takes linear time and allocates only for tags whose text differs from the input.
/// Text comes in pieces: what is between two tags may be several tokens.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view html)
      : preprocessed_(preprocess(html)), input_(preprocessed_.view()) {}

  /// The next token, valid with everything that it refers to until the next call.
  const Token& next();

  /// The details of the `kDoctype` token just returned.
  [[nodiscard]] const Doctype& doctype() const { return doctype_; }

  /// Switches the way in which text is read, as tree construction does after certain start tags;
  /// the text ends at the end tag of `last_start_tag`, which outlives the tokenizer.
  void set_content_model(ContentModel model, std::string_view last_start_tag);

  /// Tells whether the tokenizer is in foreign content; only there `<![CDATA[` begins a CDATA
  /// section, elsewhere a comment.
  void set_in_foreign_content(bool is_foreign) { is_foreign_ = is_foreign; }

 private:
  /// A text of a tag: a part of the input, or of `rewritten_` where it could not stay as it was.
  struct Piece {
    std::size_t begin;
    std::size_t length;
    bool is_rewritten;
  };
  struct PendingAttribute {
    Piece name;
    Piece value;
  };

  /// The depth of script data in apparent comments, where `</script>` may not end it.
  enum class ScriptEscape : std::uint8_t { kNone, kEscaped, kDoubleEscaped };

  [[nodiscard]] bool is_at_end() const { return at_ >= input_.size(); }
  [[nodiscard]] bool peek_is(char c) const { return !is_at_end() && input_[at_] == c; }
  [[nodiscard]] bool is_tag_name_end_at(std::size_t at) const {
    return at < input_.size() && is_tag_name_end(input_[at]);
  }
  void skip_spaces();

  // Each reads what it names from `at_` on; false where that yields no token.
  bool read_text();
  bool read_plain_run();
  /// The next byte from `at` on that means something in the content model.
  [[nodiscard]] std::size_t find_stop(std::size_t at) const;
  bool starts_reference();
  bool emit_reference();
  bool read_script_data();
  void update_script_escape();
  bool read_cdata_section();
  bool emit_text(std::size_t begin, std::size_t end);
  bool emit_replacement();
  bool emit_rewritten(std::string_view text);
  [[nodiscard]] bool starts_markup(std::size_t at) const;
  [[nodiscard]] bool is_appropriate_end_tag(std::size_t at) const;

  bool read_markup();
  bool read_declaration();
  bool read_comment();
  bool read_bogus_comment();
  bool emit_comment(std::size_t begin, std::size_t end);

  bool read_tag(TokenType type);
  bool read_plain_tag(TokenType type);
  bool read_attributes();
  void read_attribute();
  [[nodiscard]] Piece read_attribute_value();
  void resolve_attributes();
  [[nodiscard]] Piece data_piece(std::size_t begin, std::size_t end);
  [[nodiscard]] Piece name_piece(std::size_t begin, std::size_t end);
  [[nodiscard]] Piece value_piece(std::size_t begin, std::size_t end);
  [[nodiscard]] Piece rewritten_since(std::size_t begin) const;
  [[nodiscard]] std::string_view view(const Piece& piece) const;

  TextBuffer preprocessed_;
  std::string_view input_;
  std::size_t at_ = 0;
  ContentModel model_ = ContentModel::kData;
  bool is_foreign_ = false;
  ScriptEscape escape_ = ScriptEscape::kNone;
  std::string_view last_start_tag_;
  Token token_;
  Doctype doctype_;
  TextBuffer rewritten_;
  CharacterReference reference_;
  std::vector<PendingAttribute> pending_;
  std::vector<Attribute> attributes_;
};

}  // namespace spearyx::sanitize
