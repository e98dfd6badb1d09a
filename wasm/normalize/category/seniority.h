#pragma once

#include <array>
#include <span>
#include <string_view>

/// How far somebody has come whom a posting looks for, and how they are employed. What the source says in
/// a field of its own decides; where it says nothing, or nothing that is known here, the title does.
/// Unknown is never a guess.
namespace spearyx::normalize {

/// The levels, each above the one before.
inline constexpr std::array<std::string_view, 6> kLevels{"intern", "junior", "mid",
                                                         "senior", "lead",   "executive"};

inline constexpr std::array<std::string_view, 5> kEmploymentTypes{
    "full-time", "part-time", "contract", "temporary", "internship"};

/// "intern", "junior", "mid", "senior", "lead" (whoever leads a team or a subject: lead, staff,
/// principal, engineering manager) or "executive" (director and above); "" for unknown, so also where the
/// source names several.
[[nodiscard]] std::string_view level_of(std::span<const std::string_view> stated,
                                        std::string_view title);

/// "full-time", "part-time", "contract", "temporary" or "internship"; "" for unknown. A term outweighs
/// hours: "fulltime_fixed_term" is temporary.
[[nodiscard]] std::string_view employment_type_of(std::string_view stated, std::string_view title);

}  // namespace spearyx::normalize
