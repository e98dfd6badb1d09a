#pragma once

#include <array>
#include <span>
#include <string_view>

/// The level and the employment of the person that a posting looks for. The source's own field
/// decides; where it states nothing, or nothing that is known here, the title does. Unknown is
/// never a guess.
namespace spearyx::normalize {

/// The levels, each above the one before.
inline constexpr std::array<std::string_view, 6> kLevels{"intern", "junior", "mid",
                                                         "senior", "lead",   "executive"};

inline constexpr std::array<std::string_view, 5> kEmploymentTypes{
    "full-time", "part-time", "contract", "temporary", "internship"};

/// The level: "intern", "junior", "mid", "senior", "lead" (the lead of a team or a subject: lead,
/// staff, principal, engineering manager) or "executive" (director and above); "" for unknown, so
/// also where the source names several.
[[nodiscard]] std::string_view level_of(std::span<const std::string_view> stated,
                                        std::string_view title);

/// The employment type: "full-time", "part-time", "contract", "temporary" or "internship"; "" for
/// unknown. A term outweighs hours: "fulltime_fixed_term" is temporary.
[[nodiscard]] std::string_view employment_type_of(std::string_view stated, std::string_view title);

}  // namespace spearyx::normalize
