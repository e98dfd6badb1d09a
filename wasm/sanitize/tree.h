#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanitize/policy.h"
#include "sanitize/text_buffer.h"

namespace spearyx::sanitize {

/// The formatting of a stretch of text as a set of elements. Text is strong or it is not:
/// formatting held as a set cannot be nested wrongly, doubled or empty.
using Formats = std::uint8_t;

[[nodiscard]] constexpr Formats format_of(Element element) {
  const auto position = static_cast<unsigned>(element) - static_cast<unsigned>(Element::kStrong);
  return static_cast<Formats>(1U << position);
}

inline constexpr Formats kBold = format_of(Element::kStrong) | format_of(Element::kB);
inline constexpr Formats kItalic = format_of(Element::kEm) | format_of(Element::kI);

/// The formats that a space may share with its neighbours; underlines, code and links may not grow.
inline constexpr Formats kUnseenOnSpaces = kBold | kItalic;

/// The formats without synonyms: `strong` is as good as `b`, and `em` as `i`.
[[nodiscard]] constexpr Formats without_synonyms(Formats formats) {
  if ((formats & format_of(Element::kStrong)) != 0) formats &= ~format_of(Element::kB);
  if ((formats & format_of(Element::kEm)) != 0) formats &= ~format_of(Element::kI);
  return formats;
}

/// The depth of the deepest containers; deeper ones are unwrapped.
inline constexpr std::uint32_t kMaxDepth = 64;

using NodeIndex = std::uint32_t;
using LinkIndex = std::uint32_t;

/// The indices that mean "none": the root is no one's child, and the first link is no text's.
inline constexpr NodeIndex kRoot = 0;
inline constexpr NodeIndex kNoNode = 0;
inline constexpr LinkIndex kNoLink = 0;

struct Style {
  Formats formats = 0;
  LinkIndex link = kNoLink;
  bool operator==(const Style&) const = default;
};

/// A stretch of text in one style, as a range of `Tree::text`.
struct Span {
  std::uint32_t begin;
  std::uint32_t end;
  Style style;
};

/// A container has children. A text block (`is_text_block`) has a range of `Tree::text` and the
/// spans that cover it, from `first_span` on.
struct Node {
  Element element = Element::kNone;
  NodeIndex next = kNoNode;
  NodeIndex first_child = kNoNode;
  NodeIndex last_child = kNoNode;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first_span = 0;
};

/// Inside text, `\n` is a line break. Before layout a paragraph break stands for blank lines too.
inline constexpr char kLineBreak = '\n';
inline constexpr char kParagraphBreak = '\v';

/// A document of elements that the policy keeps, in an arena. Text blocks hold their text as one
/// string with spans over it, so that splitting, trimming and retyping them moves no text.
///
/// Text is well-formed UTF-8 without controls. Outside `pre` its whitespace is folded: single
/// spaces, none beside a break, none at either end.
struct Tree {
  std::vector<Node> nodes{1};
  TextBuffer text;
  std::vector<Span> spans;
  std::vector<std::string> links{1};

  /// Makes a node that has no parent yet.
  NodeIndex create(Element element);
  NodeIndex append(NodeIndex parent, Element element);
  /// Appends an existing node that has no parent (any more).
  void adopt(NodeIndex parent, NodeIndex child);
  /// Takes all children away and returns the first; they stay linked by `next`.
  NodeIndex release_children(NodeIndex parent);

  void append_text(std::string_view appended, Style style);
  /// Gives the text from `begin` on one style: in the span that ends there if it has that style,
  /// but none before `first_span`.
  void append_span(std::size_t begin, Style style, std::uint32_t first_span);
  /// Appends a copy of a range whose first span is known, styles and all.
  void copy_text(std::uint32_t begin, std::uint32_t end, std::uint32_t first_span);

  [[nodiscard]] std::string_view text_of(const Node& node) const {
    return text.view(node.begin, node.end);
  }
  /// The span that covers position `at`, searched from `from` on.
  [[nodiscard]] std::uint32_t span_at(std::uint32_t from, std::uint32_t at) const;
};

}  // namespace spearyx::sanitize
