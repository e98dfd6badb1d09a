#include "normalize/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>

#include "normalize/text.h"

namespace spearyx::normalize {
namespace {

constexpr std::array<std::string_view, 7> kDayNames = {"Thursday", "Friday",  "Saturday", "Sunday",
                                                       "Monday",   "Tuesday", "Wednesday"};
constexpr std::array<std::string_view, 12> kMonthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct CivilTime {
  std::int64_t year = 0;
  std::int64_t month = 0;  // 1 to 12
  std::int64_t day = 0;
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

/// Days since 1970-01-01. Years are counted from March, in eras of 400, so that the leap day comes
/// last: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
constexpr std::int64_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (month <= 2) --year;
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

constexpr CivilTime civil_from_seconds(UnixSeconds time) {
  const std::int64_t days = floor_div(time, kDay) + 719468;
  const std::int64_t era = floor_div(days, 146097);
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const std::int64_t second_of_day = (time % kDay + kDay) % kDay;
  const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
          .month = month,
          .day = day_of_year - (153 * shifted_month + 2) / 5 + 1,
          .hour = second_of_day / kHour,
          .minute = second_of_day / kMinute % 60,
          .second = second_of_day % kMinute};
}

constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
}

/// Seconds of a civil time that is `offset_s` ahead of UTC. A leap second counts as the first
/// second of the next day, and is none at any other time.
std::optional<UnixSeconds> to_unix(const CivilTime& civil, UnixSeconds offset_s = 0) {
  if (civil.month < 1 || civil.month > 12 || civil.day < 1 ||
      civil.day > days_in_month(civil.year, civil.month)) {
    return std::nullopt;
  }
  if (civil.hour > 23 || civil.minute > 59 || civil.second > 60) return std::nullopt;
  const UnixSeconds time = days_from_civil(civil.year, civil.month, civil.day) * kDay +
                           civil.hour * kHour + civil.minute * kMinute + civil.second - offset_s;
  if (civil.second == 60 && time % kDay != 0) return std::nullopt;
  return time;
}

/// Matches a text against a form, from left to right. The fields are those of strptime: %Y %m %d
/// and %H %M %S of fixed width, %y a year of two digits, %e a day padded with a space, %b a month's
/// name, %a and %A a day's; besides %T, the "T" between date and time, %f, an optional fraction,
/// and %z, "Z" or "+hh:mm".
class FormReader {
 public:
  explicit FormReader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool matches(std::string_view form) {
    for (std::size_t i = 0; i < form.size(); ++i) {
      const bool is_field = form[i] == '%';
      if (is_field ? !field(form[++i]) : !literal(form[i])) return false;
    }
    return rest_.empty();
  }

  [[nodiscard]] const CivilTime& civil() const { return civil_; }
  [[nodiscard]] UnixSeconds offset_s() const { return offset_s_; }

 private:
  bool field(char kind) {
    switch (kind) {
      case 'b':
        return name(kMonthNames, civil_.month, 3);
      case 'a':
        return name(kDayNames, day_of_week_, 3);
      case 'A':
        return name(kDayNames, day_of_week_, std::string_view::npos);
      case 'T':
        return literal('T') || literal('t') || literal(' ');
      case 'f':
        return fraction();
      case 'z':
        return offset();
      case 'Y':
        return digits(4, civil_.year);
      case 'e':
        return digits(literal(' ') ? 1 : 2, civil_.day);
      default:
        return digits(2, number(kind));
    }
  }

  std::int64_t& number(char kind) {
    std::int64_t* const numbers[] = {&civil_.year, &civil_.month,  &civil_.day,
                                     &civil_.hour, &civil_.minute, &civil_.second};
    return *numbers[std::string_view("ymdHMS").find(kind)];
  }

  bool literal(char expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool digits(std::size_t count, std::int64_t& value) {
    value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (rest_.empty() || !is_ascii_digit(rest_.front())) return false;
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return true;
  }

  /// Sets the position of the name, counted from 1; names are cut to `length` letters.
  bool name(std::span<const std::string_view> names, std::int64_t& position, std::size_t length) {
    const auto is_next = [&](std::string_view name) {
      return rest_.starts_with(name.substr(0, length));
    };
    const auto found = std::ranges::find_if(names, is_next);
    if (found == names.end()) return false;
    position = found - names.begin() + 1;
    rest_.remove_prefix(std::min(length, found->size()));
    return true;
  }

  bool fraction() {
    if (!literal('.')) return true;
    const std::size_t length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    rest_.remove_prefix(length);
    return length > 0;
  }

  bool offset() {
    if (literal('Z') || literal('z')) return true;
    const int sign = literal('-') ? -1 : literal('+') ? 1 : 0;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    if (sign == 0 || !digits(2, hours) || !literal(':') || !digits(2, minutes)) return false;
    offset_s_ = sign * (hours * kHour + minutes * kMinute);
    return hours < 24 && minutes < 60;
  }

  std::string_view rest_;
  CivilTime civil_;
  std::int64_t day_of_week_ = 0;  // required by the form, without a say in the date
  UnixSeconds offset_s_ = 0;
};

std::optional<UnixSeconds> parse_form(std::string_view text, std::string_view form) {
  FormReader reader(text);
  if (!reader.matches(form)) return std::nullopt;
  return to_unix(reader.civil(), reader.offset_s());
}

/// RFC 850's year of two digits: the latest such year that is at most 50 years ahead.
std::optional<UnixSeconds> parse_rfc850_date(std::string_view text, UnixSeconds now) {
  FormReader reader(text);
  if (!reader.matches("%A, %d-%b-%y %H:%M:%S GMT")) return std::nullopt;
  CivilTime civil = reader.civil();
  const std::int64_t this_year = civil_from_seconds(now).year;
  civil.year += this_year - this_year % 100;
  if (civil.year > this_year + 50) civil.year -= 100;
  return to_unix(civil);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

void append_padded(std::string& out, std::int64_t value, std::ptrdiff_t width) {
  if (value < 0) out.push_back('-');
  const auto begin = static_cast<std::ptrdiff_t>(out.size());
  for (; value != 0 || std::ssize(out) - begin < width; value /= 10) {
    const auto digit = static_cast<int>(value % 10);
    out.push_back(static_cast<char>('0' + (digit < 0 ? -digit : digit)));
  }
  std::reverse(out.begin() + begin, out.end());
}

std::string date_and_time(UnixSeconds time) {
  const CivilTime civil = civil_from_seconds(time);
  std::string out;
  append_padded(out, civil.year, 4);
  append_padded(out.append("-"), civil.month, 2);
  append_padded(out.append("-"), civil.day, 2);
  append_padded(out.append("T"), civil.hour, 2);
  append_padded(out.append(":"), civil.minute, 2);
  append_padded(out.append(":"), civil.second, 2);
  return out;
}

constexpr UnixSeconds kEarliest = days_from_civil(1990, 1, 1) * kDay;
constexpr UnixSeconds kEnd = days_from_civil(2101, 1, 1) * kDay;

}  // namespace

std::optional<UnixSeconds> parse_iso8601(std::string_view text) {
  return parse_form(text, "%Y-%m-%d%T%H:%M:%S%f%z");
}

std::optional<UnixSeconds> parse_utc(std::string_view text) {
  if (const auto date = parse_form(text, "%Y-%m-%d")) return date;
  if (text.ends_with(" UTC")) text.remove_suffix(4);
  return parse_form(text, "%Y-%m-%d%T%H:%M:%S%f");
}

std::optional<UnixSeconds> parse_unix_seconds(std::string_view text) { return parse_integer(text); }

std::optional<UnixSeconds> parse_http_date(std::string_view text, UnixSeconds now) {
  if (const auto date = parse_form(text, "%a, %d %b %Y %H:%M:%S GMT")) return date;
  if (const auto date = parse_rfc850_date(text, now)) return date;
  return parse_form(text, "%a %b %e %H:%M:%S %Y");
}

std::optional<UnixSeconds> parse_retry_after(std::string_view text, UnixSeconds now) {
  if (!text.empty() && text.find_first_not_of("0123456789") == text.npos) {
    return std::min(parse_integer(text).value_or(kMaxRetryAfter), kMaxRetryAfter);
  }
  const auto date = parse_http_date(text, now);
  if (!date) return std::nullopt;
  return std::clamp(*date - now, UnixSeconds{0}, kMaxRetryAfter);
}

std::optional<UnixSeconds> plausible_date(std::optional<UnixSeconds> date) {
  return date && *date >= kEarliest && *date < kEnd ? date : std::nullopt;
}

std::string iso8601(UnixSeconds time) { return date_and_time(time) + 'Z'; }

std::string iso8601_ms(UnixMillis time) {
  std::string out = date_and_time(floor_div(time, 1000));
  append_padded(out.append("."), (time % 1000 + 1000) % 1000, 3);
  return out + 'Z';
}

}  // namespace spearyx::normalize
