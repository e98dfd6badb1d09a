#include "api/markup.h"

#include <array>

#include "normalize/dates.h"

namespace spearyx::api {

std::string escape_xml(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    switch (byte) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&apos;";
        break;
      default: {
        const auto value = static_cast<unsigned char>(byte);
        const bool is_allowed = value >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r';
        escaped += is_allowed ? byte : ' ';
      }
    }
  }
  return escaped;
}

std::string rss_date(std::int64_t time_s) {
  constexpr std::array<std::string_view, 7> kDays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  // 1970-01-01 was a Thursday.
  const std::int64_t day = time_s < 0 ? 0 : time_s / 86'400;
  const std::string iso = normalize::iso8601(time_s < 0 ? 0 : time_s);  // 2026-08-08T14:00:00Z
  const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0') - 1);
  std::string date{kDays[static_cast<std::size_t>(day % 7)]};
  date.append(", ").append(iso, 8, 2).append(" ").append(kMonths[month % 12]);
  return date.append(" ").append(iso, 0, 4).append(" ").append(iso, 11, 8).append(" GMT");
}

}  // namespace spearyx::api
