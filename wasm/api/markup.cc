#include "api/markup.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "normalize/dates.h"

namespace spearyx::api {

namespace {

std::string_view entity_of(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    default:
      return {};
  }
}

/// Bytes at the start of the text that XML 1.0 (section 2.2) has no way to carry: a control
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

std::string rss_date(std::int64_t time_s) {
  constexpr std::array<std::string_view, 7> kWeekdayNames{"Thu", "Fri", "Sat", "Sun",
                                                          "Mon", "Tue", "Wed"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  // 1970-01-01 was a Thursday.
  const std::int64_t day = time_s < 0 ? 0 : time_s / 86'400;
  const std::string iso = normalize::iso8601(time_s < 0 ? 0 : time_s);  // 2026-08-08T14:00:00Z
  const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0') - 1);
  std::string date{kWeekdayNames[static_cast<std::size_t>(day % 7)]};
  date.append(", ").append(iso, 8, 2).append(" ").append(kMonths[month % 12]);
  return date.append(" ").append(iso, 0, 4).append(" ").append(iso, 11, 8).append(" GMT");
}

}  // namespace spearyx::api
