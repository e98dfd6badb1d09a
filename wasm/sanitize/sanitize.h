#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spearyx::sanitize {

struct Options {
  /// Search engines may follow the links, where a source's terms ask for it.
  bool follow_links = false;
};

/// The result of `sanitize_html` is at most `kMaxGrowth` times as long as its input, and
/// `kMaxGrowthBytes`.
inline constexpr std::size_t kMaxGrowth = 8;
inline constexpr std::size_t kMaxGrowthBytes = 256;

/// Makes any bytes safe to be put into a page as HTML, and well set.
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
