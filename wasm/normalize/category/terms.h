#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace spearyx::normalize {

/// The weight of a term in a title, weakest first.
enum class TermKind : std::uint8_t {
  /// A term that hides its words: "14 / hr" is no Human Resources.
  kIgnored,
  /// A general head noun (manager, specialist): it leaves the decision to the field beside it; with
  /// a category of its own it decides where nothing else does.
  kHead,
  /// A field that gives way to any other one: operations, business, support.
  kWeakField,
  /// A field of work: marketing, payroll, machine learning.
  kField,
  /// A profession that settles the category: recruiter, product designer, account executive.
  kRole,
};

/// Terms of one kind and category, separated by '|'. Words are written as `WordReader` yields them:
/// lower case without marks, one space between them, in the singular ("and" for "&", "#" for a
/// number).
struct TermGroup {
  int category_id;
  TermKind kind;
  std::string_view terms;
};

/// The whole vocabulary; every term occurs once.
[[nodiscard]] std::span<const TermGroup> term_groups();

}  // namespace spearyx::normalize
