#pragma once

#include <cstdint>
#include <string_view>

#include "sanitize/tree.h"

namespace spearyx::sanitize {

/// Whether a reader can see nothing of `text`: whitespace of any kind and controls.
[[nodiscard]] bool is_blank(std::string_view text);

/// A writer of one text block after the other. It folds whitespace, drops controls, and gives each
/// space and break the style that its neighbours share, so that `<b>a </b><b>b</b>` is one bold
/// stretch and no link ends in a space.
class TextWriter {
 public:
  explicit TextWriter(Tree& tree) : tree_(tree) {}

  void open(NodeIndex block);
  /// Reopens a closed block that ends where the text does, behind a space.
  void reopen(NodeIndex block);
  /// Ends the block; false where it has no text.
  bool close();
  [[nodiscard]] bool is_open() const { return block_ != kNoNode; }

  void append(std::string_view text, Style style);
  void append_line_break(Style style);

  /// Ends plain text, in which a newline in the text is a line break. It ends for good with the
  /// first block, and the text that was written so far changes accordingly.
  void end_plain_text();

 private:
  enum class Gap : std::uint8_t { kNone, kSpace, kLine, kParagraph };

  void append_folded(std::string_view text, Style style);
  void append_preformatted(std::string_view text, Style style);
  void widen_gap(Gap at_least, Style style);
  void add_newline(Style style);
  void write_gap(Style next);
  void write(char c, Style style);
  /// Writes the visible characters that the text begins with and the single spaces between them;
  /// returns their number of bytes.
  std::size_t write_run(std::string_view text, Style style);
  void trim_preformatted(Node& node);

  Tree& tree_;
  NodeIndex block_ = kNoNode;
  bool is_preformatted_ = false;
  bool is_plain_text_ = true;
  /// The gap between the text so far and the next text, and the style of the whole gap.
  Gap gap_ = Gap::kNone;
  Style gap_style_;
};

}  // namespace spearyx::sanitize
