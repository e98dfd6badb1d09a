#pragma once

#include <cstdint>
#include <string_view>

#include "sanitize/tokenizer.h"

namespace spearyx::sanitize {

/// Every element that the output can have; anything else has no name here.
enum class Element : std::uint8_t {
  kNone,
  // Formatting, in the order in which it nests; see `Formats`.
  kStrong,
  kB,
  kEm,
  kI,
  kU,
  kS,
  kCode,
  kA,
  kBr,
  kHr,
  // Blocks of text.
  kP,
  kH2,
  kH3,
  kH4,
  kPre,
  kDt,
  // Containers.
  kUl,
  kOl,
  kLi,
  kDl,
  kDd,
  kBlockquote,
  kTable,
  kThead,
  kTbody,
  kTfoot,
  kTr,
  kTh,
  kTd,
};

[[nodiscard]] constexpr bool is_formatting(Element e) {
  return e >= Element::kStrong && e <= Element::kCode;
}
[[nodiscard]] constexpr bool is_heading(Element e) {
  return e >= Element::kH2 && e <= Element::kH4;
}
[[nodiscard]] constexpr bool is_text_block(Element e) {
  return e >= Element::kP && e <= Element::kDt;
}
[[nodiscard]] constexpr bool is_list(Element e) { return e == Element::kUl || e == Element::kOl; }
[[nodiscard]] constexpr bool is_table_section(Element e) {
  return e >= Element::kThead && e <= Element::kTfoot;
}
[[nodiscard]] constexpr bool is_cell(Element e) { return e == Element::kTh || e == Element::kTd; }

/// The end tag, such as `</p>`; padded (`scan.h`).
[[nodiscard]] std::string_view end_tag(Element element);
/// The name and the end of the start tag, `p>`; padded.
[[nodiscard]] inline std::string_view name_and_end(Element element) {
  return end_tag(element).substr(2);
}
[[nodiscard]] inline std::string_view element_name(Element element) {
  const std::string_view name = name_and_end(element);
  return name.substr(0, name.size() - 1);
}

enum class Action : std::uint8_t {
  kKeep,         ///< Becomes `Rule::element`, whatever its name was.
  kUnwrap,       ///< The tag goes, its content stays.
  kUnwrapBlock,  ///< The tag goes, its content stays apart from what is before and behind it.
  kDrop,         ///< Goes with all its content.
  kDropVoid,     ///< Goes; has no content.
};

struct Rule {
  std::string_view name;
  Action action = Action::kUnwrap;
  Element element = Element::kNone;
  /// The way in which the standard reads the element's content (WHATWG HTML, 13.2.6.4).
  ContentModel content = ContentModel::kData;
  /// Whether it is the root of foreign content, where no element has raw text and CDATA sections
  /// exist.
  bool is_foreign = false;
};

/// The rule for a lower-case tag name; null means `Action::kUnwrap`.
[[nodiscard]] const Rule* find_rule(std::string_view name);

/// The rule under the element's own name, for elements that are kept.
[[nodiscard]] const Rule& rule_of(Element element);

}  // namespace spearyx::sanitize
