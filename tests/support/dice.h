#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace spearyx::testing {

/// Numbers that look random and are the same in every run with the same seed (SplitMix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  /// A number from 0 to sides - 1.
  std::int64_t roll(std::int64_t sides) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(sides));
  }
  bool one_in(std::int64_t sides) { return roll(sides) == 0; }
  /// A number uniform in [0, 1).
  double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  template <typename List>
  auto& pick(List&& list) {
    return list[static_cast<std::size_t>(roll(std::ssize(list)))];
  }

 private:
  std::uint64_t next() {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace spearyx::testing
