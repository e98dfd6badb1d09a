#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "model/source.h"

/// The sources as the API's parameters and messages name them.
namespace spearyx::api {

/// The choices of `Parameters::choice`: none, or the name of one of the rows.
template <std::size_t kCount>
[[nodiscard]] constexpr auto choices_of(const std::array<SourceInfo, kCount>& rows) {
  std::array<std::string_view, kCount + 1> choices{};
  std::ranges::transform(rows, choices.begin() + 1, &SourceInfo::name);
  return choices;
}

inline constexpr auto kSourceChoices = choices_of(kSources);
inline constexpr auto kBoardSourceChoices = choices_of(kBoardSources);

}  // namespace spearyx::api
