#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::normalize {

/// The longest cleansed description.
inline constexpr std::size_t kMaxCleansedBytes = 1'000'000;

/// The mark at the end of a description that was cut.
inline constexpr std::string_view kCutMark =
    "<p>[This description was cut here because of its length.]</p>";

/// The description as safe HTML, with the links that the source's terms ask for. A description that
/// would become too long is cut, and ends in a mark.
[[nodiscard]] std::string cleanse_description(std::string_view raw, std::string_view source_name);

}  // namespace spearyx::normalize
