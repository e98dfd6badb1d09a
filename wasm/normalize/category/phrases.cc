#include "normalize/category/phrases.h"

#include <algorithm>
#include <array>
#include <bit>

namespace spearyx::normalize {
namespace {

/// Calls `visit` for each piece of `text` between separators.
template <typename Visit>
void split(std::string_view text, char separator, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// An upper bound of the nodes that the vocabulary takes, the start included.
std::size_t count_words(std::span<const TermGroup> groups) {
  std::size_t words = 1;
  for (const TermGroup& group : groups) {
    words += 1 + static_cast<std::size_t>(std::ranges::count_if(
                     group.terms, [](char c) { return c == ' ' || c == '|'; }));
  }
  return words;
}

/// FNV-1a with the bits folded, because only the low ones choose a slot.
std::uint32_t hash(std::uint16_t seed, std::string_view word) {
  std::uint32_t value = 2166136261U ^ seed;
  for (const char c : word) value = (value ^ static_cast<std::uint8_t>(c)) * 16777619U;
  return value ^ (value >> 15U);
}

/// The stem of a word, without the ending of a plural or a feminine: "engineers", "facilities",
/// "entwicklerin", "assistante", "directora"; empty where there is no such ending. Short words
/// (sms, aws) stay as they are. `changed` holds a stem that is no part of the word.
std::string_view stem(std::string_view word, std::array<char, 16>& changed) {
  if (word.size() < 4 || word.ends_with("ss")) return {};
  if (word.ends_with("ies") && word.size() <= changed.size()) {
    const std::size_t kept = word.copy(changed.data(), word.size() - 3);
    changed[kept] = 'y';
    return {changed.data(), kept + 1};
  }
  if (word.ends_with("in")) return word.substr(0, word.size() - 2);
  return std::string_view("sea").contains(word.back()) ? word.substr(0, word.size() - 1)
                                                       : std::string_view();
}

}  // namespace

PhraseAutomaton::PhraseAutomaton(std::span<const TermGroup> groups) : nodes_(1) {
  const std::size_t words = count_words(groups);
  nodes_.reserve(words);
  terms_.reserve(words);
  slots_.resize(std::bit_ceil(words * 2));
  for (const TermGroup& group : groups) {
    split(group.terms, '|', [&](std::string_view text) { add_term(text, group); });
  }
  link_fallbacks();
}

void PhraseAutomaton::add_term(std::string_view text, const TermGroup& group) {
  State state = kStart;
  split(text, ' ', [&](std::string_view word) { state = add_child(state, word); });
  nodes_[state].term = static_cast<std::uint16_t>(terms_.size());
  terms_.push_back({.text = text,
                    .category_id = static_cast<std::uint8_t>(group.category_id),
                    .kind = group.kind,
                    .words = nodes_[state].depth});
}

PhraseAutomaton::State PhraseAutomaton::add_child(State parent, std::string_view word) {
  State& slot = slots_[slot_of(parent, word)];
  if (slot != kStart) return slot;
  slot = static_cast<State>(nodes_.size());
  const auto depth = static_cast<std::uint8_t>(nodes_[parent].depth + 1);
  nodes_.push_back({.word = word, .parent = parent, .depth = depth});
  return slot;
}

/// Links the fallbacks. Shorter phrases come first, because longer ones build on their fallbacks.
void PhraseAutomaton::link_fallbacks() {
  bool is_deeper = true;
  for (std::uint8_t depth = 2; is_deeper; ++depth) {
    is_deeper = false;
    for (Node& node : nodes_) {
      if (node.depth == depth) node.fallback = step(nodes_[node.parent].fallback, node.word);
      is_deeper |= node.depth > depth;
    }
  }
}

std::size_t PhraseAutomaton::slot_of(State parent, std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(parent, word) & mask;
  while (slots_[slot] != kStart) {
    const Node& node = nodes_[slots_[slot]];
    if (node.parent == parent && node.word == word) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

PhraseAutomaton::State PhraseAutomaton::child(State parent, std::string_view word) const {
  const State found = slots_[slot_of(parent, word)];
  if (found != kStart) return found;
  std::array<char, 16> changed{};
  const std::string_view base = stem(word, changed);
  return base.empty() ? kStart : slots_[slot_of(parent, base)];
}

PhraseAutomaton::State PhraseAutomaton::step(State state, std::string_view word) const {
  while (true) {
    const State next = child(state, word);
    if (next != kStart || state == kStart) return next;
    state = nodes_[state].fallback;
  }
}

const Term* PhraseAutomaton::match(State state) const {
  for (; state != kStart; state = nodes_[state].fallback) {
    if (nodes_[state].term != kNone) return &terms_[nodes_[state].term];
  }
  return nullptr;
}

}  // namespace spearyx::normalize
