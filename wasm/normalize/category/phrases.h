#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "normalize/category/terms.h"

namespace spearyx::normalize {

struct Term {
  std::string_view text;
  std::uint8_t category_id;
  TermKind kind;
  std::uint8_t words;
};

/// Finds all terms of the vocabulary in a sequence of words in one pass: an Aho-Corasick automaton
/// (https://doi.org/10.1145/360825.360855) whose letters are whole words. A word matches itself
/// and, failing that, the form without a plural or feminine ending.
class PhraseAutomaton {
 public:
  using State = std::uint16_t;
  static constexpr State kStart = 0;

  explicit PhraseAutomaton(std::span<const TermGroup> groups);

  [[nodiscard]] State step(State state, std::string_view word) const;
  /// The number of last words that belong to phrases which are still possible.
  [[nodiscard]] std::size_t depth(State state) const { return nodes_[state].depth; }
  /// The longest term that ends with the last word, or null.
  [[nodiscard]] const Term* match(State state) const;

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;

  struct Node {
    std::string_view word;
    State parent = kStart;
    State fallback = kStart;  // state of the longest proper suffix that begins a phrase
    std::uint16_t term = kNone;
    std::uint8_t depth = 0;
  };

  void add_term(std::string_view text, const TermGroup& group);
  State add_child(State parent, std::string_view word);
  void link_fallbacks();
  [[nodiscard]] std::size_t slot_of(State parent, std::string_view word) const;
  /// The state that the word, or its base form, leads to; kStart where there is none.
  [[nodiscard]] State child(State parent, std::string_view word) const;

  std::vector<Node> nodes_;
  std::vector<Term> terms_;
  /// The hash table over (parent, word), with open addressing; kStart marks a free slot, because
  /// nothing leads to the start.
  std::vector<State> slots_;
};

}  // namespace spearyx::normalize
