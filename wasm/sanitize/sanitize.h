#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::sanitize {

struct Options {
  /// Whether search engines may follow the links, for sources whose terms ask for it.
  bool follow_links = false;
};

/// The bounds of the result of `sanitize_html`: its length is at most `kMaxGrowth` times that of
/// the input, and `kMaxGrowthBytes`.
inline constexpr std::size_t kMaxGrowth = 8;
inline constexpr std::size_t kMaxGrowthBytes = 256;

/// Turns any bytes into safe and well-set HTML.
///
/// The input is read as a browser reads it (WHATWG HTML, 13.2), reduced to the elements of
/// `policy.cc`, laid out (`layout.h`) and written anew (13.3), everything escaped. Nothing is
/// decoded after that. The result is valid UTF-8 without controls but newline and tab; a browser
/// parses it to the very tree that was written; sanitizing it again changes nothing. Text without
/// markup becomes paragraphs and lists. Links have no attribute but `href` and `rel`, everything
/// else has none.
///
/// Takes time and memory linear in the input, whatever is nested in it.
[[nodiscard]] std::string sanitize_html(std::string_view html, Options options = {});

}  // namespace spearyx::sanitize
