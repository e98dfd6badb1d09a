#include "api/feeds/markup.h"

#include <algorithm>
#include <cstddef>

#include "support/html_escape.h"

namespace spearyx::api {

namespace {

/// The number of bytes at the start of the text that XML 1.0 (section 2.2) cannot carry: a control
/// character, U+FFFE or U+FFFF.
std::size_t count_forbidden(std::string_view text) {
  if (text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF")) return 3;
  const char byte = text.front();
  const bool is_control = static_cast<unsigned char>(byte) < 0x20;
  return is_control && byte != '\n' && byte != '\t' && byte != '\r' ? 1 : 0;
}

}  // namespace

std::string escape_xml(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    const std::size_t forbidden = count_forbidden(text);
    const std::string_view entity = entity_of(text.front());
    if (forbidden > 0) {
      escaped += ' ';
    } else if (!entity.empty()) {
      escaped += entity;
    } else {
      escaped += text.front();
    }
    text.remove_prefix(std::max<std::size_t>(1, forbidden));
  }
  return escaped;
}

}  // namespace spearyx::api
