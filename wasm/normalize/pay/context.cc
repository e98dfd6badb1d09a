#include "normalize/pay/context.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "normalize/pay/evidence.h"
#include "normalize/pay/segments.h"
#include "normalize/pay/words.h"
#include "normalize/text/phrases.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"

namespace spearyx::normalize {
namespace {

constexpr int kFar = 100;

bool is_number(const Word& word) { return is_ascii_digit(word.folded.front()); }

/// The words without those in closed parentheses.
std::vector<Word> open_words(const Words& words, std::string_view window) {
  const auto opened = std::ranges::count(window, '(') + std::ranges::count(window, '[');
  const auto closed = std::ranges::count(window, ')') + std::ranges::count(window, ']');
  const int depth = static_cast<int>(std::max<std::ptrdiff_t>(opened - closed, 0));
  std::vector<Word> open;
  for (const Word& word : words) {
    if (word.depth <= depth) open.push_back(word);
  }
  return open;
}

/// Reads the words before the amount, backwards. The nearest of a word of pay and a word of other
/// money decides; a hint counts only without other money in the sentence.
void read_before(std::span<const Word> words, std::string_view behind, PayContext& context) {
  bool has_hint = false;
  int between = 0;
  for (std::size_t back = 1; back <= words.size() && back <= 16; ++back) {
    const std::size_t i = words.size() - back;
    const Evidence evidence = evidence_of(words, i, behind);
    has_hint = has_hint || evidence == Evidence::kHint;
    if (evidence == Evidence::kPay || evidence == Evidence::kOtherMoney) {
      const bool is_of_others = has_any_of(words.first(i), kOtherEarners);
      context.evidence = is_of_others ? Evidence::kOtherMoney : evidence;
      context.distance = between;
      return;
    }
    between += kConnecting.contains(words[i].folded) ? 0 : 1;
  }
  if (has_hint) context.evidence = Evidence::kHint;
}

/// Whether "total" rather than "base" is the nearer word before the amount; another figure in
/// between ends the search.
bool is_total_before(std::span<const Word> words) {
  for (std::size_t i = words.size(); i-- > 0;) {
    if (is_number(words[i]) || names_base(words[i].folded)) return false;
    if (names_total(words, i)) return true;
  }
  return false;
}

/// Reads the words behind the amount: "$20,000 signing bonus", "$120,000 base salary". Words before
/// a further figure, as in "$60,000 OTE $120,000", do not tell which figure is base pay or total.
void read_after(std::span<const Word> words, bool follows_label, PayContext& context) {
  const bool was_total = context.is_total;
  for (std::size_t i = 0; i < words.size() && i < 6; ++i) {
    if (kNewThought.contains(words[i].folded) && i + 1 < words.size()) return;
    const Evidence evidence = evidence_of(words, i);
    if (is_number(words[i]) && evidence != Evidence::kOtherMoney) {
      context.is_total = was_total;
      return;
    }
    if (names_total(words, i)) context.is_total = true;
    if (names_base(words[i].folded)) context.is_total = false;
    if (evidence == Evidence::kNone) continue;
    // "Equity | $120,000 base": what is attached goes before a label.
    if (i == 0 && follows_label && evidence != Evidence::kOtherMoney) context.evidence = evidence;
    if (evidence == Evidence::kOtherMoney) context.evidence = evidence;
    if (context.evidence == Evidence::kOtherMoney) return;
    if (context.evidence != Evidence::kPay) context.distance = kFar;
    context.evidence = std::max(context.evidence, evidence);
  }
}

/// Whether a colon leads up to the amount: "Zone A: $50", also where "$50" is on a new line.
bool follows_colon(std::string_view text, std::size_t at) {
  const std::size_t last = text.substr(0, at).find_last_not_of(' ');
  return last != text.npos && (text[last] == ':' || text[last] == '\n');
}

/// Whether the amount comes on top of the pay, "plus $5,000", "+ $25,000", or is the rise of one,
/// "by $20,000".
bool is_addition(std::string_view text, const Money& money, std::span<const Word> before) {
  std::size_t at = money.begin;
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at > 0 && text[at - 1] == '+') return true;
  return !before.empty() && (before.back().folded == "plus" || before.back().folded == "by");
}

/// Whether the amount is a price for a piece: "$50 per article", "$5/mile".
bool is_piece_rate(const Money& money, std::string_view after, std::span<const Word> words) {
  if (money.period || words.empty()) return false;
  if (after.size() >= 2 && after[0] == '/' && is_ascii_alpha(after[1])) return true;
  const std::string_view first = words[0].folded;
  const bool is_of_payments = words.size() > 2 && words[2].folded.starts_with("mensilit");
  return !is_of_payments && (first == "per" || first == "each" || first == "a") &&
         words[0].gap.find_first_not_of(' ') == std::string_view::npos;
}

/// Whether the amount is a price for a thing: "We pay $5,000 for security bugs".
bool is_price(const Money& money, std::span<const Word> words) {
  return !money.period && words.size() > 1 && words[0].folded == "for" &&
         !kForTheJob.contains(words[1].folded);
}

// ---- Period ----

/// Whether the word is part of a compound: "bi-weekly" is no week.
bool is_compound(std::span<const Word> words, std::size_t i) {
  return (words[i].folded == "bi" || words[i].folded == "semi") && i + 1 < words.size() &&
         words[i + 1].gap == "-";
}

/// The period that is named at a word: "per year", "annual"; "day rate".
std::optional<PayPeriod> period_at(std::string_view window, std::span<const Word> words,
                                   std::size_t i) {
  const bool is_rate = i + 1 < words.size() && words[i + 1].folded.starts_with("rate");
  if (words[i].folded == "day" && is_rate) return PayPeriod::kDay;
  auto at = static_cast<std::size_t>(words[i].raw.data() - window.data());
  const std::size_t slash = words[i].gap.rfind('/');
  if (slash != std::string_view::npos) at -= words[i].gap.size() - slash;
  const std::optional<PeriodAt> found = read_period(window, at);
  return found ? std::optional(found->period) : std::nullopt;
}

NamedPeriod period_named_at(std::string_view window, std::span<const Word> words, std::size_t i) {
  if (is_compound(words, i) || (i > 0 && is_compound(words, i - 1))) {
    return {.period = {}, .is_other = true};
  }
  return {.period = period_at(window, words, i)};
}

bool is_named(const NamedPeriod& named) { return named.period || named.is_other; }

/// Whether a word of pay is within two words, and no comma between: "monthly gross salary". A word
/// that is both, such as "Monatsgehalt", stands by itself.
bool stands_by_pay(std::span<const Word> words, std::size_t i) {
  constexpr std::size_t kReach = 2;
  const auto speaks_of_pay = [&](std::size_t at) {
    return evidence_of(words, at) >= Evidence::kHint || words[at].folded == "pay";
  };
  const auto parts = [&](std::size_t at) {
    return words[at].gap.find_first_of(",;") != std::string_view::npos;
  };
  for (std::size_t at = i; at < words.size() && at <= i + kReach && (at == i || !parts(at)); ++at) {
    if (speaks_of_pay(at)) return true;
  }
  for (std::size_t at = i; at > 0 && at + kReach > i && !parts(at); --at) {
    if (speaks_of_pay(at - 1)) return true;
  }
  return false;
}

/// The nearest period before the amount that is attached; else the nearest.
NamedPeriod period_before(std::string_view window) {
  const Words words(window);
  NamedPeriod nearest;
  for (std::size_t i = words.size(); i-- > 0;) {
    NamedPeriod named = period_named_at(window, words, i);
    if (!is_named(named)) continue;
    named.is_attached = i + 1 == words.size() || stands_by_pay(words, i);
    if (named.is_attached) return named;
    if (!is_named(nearest)) nearest = named;
  }
  return nearest;
}

/// The first period behind the amount, which is attached where only words such as "gross" part them.
NamedPeriod period_behind(std::string_view window) {
  const Words words(window);
  bool is_beside = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    NamedPeriod named = period_named_at(window, words, i);
    named.is_attached = is_beside;
    if (is_named(named)) return named;
    is_beside = is_beside && kBesidePeriod.contains(words[i].folded);
  }
  return {};
}

// ---- Lines ----

/// Words beside the amount that no pay line needs; many where one of them is about other money.
int count_others(std::string_view part) {
  int others = 0;
  for (const Word& word : Words(part)) {
    if (is_other_money(word.folded)) return kFar;
    others += is_number(word) || kLabelWords.contains(word.folded) ? 0 : 1;
  }
  return others;
}

/// Whether the part adds to the pay, "+ equity", "plus bonus", so that the line is still one of
/// pay.
bool starts_addition(std::string_view part) {
  const Words words(part.substr(0, 20));
  if (words.empty()) return true;
  const std::string_view first = words[0].folded;
  return words[0].gap.contains('+') || first == "plus" || first == "and" || first == "with";
}

/// Whether the part tells a purpose: "$1,200 per year for coworking".
bool is_purpose(std::string_view part) { return part.starts_with(" for "); }

/// Whether the text before an amount on its line forms no phrase with it: "Senior Engineer (".
bool is_set_off(std::string_view before) {
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  return !before.empty() && !is_ascii_alnum(before.back());
}

}  // namespace

PayContext read_context(std::string_view text, const Money& money) {
  PayContext context;
  const Lead lead = lead_up_to(text, money.begin);
  context.before = lead.text;
  context.after = clause_behind(text, money.end);
  const Words all_before(context.before);
  const std::vector<Word> before = open_words(all_before, context.before);
  const char* last =
      before.empty() ? context.before.data() : before.back().raw.data() + before.back().raw.size();
  const std::string_view behind(
      last, static_cast<std::size_t>(context.before.data() + context.before.size() - last));
  read_before(before, behind, context);
  context.is_total = is_total_before(before);
  context.begins_thought = before.empty() || follows_colon(text, money.begin);
  // Words behind a note may be about something else.
  const Words after(note_size(context.after) > 0 ? std::string_view() : context.after);
  read_after(after, lead.is_label, context);
  if (is_addition(text, money, before) || is_piece_rate(money, context.after, after) ||
      (context.evidence == Evidence::kHint && is_price(money, after))) {
    context.evidence = Evidence::kOtherMoney;
  }
  if (money.is_range) return context;
  context.bound = bound_before(before, lead.is_label ? std::string_view() : behind);
  if (context.bound == Bound::kExact) context.bound = bound_behind(after);
  return context;
}

NamedPeriod named_period(const PayContext& context) {
  const std::size_t note = note_size(context.after);
  const NamedPeriod noted = period_behind(context.after.substr(0, note));
  if (noted.is_attached) return noted;
  const NamedPeriod behind = period_behind(context.after.substr(note));
  if (behind.is_attached) return behind;
  const NamedPeriod before = period_before(context.before);
  return before.is_attached || !is_named(behind) ? before : behind;
}

Evidence heading_of(std::string_view text, const Money& money) {
  const std::string_view heading = heading_before(text, money.begin);
  const Words words(heading);
  Evidence announced = Evidence::kNone;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Evidence evidence = evidence_of(words, i);
    if (evidence == Evidence::kOtherMoney)
      return heading.ends_with(':') ? evidence : Evidence::kNone;
    if (evidence == Evidence::kPay) announced = evidence;
  }
  return announced;
}

bool stands_alone(std::string_view text, const Money& money) {
  const auto [before, after, is_cut_off] = segment_around(text, money.begin, money.end);
  if (is_cut_off) return false;
  const int others_before = count_others(before);
  if (others_before > 0 && !is_set_off(before)) return false;
  const int others =
      others_before +
      (starts_addition(after) ? 0 : count_others(after) + (is_purpose(after) ? 1 : 0));
  const bool is_all = before.size() + after.size() + money.end - money.begin == text.size();
  return money.is_range ? others <= 3 : others <= 1 && (is_all || money.period.has_value());
}

}  // namespace spearyx::normalize
