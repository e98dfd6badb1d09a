#include "normalize/text/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>

#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

constexpr std::array<std::string_view, 7> kDayNames = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
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

/// The first second of a year.
constexpr UnixSeconds start_of(int year) {
  return std::chrono::sys_seconds(std::chrono::sys_days(std::chrono::year(year) / 1 / 1))
      .time_since_epoch()
      .count();
}

/// The seconds of a civil time that is `offset_s` ahead of UTC. A leap second counts as the first
/// second of the next day, and is none at any other time.
std::optional<UnixSeconds> to_unix(const CivilTime& civil, UnixSeconds offset_s = 0) {
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(civil.year)),
                                         std::chrono::month(static_cast<unsigned>(civil.month)),
                                         std::chrono::day(static_cast<unsigned>(civil.day)));
  if (!date.ok() || civil.hour > 23 || civil.minute > 59 || civil.second > 60) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  const UnixSeconds time =
      days * kDay + civil.hour * kHour + civil.minute * kMinute + civil.second - offset_s;
  if (civil.second == 60 && time % kDay != 0) return std::nullopt;
  return time;
}

/// The moment for the calendar, cut to the years 0 to 9999, because no form has digits for others.
std::chrono::sys_seconds moment_of(UnixSeconds time) {
  return std::chrono::sys_seconds(
      std::chrono::seconds(std::clamp(time, start_of(0), start_of(10'000) - 1)));
}

CivilTime civil_of(UnixSeconds time) {
  const std::chrono::sys_seconds moment = moment_of(time);
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time_of_day(moment - day);
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<unsigned>(date.month()),
          .day = static_cast<unsigned>(date.day()),
          .hour = time_of_day.hours().count(),
          .minute = time_of_day.minutes().count(),
          .second = time_of_day.seconds().count()};
}

/// A reader of a text by a form, from left to right. The fields are those of strptime: %Y %m %d and
/// %H %M %S of fixed width, %y a year of two digits, %e a day padded with a space, %b a month's
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

/// Parses the date of RFC 850, with its year of two digits: the latest such year that is at most 50
/// years ahead.
std::optional<UnixSeconds> parse_rfc850_date(std::string_view text, UnixSeconds now) {
  FormReader reader(text);
  if (!reader.matches("%A, %d-%b-%y %H:%M:%S GMT")) return std::nullopt;
  CivilTime civil = reader.civil();
  const std::int64_t this_year = civil_of(now).year;
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

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(width - std::min(width, digits.size()), '0').append(digits);
}

void append_time_of_day(std::string& out, const CivilTime& civil) {
  append_padded(out, civil.hour, 2);
  append_padded(out.append(":"), civil.minute, 2);
  append_padded(out.append(":"), civil.second, 2);
}

std::string date_and_time(UnixSeconds time) {
  const CivilTime civil = civil_of(time);
  std::string out;
  append_padded(out, civil.year, 4);
  append_padded(out.append("-"), civil.month, 2);
  append_padded(out.append("-"), civil.day, 2);
  append_time_of_day(out.append("T"), civil);
  return out;
}

constexpr UnixSeconds kEarliest = start_of(1990);
constexpr UnixSeconds kEnd = start_of(2101);

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
  const std::chrono::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(time)};
  const auto second = std::chrono::floor<std::chrono::seconds>(moment);
  std::string out = date_and_time(second.time_since_epoch().count());
  append_padded(out.append("."), (time % 1'000 + 1'000) % 1'000, 3);
  return out + 'Z';
}

std::string http_date(UnixSeconds time) {
  const CivilTime civil = civil_of(time);
  const std::chrono::weekday day(std::chrono::floor<std::chrono::days>(moment_of(time)));
  std::string out(kDayNames[day.c_encoding()].substr(0, 3));
  append_padded(out.append(", "), civil.day, 2);
  out.append(" ").append(kMonthNames[static_cast<std::size_t>(civil.month - 1)]);
  append_padded(out.append(" "), civil.year, 4);
  append_time_of_day(out.append(" "), civil);
  return out.append(" GMT");
}

}  // namespace spearyx::normalize
