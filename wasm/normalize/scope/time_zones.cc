#include "normalize/scope/time_zones.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "normalize/text/phrases.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

/// The zones in minutes east of UTC; those of the west have a minus.
constexpr WordTable kZones(
    "aest=600\nbst=60\ncest=120\ncet=60\ncst=-360\nct=-360\nedt=-240\neest=180\neet=120\n"
    "est=-300\net=-300\ngmt=0\nhkt=480\nist=330\njst=540\nmst=-420\npdt=-420\npst=-480\npt=-480\n"
    "sgt=480\nutc=0\nwet=0\n");

constexpr WordList kHours("h hour hours hr hrs stunden ");
constexpr WordList kNear("around from of off ");
constexpr WordList kThrough("and bis through to until ");
/// Words of hours in common, or of work, which say nothing about where one lives.
constexpr WordList kOfficeHours("overlap overlapping overlaps schedule shift shifts working ");

constexpr std::int64_t kHour = 60;
constexpr std::int64_t kMostHours = 14;

std::optional<std::int64_t> zone_of(const Word& word) {
  const std::string_view minutes = kZones.value(word.folded);
  if (minutes.empty() || is_ascii_lower(word.raw.front())) return std::nullopt;
  std::int64_t offset = 0;
  std::from_chars(minutes.data(), minutes.data() + minutes.size(), offset);
  return offset;
}

/// The hours in a word: "3", "3h", "05".
std::optional<std::int64_t> hours_in(std::string_view word) {
  std::int64_t hours = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), hours);
  const std::string_view rest(end, word.data() + word.size());
  const bool is_hours = error == std::errc() && (rest.empty() || kHours.contains(rest));
  return is_hours && hours <= kMostHours ? std::optional(hours) : std::nullopt;
}

bool is_plus_minus(std::string_view gap) {
  return gap.contains("±") || gap.contains("+/-") || gap.contains("+-") || gap.contains("+/–");
}

bool is_minus(std::string_view gap) {
  return gap.ends_with('-') || gap.ends_with("–") || gap.ends_with("−");
}

bool is_dash_between(std::string_view gap) {
  return gap.contains('-') || gap.contains("–") || gap.contains("—") || gap.contains("..");
}

/// Reads the words of one line around the names of time zones.
class ZoneReader {
 public:
  explicit ZoneReader(std::span<const Word> words) : words_(words) {}

  [[nodiscard]] std::optional<UtcOffsets> range() const {
    if (has_any_of(words_, kOfficeHours)) return std::nullopt;
    const bool is_of_zones = std::ranges::any_of(words_, [](const Word& word) {
      return word.folded.starts_with("timezone") || word.folded.starts_with("zone");
    });
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto zone = zone_of(words_[i]);
      if (!zone) continue;
      if (const auto spread = spread_around(i)) return UtcOffsets{*zone - *spread, *zone + *spread};
      if (const auto range = range_from(i, *zone, is_of_zones)) return range;
    }
    return std::nullopt;
  }

 private:
  /// The hours around a zone: "CET ± 3", "within 3 hours of CET".
  [[nodiscard]] std::optional<std::int64_t> spread_around(std::size_t zone) const {
    if (zone + 1 < words_.size() && is_plus_minus(words_[zone + 1].gap)) {
      return minutes(hours_in(words_[zone + 1].folded));
    }
    if (zone < 2 || !kNear.contains(words_[zone - 1].folded)) return std::nullopt;
    const std::size_t last = zone - 2;  // "hours", or "3h"
    const std::size_t number = kHours.contains(words_[last].folded) && last > 0 ? last - 1 : last;
    const bool is_within = number > 0 && words_[number - 1].folded == "within";
    const bool is_spread = is_within || is_plus_minus(words_[number].gap);
    return is_spread ? minutes(hours_in(words_[number].folded)) : std::nullopt;
  }

  /// The range from a zone on: "UTC-5 to UTC+2", "GMT+1 - GMT+3"; in a line about time zones also
  /// "between EST and CET".
  [[nodiscard]] std::optional<UtcOffsets> range_from(std::size_t i, std::int64_t zone,
                                                     bool is_of_zones) const {
    std::size_t end = i + 1;
    const auto first = offset_at(end);
    const std::int64_t begin = zone + first.value_or(0);
    if (end >= words_.size()) return std::nullopt;
    const bool is_joined = kThrough.contains(words_[end].folded);
    const bool is_dash = is_dash_between(words_[end].gap);
    if (!is_joined && !is_dash) return std::nullopt;
    if (is_joined) ++end;
    if (end >= words_.size()) return std::nullopt;
    const auto other = zone_of(words_[end]);
    if (other) ++end;
    const auto second = offset_at(end);
    if (!second && !other) return std::nullopt;
    if ((!first || !second) && !is_of_zones) return std::nullopt;
    const std::int64_t finish = other.value_or(zone) + second.value_or(0);
    return UtcOffsets{std::min(begin, finish), std::max(begin, finish)};
  }

  /// The offset at a word, "+5", "-05:30", which is then passed.
  [[nodiscard]] std::optional<std::int64_t> offset_at(std::size_t& at) const {
    if (at >= words_.size()) return std::nullopt;
    const std::string_view gap = words_[at].gap;
    const bool is_signed = gap.ends_with('+') || is_minus(gap);
    const auto whole = hours_in(words_[at].folded);
    if (!is_signed || !whole) return std::nullopt;
    std::int64_t offset = *whole * kHour;
    ++at;
    const bool has_half = at < words_.size() && words_[at].gap == ":" && words_[at].folded == "30";
    if (has_half) offset += kHour / 2;
    if (at < words_.size() && words_[at].gap == ":") ++at;
    return is_minus(gap) ? -offset : offset;
  }

  static std::optional<std::int64_t> minutes(std::optional<std::int64_t> hours) {
    return hours ? std::optional(*hours * kHour) : std::nullopt;
  }

  std::span<const Word> words_;
};

/// The bytes before and behind the name of a zone that are read, because some texts are a single
/// line.
constexpr std::size_t kReach = 200;

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).find_last_of("\n.;");
  return before == text.npos ? 0 : before + 1;
}

/// Whether the name of a zone may stand around a capital T: every name has one, in a word of
/// capitals.
bool may_be_zone(std::string_view text, std::size_t at) {
  const auto is_capital = [text](std::size_t i) {
    return i < text.size() && is_ascii_upper(text[i]);
  };
  return is_capital(at - 1) || is_capital(at + 1);
}

}  // namespace

std::optional<UtcOffsets> span_of(std::span<const std::int64_t> offsets) {
  if (offsets.empty()) return std::nullopt;
  const auto [min, max] = std::ranges::minmax(offsets);
  return UtcOffsets{min, max};
}

std::optional<UtcOffsets> utc_offsets_in(std::string_view text) {
  const auto next = [text](std::size_t from) {
    return find_byte(text, from, [](auto c) { return c == 'T'; });
  };
  for (std::size_t at = next(0); at < text.size(); at = next(at + 1)) {
    if (!may_be_zone(text, at)) continue;
    const std::size_t begin = std::max(line_begin(text, at), at - std::min(at, kReach));
    const std::size_t end =
        std::min({text.find_first_of("\n;", at), text.find(". ", at), at + kReach, text.size()});
    if (const auto range = ZoneReader(Words(text.substr(begin, end - begin))).range()) return range;
    at = end;
  }
  return std::nullopt;
}

}  // namespace spearyx::normalize
