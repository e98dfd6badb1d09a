#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "normalize/pay/money.h"
#include "normalize/pay/salary.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

/// The names of the periods in the database.
constexpr std::array<std::string_view, 5> kPeriods = {"year", "month", "week", "day", "hour"};

// Words folded by `fold_words`, with the initial of the period.

/// Words that name a period alone: "$45 hourly", "annual salary".
constexpr WordTable kAdverbs(
    "annua=y\nannual=y\nannualized=y\nannually=y\nannuel=y\nannuelle=y\nannuels=y\nannui=y\n"
    "annum=y\nannuo=y\nanual=y\nanuales=y\nanuel=y\naylik=m\ndaily=d\ndiario=d\ndziennie=d\n"
    "hodinove=h\nhourly=h\njaarlijks=y\njaarsalaris=y\njahresgehalt=y\njahreslohn=y\njahrlich=y\n"
    "maandelijks=m\nmaandloon=m\nmaandsalaris=m\nmanadslon=m\nmensais=m\nmensal=m\nmensili=m\n"
    "mensual=m\nmensuales=m\nmensuel=m\nmensuelle=m\nmensuels=m\nmesicne=m\nmiesiecznie=m\n"
    "monatlich=m\nmonatsgehalt=m\nmonatslohn=m\nmonthly=m\npa=y\npcm=m\npd=d\nph=h\npw=w\n"
    "rocne=y\nrocznie=y\nstundenlohn=h\nstundensatz=h\nstundlich=h\ntagessatz=d\ntimlon=h\n"
    "tjm=d\nuurloon=h\nuurtarief=h\nweekly=w\nwochentlich=w\nyearly=y\nyillik=y\n年俸=y\n年収=y\n"
    "年薪=y\n日給=d\n時給=h\n月収=m\n月給=m\n月薪=m\n시급=h\n연봉=y\n월급=m\n");

/// Words that name a period behind a connector: "per hour", "/yr", "a month", "p/d".
constexpr WordTable kUnits(
    "an=y\nannee=y\nanno=y\nannually=y\nannum=y\nano=y\nar=y\nay=m\nbulan=m\nd=d\ndag=d\n"
    "day=d\nden=d\ndia=d\ndzien=d\ngiorno=d\ngodz=h\ngodzine=h\nh=h\nheure=h\nhodinu=h\n"
    "hora=h\nhour=h\nhourly=h\nhr=h\nhrs=h\njaar=y\njahr=y\njour=d\nmaand=m\nman=m\nmanad=m\n"
    "maned=m\nmc=m\nmd=m\nmes=m\nmese=m\nmesi=m\nmesic=m\nmies=m\nmiesiac=m\nmnd=m\nmo=m\n"
    "mois=m\nmonat=m\nmonth=m\nmonthly=m\nmsc=m\nmth=m\nora=h\nrok=y\nsaat=h\nsemaine=w\n"
    "semana=w\nsettimana=w\nstd=h\nstunde=h\nstunden=h\ntag=d\ntahun=y\ntime=h\ntimme=h\n"
    "tyden=w\ntydzien=w\nu=h\nuge=w\nuke=w\nuur=h\nvecka=w\nweek=w\nweekly=w\nwk=w\nwoche=w\n"
    "year=y\nyil=y\nyr=y\nгод=y\nдень=d\nмес=m\nмесяц=m\nнеделю=w\nчас=h\n天=d\n小时=h\n小時=h\n"
    "年=y\n日=d\n時=h\n月=m\n년=y\n시간=h\n월=m\n");

constexpr WordList kConnectors(
    "a al all an ao der die each every im je l la na par per por pr pro za в за ");

std::optional<PayPeriod> find_period(const WordTable& table, std::string_view word) {
  const std::string_view initial = table.value(word);
  if (initial.empty()) return std::nullopt;
  const auto name = std::ranges::find(kPeriods, initial.front(),
                                      [](std::string_view period) { return period.front(); });
  return static_cast<PayPeriod>(name - kPeriods.begin());
}

constexpr std::size_t kLongestWord = 20;

/// Whether a character is a letter of any script: from "À" on, past the two-byte punctuation, and
/// the ideographs and syllables of Chinese, Japanese and Korean.
bool is_letter_of_any_script(char32_t c) {
  return (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0xE000);
}

/// The word at a place, of letters and of full stops within: "annum", "p.a", "mês", "месяц".
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + kLongestWord) {
    std::size_t size = 1;
    bool is_letter = is_ascii_alpha(text[end]);
    if ((text[end] & 0x80) != 0) {
      const Utf8Char c = decode_utf8(text, end);
      size = c.length;
      is_letter = is_letter_of_any_script(c.code_point);
    }
    const bool is_inner_stop =
        text[end] == '.' && end > at && end + 1 < text.size() && is_ascii_alpha(text[end + 1]);
    if (!is_letter && !is_inner_stop) break;
    end += size;
  }
  return text.substr(std::min(at, text.size()), end - at);
}

/// A word of `word_at` as `Words` folds it, without its letters' marks and its full stops.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view word) {
    for (std::size_t at = 0; at < word.size() && size_ < letters_.size();) {
      const Utf8Char c = decode_utf8(word, at);
      if (c.code_point != '.') append(c.code_point, word.substr(at, c.length));
      at += c.length;
    }
  }
  operator std::string_view() const { return {letters_.data(), size_}; }

 private:
  /// Appends a letter; those of other scripts stay as they are.
  void append(char32_t c, std::string_view bytes) {
    const char letter = fold_letter(c);
    if (letter != ' ') bytes = {&letter, 1};
    for (const char byte : bytes.substr(0, letters_.size() - size_)) letters_[size_++] = byte;
  }

  std::array<char, kLongestWord + 4> letters_{};
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
