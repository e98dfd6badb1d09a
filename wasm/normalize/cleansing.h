#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::normalize {

/// How long a summary is, of a description as stated and of a cleansed one alike.
inline constexpr std::size_t kSummaryWords = 200;

/// No cleansed description is longer, so that a row of the database and a bound text can hold it.
inline constexpr std::size_t kMaxCleansedBytes = 1'000'000;

/// What says at its end that a description was cut.
inline constexpr std::string_view kCutMark =
    "<p>[This description was cut here because of its length.]</p>";

/// A description that is safe to show.
struct CleansedText {
  std::string html;
  /// Its first words as plain text on one line.
  std::string summary;
};

/// Cleanses a description as its source stated it, with the links that the source's terms ask for.
/// One that would become too long is cut, and says so.
[[nodiscard]] CleansedText cleanse_description(std::string_view raw, std::string_view source_name);

}  // namespace spearyx::normalize
