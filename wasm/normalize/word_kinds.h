#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "normalize/text/text_words.h"

namespace spearyx::normalize {

/// The kinds of words, looked up by hash. A word of no kind is recognised at one look or two. One
/// word in millions may be taken for another.
class WordKinds {
 public:
  /// Words of some kinds, with a space between; the kinds are the user's own bits, and a word may
  /// stand in several rows.
  struct Row {
    std::uint16_t kinds;
    std::string_view words;
  };

  consteval WordKinds(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
      for (std::size_t at = 0; at < row.words.size();) {
        const std::string_view word = row.words.substr(at, row.words.find(' ', at) - at);
        add(word_hash(word), row.kinds);
        at += word.size() + 1;
      }
    }
    if (free_ < kSlots / 3) must_have_room();
  }

  /// All kinds of the word with the hash.
  [[nodiscard]] constexpr std::uint16_t of(std::uint64_t hash) const {
    return slots_[slot_of(hash)].kinds;
  }

 private:
  static constexpr std::size_t kSlots = 512;

  struct Slot {
    std::uint16_t tag = 0;
    std::uint16_t kinds = 0;  // 0 where the slot is free
  };

  static void must_have_room();  // only declared: a call of it is no constant

  static constexpr std::uint16_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint16_t>(hash >> 48U);
  }

  /// The slot where the word is, or would be.
  [[nodiscard]] constexpr std::size_t slot_of(std::uint64_t hash) const {
    std::size_t slot = hash % kSlots;
    while (slots_[slot].kinds != 0 && slots_[slot].tag != tag_of(hash)) slot = (slot + 1) % kSlots;
    return slot;
  }

  consteval void add(std::uint64_t hash, std::uint16_t kinds) {
    Slot& slot = slots_[slot_of(hash)];
    if (slot.kinds == 0) --free_;
    slot.tag = tag_of(hash);
    slot.kinds = static_cast<std::uint16_t>(slot.kinds | kinds);
  }

  std::array<Slot, kSlots> slots_{};
  std::size_t free_ = kSlots;
};

}  // namespace spearyx::normalize
