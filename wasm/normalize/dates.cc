#include "normalize/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>

namespace spearyx::normalize {
namespace {

constexpr std::array<std::string_view, 7> kDayNames = {"Thursday", "Friday",  "Saturday", "Sunday",
                                                       "Monday",   "Tuesday", "Wednesday"};
constexpr std::array<std::string_view, 12> kMonthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct CivilTime {
  std::int64_t year = 0;
  int month = 0;  // 1 to 12
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

/// Days since 1970-01-01. Years are counted from March, in eras of 400, so that the leap day comes
/// last: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
constexpr std::int64_t days_from_civil(std::int64_t year, int month, int day) {
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
  const auto shifted_month = static_cast<int>((5 * day_of_year + 2) / 153);
  const auto second_of_day = static_cast<int>((time % kDay + kDay) % kDay);
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
          .month = month,
          .day = static_cast<int>(day_of_year) - (153 * shifted_month + 2) / 5 + 1,
          .hour = second_of_day / 3600,
          .minute = second_of_day / 60 % 60,
          .second = second_of_day % 60};
}

constexpr int days_in_month(std::int64_t year, int month) {
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

/// Reads a fixed form from left to right; the first mismatch fails it for good.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  int digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i >= rest_.size() || rest_[i] < '0' || rest_[i] > '9') return fail();
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  Reader& literal(std::string_view expected) {
    if (!rest_.starts_with(expected)) fail();
    if (ok_) rest_.remove_prefix(expected.size());
    return *this;
  }

  /// The next character if it is one of these, else failure and NUL.
  char one_of(std::string_view choices) {
    if (rest_.empty() || !choices.contains(rest_.front())) return static_cast<char>(fail());
    const char chosen = rest_.front();
    rest_.remove_prefix(1);
    return chosen;
  }

  /// 1-based position of the name that comes next, each cut to `length` characters.
  int name(std::span<const std::string_view> names, std::size_t length = std::string_view::npos) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string_view name = names[i].substr(0, length);
      if (!rest_.starts_with(name)) continue;
      rest_.remove_prefix(name.size());
      return static_cast<int>(i + 1);
    }
    return fail();
  }

  void skip_digits() {
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') rest_.remove_prefix(1);
  }

  [[nodiscard]] bool next_is(char c) const { return rest_.starts_with(c); }
  [[nodiscard]] bool at_end() const { return ok_ && rest_.empty(); }

 private:
  int fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

void read_clock(Reader& reader, CivilTime& civil) {
  civil.hour = reader.digits(2);
  civil.minute = reader.literal(":").digits(2);
  civil.second = reader.literal(":").digits(2);
}

/// "Z" or "+hh:mm"; -1 day and beyond are no offsets.
std::optional<UnixSeconds> read_offset(Reader& reader) {
  const char sign = reader.one_of("Zz+-");
  if (sign == 'Z' || sign == 'z') return 0;
  const int hours = reader.digits(2);
  const int minutes = reader.literal(":").digits(2);
  if (hours > 23 || minutes > 59) return std::nullopt;
  const UnixSeconds offset_s = hours * kHour + minutes * kMinute;
  return sign == '-' ? -offset_s : offset_s;
}

/// "06 Nov 1994 08:49:37 GMT" after "Sun, ".
std::optional<UnixSeconds> read_fixdate(Reader reader) {
  CivilTime civil;
  civil.day = reader.digits(2);
  civil.month = reader.literal(" ").name(kMonthNames);
  civil.year = reader.literal(" ").digits(4);
  reader.literal(" ");
  read_clock(reader, civil);
  return reader.literal(" GMT").at_end() ? to_unix(civil) : std::nullopt;
}

/// "06-Nov-94 08:49:37 GMT" after "Sunday, ".
std::optional<UnixSeconds> read_rfc850_date(Reader reader, UnixSeconds now) {
  CivilTime civil;
  civil.day = reader.digits(2);
  civil.month = reader.literal("-").name(kMonthNames);
  const int year_of_century = reader.literal("-").digits(2);
  reader.literal(" ");
  read_clock(reader, civil);
  if (!reader.literal(" GMT").at_end()) return std::nullopt;
  const std::int64_t this_year = civil_from_seconds(now).year;
  civil.year = this_year - this_year % 100 + year_of_century;
  if (civil.year > this_year + 50) civil.year -= 100;
  return to_unix(civil);
}

/// "Nov  6 08:49:37 1994" after "Sun ".
std::optional<UnixSeconds> read_asctime_date(Reader reader) {
  CivilTime civil;
  civil.month = reader.name(kMonthNames);
  reader.literal(" ");
  civil.day = reader.next_is(' ') ? reader.literal(" ").digits(1) : reader.digits(2);
  reader.literal(" ");
  read_clock(reader, civil);
  civil.year = reader.literal(" ").digits(4);
  return reader.at_end() ? to_unix(civil) : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  std::array<char, 20> digits{};
  const auto result = std::to_chars(digits.begin(), digits.end(), value < 0 ? -value : value);
  const auto count = static_cast<std::size_t>(result.ptr - digits.begin());
  if (value < 0) out.push_back('-');
  out.append(width - std::min(width, count), '0').append(digits.data(), count);
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
  Reader reader(text);
  CivilTime civil;
  civil.year = reader.digits(4);
  civil.month = reader.literal("-").digits(2);
  civil.day = reader.literal("-").digits(2);
  reader.one_of("Tt ");
  read_clock(reader, civil);
  if (reader.next_is('.')) {
    reader.literal(".").digits(1);
    reader.skip_digits();
  }
  const auto offset_s = read_offset(reader);
  if (!offset_s || !reader.at_end()) return std::nullopt;
  return to_unix(civil, *offset_s);
}

std::optional<UnixSeconds> parse_unix_seconds(std::string_view text) { return parse_integer(text); }

std::optional<UnixSeconds> parse_http_date(std::string_view text, UnixSeconds now) {
  const auto after = [text](std::size_t name_length, std::string_view separator) {
    Reader reader(text);
    reader.name(kDayNames, name_length);
    return reader.literal(separator);
  };
  if (const auto date = read_fixdate(after(3, ", "))) return date;
  if (const auto date = read_rfc850_date(after(std::string_view::npos, ", "), now)) return date;
  return read_asctime_date(after(3, " "));
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
