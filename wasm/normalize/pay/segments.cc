#include "normalize/pay/segments.h"

#include <algorithm>
#include <array>

#include "normalize/text/text.h"
#include "normalize/text/words.h"
#include "support/byte_set.h"

namespace spearyx::normalize {
namespace {

constexpr std::array<std::string_view, 6> kMarks = {"\n", "|", "·", "•", " / ", "\t"};

constexpr ByteSet kFirstOfMarks = [] {
  ByteSet bytes;
  for (const std::string_view mark : kMarks) bytes.add(mark.front());
  return bytes;
}();
constexpr ByteSet kLastOfMarks = [] {
  ByteSet bytes;
  for (const std::string_view mark : kMarks) bytes.add(mark.back());
  return bytes;
}();

bool is_mark_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return kFirstOfMarks.contains(text[at]) &&
         std::ranges::any_of(kMarks, [&](std::string_view mark) { return rest.starts_with(mark); });
}

/// The size of the mark that ends at `end`, 0 for none.
std::size_t mark_before(std::string_view text, std::size_t end) {
  if (end == 0 || !kLastOfMarks.contains(text[end - 1])) return 0;
  const auto mark = std::ranges::find_if(
      kMarks, [&](std::string_view one) { return text.substr(0, end).ends_with(one); });
  return mark == kMarks.end() ? 0 : mark->size();
}

/// The beginning of the segment that ends at `at`, no further back than `limit`.
std::size_t segment_begin(std::string_view text, std::size_t at, std::size_t limit) {
  while (at > limit && mark_before(text, at) == 0) --at;
  return at;
}

/// The beginning of the blanks and marks before `end`, no further back than `limit`.
std::size_t skip_blanks_back(std::string_view text, std::size_t end, std::size_t limit) {
  while (end > limit) {
    const std::string_view before = text.substr(0, end);
    std::size_t size = mark_before(text, end);
    if (size == 0 && before.ends_with("\u00A0")) size = 2;
    if (size == 0 && (before.ends_with(' ') || before.ends_with('\r'))) size = 1;
    if (size == 0 || size > end - limit) break;
    end -= size;
  }
  return end;
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return is_ascii_alpha(c) || (c & 0x80) != 0; });
}

/// Abbreviations whose full stop ends no sentence.
constexpr std::array<std::string_view, 12> kAbbreviations = {
    "approx", "max", "min", "est", "avg", "incl", "excl", "inkl", "zzgl", "bzw", "evtl", "mind"};

bool is_abbreviation(std::string_view text) {
  return std::ranges::any_of(kAbbreviations, [&](std::string_view word) {
    if (text.size() < word.size()) return false;
    const std::string_view end = text.substr(text.size() - word.size());
    const bool begins_word = end.size() == text.size() || !is_ascii_alnum(end.data()[-1]);
    return begins_word && iequals(end, word);
  });
}

constexpr ByteSet kSentenceMarks(".;!?");

/// Whether a sentence ends with the mark at `i`. "approx. $50" and "U.S. $50" go on.
bool ends_sentence(std::string_view text, std::size_t i) {
  if (text[i] != '.') return true;
  if (i + 1 >= text.size() || text[i + 1] != ' ' || i == 0) return false;
  if (text[i - 1] == ')' || is_ascii_digit(text[i - 1])) return true;
  return i >= 3 && is_ascii_lower(text[i - 1]) && is_ascii_alpha(text[i - 3]) &&
         !is_abbreviation(text.substr(0, i));
}

std::string_view last_sentence(std::string_view text) {
  for (std::size_t i = text.size(); i-- > 0;) {
    if (kSentenceMarks.contains(text[i]) && ends_sentence(text, i)) return text.substr(i + 1);
  }
  return text;
}

/// Whether a line announces an amount that stands apart: "Pay range:", "The salary range is". Other
/// text before an amount is about something else.
bool is_label(std::string_view line) {
  constexpr std::size_t kMostLabelWords = 6;
  return line.ends_with(':') || line.ends_with(" is") || Words(line).size() <= kMostLabelWords;
}

/// The segment that ends before `end`, blanks and marks aside, if it is a label. Slashes separate
/// equals, "3,000 USD / 2,300 GBP": the text before them leads up to all.
std::string_view label_before(std::string_view text, std::size_t end, std::size_t limit) {
  bool is_alike = false;
  std::size_t from = end;
  while (text.substr(0, from).ends_with(" / ") && from > limit) {
    is_alike = true;
    from = segment_begin(text, from - 3, limit);
  }
  end = skip_blanks_back(text, end, limit);
  if (!is_alike) from = segment_begin(text, end, limit);
  const std::string_view line = text.substr(from, end - from);
  return is_alike || is_label(line) ? line : text.substr(end, 0);
}

/// Whether a clause ends at a place: at any mark, or at punctuation; \xE2 is the first byte of
/// dashes.
bool ends_clause(std::string_view rest, std::size_t i) {
  constexpr ByteSet kClauseMarks(".,;+(\xE2");
  if (is_mark_at(rest, i)) return true;
  if (!kClauseMarks.contains(rest[i])) return false;
  const bool is_last = i + 1 == rest.size() || rest[i + 1] == ' ' || rest[i + 1] == '\n';
  return rest[i] != '.' || is_last;
}

}  // namespace

Segment segment_around(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t limit = begin > kWindow ? begin - kWindow : 0;
  const std::size_t from = segment_begin(text, begin, limit);
  const std::string_view rest = text.substr(end, kWindow);
  std::size_t size = 0;
  while (size < rest.size() && !is_mark_at(rest, size)) ++size;
  return {.before = text.substr(from, begin - from),
          .after = rest.substr(0, size),
          .is_cut_off = size == kWindow || (from == limit && limit > 0)};
}

Lead lead_up_to(std::string_view text, std::size_t begin) {
  const std::size_t limit = begin > kWindow ? begin - kWindow : 0;
  const std::size_t from = segment_begin(text, begin, limit);
  const std::string_view line = text.substr(from, begin - from);
  if (has_letter(line)) return {.text = last_sentence(line)};
  return {.text = last_sentence(label_before(text, from, limit)), .is_label = true};
}

std::string_view heading_before(std::string_view text, std::size_t at) {
  const std::size_t limit = at > kWindow ? at - kWindow : 0;
  return label_before(text, segment_begin(text, at, limit), limit);
}

std::size_t note_size(std::string_view after) {
  constexpr std::size_t kLongestNote = 24;
  const std::size_t begin = after.find_first_not_of(' ');
  if (begin == after.npos || after[begin] != '(') return 0;
  return after.substr(0, begin + kLongestNote).find(')') + 1;
}

std::string_view clause_behind(std::string_view text, std::size_t end) {
  const std::string_view rest = text.substr(end, kWindow / 2);
  std::size_t i = note_size(rest);
  while (i < rest.size() && !ends_clause(rest, i)) ++i;
  return rest.substr(0, i);
}

}  // namespace spearyx::normalize
