#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::normalize {

/// No cleansed description is longer.
inline constexpr std::size_t kMaxCleansedBytes = 1'000'000;

/// What says at its end that a description was cut.
inline constexpr std::string_view kCutMark =
    "<p>[This description was cut here because of its length.]</p>";

/// The description as its source stated it, as HTML that is safe to show, with the links that the
/// source's terms ask for. One that would become too long is cut, and says so.
[[nodiscard]] std::string cleanse_description(std::string_view raw, std::string_view source_name);

}  // namespace spearyx::normalize
