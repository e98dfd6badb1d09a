#pragma once

#include <cstdint>

namespace spearyx::sanitize {

/// The 2,125 names that end in a semicolon, sorted and front-coded: one byte below '0' (bits 0-4:
/// the number of letters shared with the name before, bit 5: valid without its semicolon too), then
/// the remaining letters. The first name of a letter shares none; a zero ends the last.
extern const std::uint8_t kEntityNames[];

/// The first character of each name, in the order of the names. A value in 0xD000-0xDFFF, where no
/// name points, stands for U+1Dxxx.
extern const char16_t kEntityCharacters[];

/// The second character, for the 93 names that have one, sorted by the position of the name.
struct EntitySecond {
  std::uint16_t index;
  char16_t character;
};
extern const EntitySecond kEntitySeconds[93];

/// The beginning of each letter's names, from 'A' to one past 'z'.
struct EntityBucket {
  std::uint16_t offset;
  std::uint16_t index;
};
extern const EntityBucket kEntityBuckets['z' - 'A' + 2];

}  // namespace spearyx::sanitize
