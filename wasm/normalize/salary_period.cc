#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "normalize/salary.h"
#include "normalize/salary_money.h"
#include "normalize/sorted_text.h"
#include "normalize/text.h"
#include "normalize/words.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

/// The names of the periods in the database.
constexpr std::array<std::string_view, 5> kPeriods = {"year", "month", "week", "day", "hour"};

// Words folded by `fold_words`, with the initial of the period.

/// Stand alone: "$45 hourly", "annual salary".
constexpr WordTable kAdverbs(
    "annual=y\nannualized=y\nannually=y\nannuel=y\nannuels=y\nannum=y\nanual=y\nanuales=y\n"
    "daily=d\ndiario=d\nhourly=h\njahresgehalt=y\njahrlich=y\nmensais=m\nmensal=m\nmensual=m\n"
    "mensuales=m\nmensuel=m\nmensuels=m\nmonatlich=m\nmonthly=m\npa=y\npcm=m\npd=d\nph=h\npw=w\n"
    "stundlich=h\nweekly=w\nyearly=y\n");

/// Follow a connector: "per hour", "/yr", "a month", "p/d".
constexpr WordTable kUnits(
    "an=y\nannee=y\nanno=y\nannually=y\nannum=y\nano=y\nar=y\nd=d\nday=d\ndia=d\ndzien=d\ngodz=h\n"
    "h=h\nheure=h\nhora=h\nhour=h\nhourly=h\nhr=h\nhrs=h\njaar=y\njahr=y\njour=d\nmaand=m\n"
    "manad=m\nmaned=m\nmc=m\nmes=m\nmesic=m\nmies=m\nmiesiac=m\nmo=m\nmois=m\nmonat=m\nmonth=m\n"
    "monthly=m\nmsc=m\nmth=m\nrok=y\nsemaine=w\nsemana=w\nstd=h\nstunde=h\ntag=d\nuur=h\nweek=w\n"
    "weekly=w\nwk=w\nwoche=w\nyear=y\nyr=y\n");

constexpr WordList kConnectors("a al an ao each every im par per por pr pro ");

std::optional<PayPeriod> find_period(const WordTable& table, std::string_view word) {
  const std::string_view initial = table.value(word);
  if (initial.empty()) return std::nullopt;
  const auto name = std::ranges::find(kPeriods, initial.front(),
                                      [](std::string_view period) { return period.front(); });
  return static_cast<PayPeriod>(name - kPeriods.begin());
}

constexpr std::size_t kLongestWord = 20;

/// Latin letters, and full stops within: "annum", "p.a", "mês".
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + kLongestWord) {
    const bool is_accented = text[end] >= '\xC3' && text[end] <= '\xC5' && end + 1 < text.size();
    const bool is_inner_stop =
        text[end] == '.' && end > at && end + 1 < text.size() && is_ascii_alpha(text[end + 1]);
    if (!is_accented && !is_inner_stop && !is_ascii_alpha(text[end])) break;
    end += is_accented ? 2 : 1;
  }
  return text.substr(std::min(at, text.size()), end - at);
}

/// A word of `word_at` as `fold_words` folds it, without its letters' marks and its full stops.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view word) {
    for (std::size_t at = 0; at < word.size() && size_ < letters_.size();) {
      const Utf8Char c = decode_utf8(word, at);
      at += c.length;
      if (c.code_point != '.') letters_[size_++] = fold_letter(c.code_point);
    }
  }
  operator std::string_view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, kLongestWord> letters_{};
  std::size_t size_ = 0;
};

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text.substr(at).starts_with("\u00A0"))) {
    at += text[at] == ' ' ? 1 : 2;
  }
  return at;
}

std::optional<PeriodAt> read_unit(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  std::string_view word = word_at(text, at);
  if (iequals(word, "calendar") || iequals(word, "working")) {
    at = skip_blanks(text, at + word.size());
    word = word_at(text, at);
  }
  const std::optional<PayPeriod> period = find_period(kUnits, FoldedWord(word));
  return period ? std::optional(PeriodAt{*period, at + word.size()}) : std::nullopt;
}

}  // namespace

std::optional<PeriodAt> read_period(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  if (at >= text.size()) return std::nullopt;
  if (text[at] == '/') return read_unit(text, at + 1);
  const std::string_view word = word_at(text, at);
  const std::size_t end = at + word.size();
  const FoldedWord folded(word);
  if (const auto period = find_period(kAdverbs, folded)) return PeriodAt{*period, end};
  if (std::string_view(folded) == "p" && text.substr(end).starts_with('/'))
    return read_unit(text, end + 1);
  return kConnectors.contains(folded) ? read_unit(text, end) : std::nullopt;
}

std::string_view period_name(PayPeriod period) {
  return kPeriods[static_cast<std::size_t>(period)];
}

std::optional<PayPeriod> period_from(std::string_view name) {
  // Lever's "per-year-salary", "per-hour-wage".
  if (name.starts_with("per-")) name.remove_prefix(4);
  if (name.ends_with("-salary")) name.remove_suffix(7);
  if (name.ends_with("-wage")) name.remove_suffix(5);
  const std::string folded = fold_words(name);
  const std::optional<PayPeriod> period = find_period(kUnits, folded);
  return period ? period : find_period(kAdverbs, folded);
}

}  // namespace spearyx::normalize
