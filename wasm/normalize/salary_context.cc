#include "normalize/salary_context.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "normalize/sorted_text.h"
#include "normalize/text.h"
#include "normalize/words.h"
#include "support/byte_set.h"

namespace spearyx::normalize {
namespace {

// Words as `Words` folds them.
constexpr WordList kPayWords(
    "compensation ctc earnings gehalt jahresgehalt lohn ote ral remuneracao remuneracion "
    "remuneration retribuzione salaire salaries salario salary sueldo tjm vergutung wage "
    "wages widelki wynagrodzenie zarobki ");

/// Speak of pay only where no other money is in the sentence.
constexpr WordList kHintWords(
    "base basic brut brutto earn earning gross offer offering offers package paid paying "
    "pays range rate rates salaried stawka tarif ");

/// With these beside it "pay" is the noun: "base pay", "pay range".
constexpr WordList kBeforePay(
    "annual base estimated expected full gross hourly monthly our range salary starting "
    "target the total weekly ");
constexpr WordList kAfterPay("band between from grade is of range ranges rate rates scale ");

/// Money that is not the pay, and what other figures count.
constexpr WordList kOtherMoney(
    "401 401k 403 acv additional allowance allowances aov arr assets award awards backed "
    "bonus bonuses bounty budget budgets buy capital cash commission commissions companies "
    "conference contribution contributions cost costs coverage credit credits customer "
    "customers deal deals deductible diem discount discounts donate donation donations "
    "education employees equipment equity expense expenses extra fee fees fund funded "
    "funding generated gift gmv grant grants gym home incentive insurance internet invested "
    "investment investors laptop learning loan loans lunch match matching meal members mrr "
    "options order orders payment payments penalty people perk perks phone pipeline policy "
    "price prices pricing prize prizes processed profit purchase quota quotas raise raised "
    "raising referral referrals reimbursed reimbursement reimbursements relocation revenue "
    "revenues rsu rsus saved savings seed series shipping sign signing spend spending "
    "stipend stipends stock subscription ticket tickets transactions travel tuition turnover "
    "users valuation value valued values variable volume voucher vouchers wellbeing wellness "
    "worth ");

/// Between "salary" and its figure these do not count as words.
constexpr WordList kConnecting(
    "a an annual approx approximately are around at band base be between circa expected for "
    "from gross hour hourly is max maximum min minimum month monthly net of per position "
    "range ranges ranging role starting starts target the this to up upto will year yearly ");

/// Behind an amount a new thought starts at these.
constexpr WordList kNewThought(
    "and as based commensurate depending excluding including or plus when while with ");

/// Beside an amount that has its line to itself.
constexpr WordList kLabelWords(
    "a annum approx at b2b base basic brut brutto c2c ca circa comp competitive contract "
    "depending doe equity experience for from fte full gross hours hrs inside ir35 max maximum min "
    "minimum month net netto on ote outside pay per plus pro range rata rate remote salary "
    "starting "
    "tc time to total up upto w2 week year ");

constexpr std::size_t kWindow = 160;  // bytes
constexpr int kFar = 100;

// ---- Windows ----

/// Where the line of `at` begins, no further back than `limit`.
std::size_t line_begin(std::string_view text, std::size_t at, std::size_t limit) {
  while (at > limit && text[at - 1] != '\n') --at;
  return at;
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return is_ascii_alpha(c) || (c & 0x80) != 0; });
}

/// What the ends of sentences begin with, and those of clauses are made of.
constexpr ByteSet kSentenceMarks(".;!?\xE2");
constexpr ByteSet kClauseMarks(".,;+(\n•");

/// The part after the last end of a sentence. "approx. $50" and "U.S. $50" go on.
std::string_view last_sentence(std::string_view text) {
  for (std::size_t i = text.size(); i-- > 0;) {
    const char c = text[i];
    if (!kSentenceMarks.contains(c)) continue;
    if (c == ';' || c == '!' || c == '?' || text.substr(i).starts_with("•"))
      return text.substr(i + 1);
    const bool is_stop = c == '.' && i + 1 < text.size() && text[i + 1] == ' ';
    if (is_stop && i >= 3 && is_ascii_lower(text[i - 1]) && is_ascii_alpha(text[i - 3]) &&
        !text.substr(0, i).ends_with("approx")) {
      return text.substr(i + 1);
    }
    if (is_stop && i >= 1 && (text[i - 1] == ')' || is_ascii_digit(text[i - 1])))
      return text.substr(i + 1);
  }
  return text;
}

/// A line that announces what stands below it: "Pay range:", "The salary range is". Other lines
/// above an amount are about something else.
bool is_label(std::string_view line) {
  constexpr std::size_t kMostWords = 6;
  return line.ends_with(':') || line.ends_with(" is") || Words(line).size() <= kMostWords;
}

std::string_view line_above(std::string_view text, std::size_t begin, std::size_t limit) {
  std::size_t end = begin;
  const auto is_blank = [&](std::size_t i) {
    return text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ||
           text.substr(i - (i > 0 ? 1 : 0)).starts_with("\u00A0");
  };
  while (end > limit && is_blank(end - 1)) --end;
  const std::size_t from = line_begin(text, end, limit);
  const std::string_view line = text.substr(from, end - from);
  return is_label(line) ? line : std::string_view();
}

/// The sentence before the amount; the label above where the amount begins its line.
std::string_view window_before(std::string_view text, std::size_t begin) {
  const std::size_t limit = begin > kWindow ? begin - kWindow : 0;
  const std::size_t from = line_begin(text, begin, limit);
  const std::string_view line = text.substr(from, begin - from);
  return last_sentence(has_letter(line) ? line : line_above(text, from, limit));
}

/// The size of a note in parentheses right behind an amount, "(USD)" or "(gross)"; 0 for none.
std::size_t note_size(std::string_view after) {
  constexpr std::size_t kLongestNote = 24;
  const std::size_t begin = after.find_first_not_of(' ');
  if (begin == after.npos || after[begin] != '(') return 0;
  return after.substr(0, begin + kLongestNote).find(')') + 1;
}

/// The clause behind the amount, with the note that may stand between.
std::string_view window_after(std::string_view text, std::size_t end) {
  const std::string_view rest = text.substr(end, kWindow / 2);
  std::size_t i = note_size(rest);
  for (; i < rest.size(); ++i) {
    if (!kClauseMarks.contains(rest[i])) continue;
    const bool ends_sentence = i + 1 == rest.size() || rest[i + 1] == ' ' || rest[i + 1] == '\n';
    if (rest[i] != '.' || ends_sentence) break;
  }
  return rest.substr(0, i);
}

// ---- Evidence ----

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

bool is_noun_pay(std::span<const Word> words, std::size_t i, std::string_view behind) {
  if (words[i].folded != "pay") return false;
  if (i > 0 && kBeforePay.contains(words[i - 1].folded)) return true;
  if (i + 1 < words.size())
    return kAfterPay.contains(words[i + 1].folded) || words[i + 1].gap.contains(':');
  return i == 0 || behind.contains(':');
}

bool is_on_target(std::span<const Word> words, std::size_t i) {
  if (words[i].folded == "ote") return true;
  return words[i].folded == "target" && i + 1 < words.size() && words[i + 1].folded == "earnings";
}

Evidence evidence_of(std::span<const Word> words, std::size_t i, std::string_view behind) {
  const std::string_view word = words[i].folded;
  if (kPayWords.contains(word) || is_noun_pay(words, i, behind)) return Evidence::kPay;
  if (kOtherMoney.contains(word)) return Evidence::kOtherMoney;
  return kHintWords.contains(word) ? Evidence::kHint : Evidence::kNone;
}

/// Reads backwards from the amount. The nearest of a word of pay and a word of other money decides;
/// a hint counts only without other money in the sentence. Behind "base" no OTE is meant.
void read_before(std::span<const Word> words, std::string_view behind, PayContext& context) {
  bool has_hint = false;
  bool is_base = false;
  int between = 0;
  for (std::size_t back = 1; back <= words.size() && back <= 16; ++back) {
    const std::size_t i = words.size() - back;
    const Evidence evidence = evidence_of(words, i, behind);
    is_base = is_base || words[i].folded == "base";
    context.is_on_target = context.is_on_target || (!is_base && is_on_target(words, i));
    has_hint = has_hint || evidence == Evidence::kHint;
    if (evidence == Evidence::kPay || evidence == Evidence::kOtherMoney) {
      context.evidence = evidence;
      context.distance = between;
      return;
    }
    between += kConnecting.contains(words[i].folded) ? 0 : 1;
  }
  if (has_hint) context.evidence = Evidence::kHint;
}

/// "$20,000 signing bonus", "$120,000 base salary". What stands before a further figure, as in
/// "$60,000 | OTE $120,000", does not tell which of them it calls base pay or OTE.
void read_after(std::span<const Word> words, PayContext& context) {
  const bool was_on_target = context.is_on_target;
  for (std::size_t i = 0; i < words.size() && i < 6; ++i) {
    if (kNewThought.contains(words[i].folded) && i + 1 < words.size()) return;
    const Evidence evidence = evidence_of(words, i, {});
    if (is_ascii_digit(words[i].folded.front()) && evidence != Evidence::kOtherMoney) {
      context.is_on_target = was_on_target;
      return;
    }
    if (is_on_target(words, i)) context.is_on_target = true;
    if (words[i].folded == "base") context.is_on_target = false;
    if (evidence == Evidence::kNone) continue;
    if (evidence == Evidence::kOtherMoney) context.evidence = evidence;
    if (context.evidence == Evidence::kOtherMoney) return;
    if (context.evidence != Evidence::kPay) context.distance = kFar;
    context.evidence = std::max(context.evidence, evidence);
  }
}

/// "Zone A: $50", and "$50" on a new line.
bool follows_label(std::string_view text, std::size_t at) {
  const std::size_t last = text.substr(0, at).find_last_not_of(' ');
  return last != text.npos && (text[last] == ':' || text[last] == '\n');
}

/// "plus $5,000", "+ $25,000": beside the pay, not the pay.
bool is_addition(std::string_view text, const Money& money, std::span<const Word> before) {
  std::size_t at = money.begin;
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at > 0 && text[at - 1] == '+') return true;
  return !before.empty() && before.back().folded == "plus";
}

/// "$50 per article", "$5/mile": a price for a piece.
bool is_piece_rate(const Money& money, std::string_view after, std::span<const Word> words) {
  if (money.period || words.empty()) return false;
  if (after.size() >= 2 && after[0] == '/' && is_ascii_alpha(after[1])) return true;
  const std::string_view first = words[0].folded;
  return (first == "per" || first == "each" || first == "a") &&
         words[0].gap.find_first_not_of(' ') == std::string_view::npos;
}

Bound bound_of(std::span<const Word> before) {
  const auto ends = [&](std::string_view first, std::string_view second) {
    const std::size_t size = before.size();
    return size >= 2 && before[size - 2].folded == first && before[size - 1].folded == second;
  };
  if (before.empty()) return Bound::kExact;
  const std::string_view last = before.back().folded;
  if (ends("up", "to") || last == "upto" || last == "max" || last == "maximum") return Bound::kUpTo;
  const bool is_from = last == "from" || last == "min" || last == "minimum" || last == "over" ||
                       ends("at", "least") || ends("starting", "at") || ends("starts", "at") ||
                       ends("upwards", "of") || ends("minimum", "of");
  return is_from ? Bound::kFrom : Bound::kExact;
}

// ---- Period ----

/// "Bi-weekly" is no week.
bool is_compound(std::span<const Word> words, std::size_t i) {
  return (words[i].folded == "bi" || words[i].folded == "semi") && i + 1 < words.size() &&
         words[i + 1].gap == "-";
}

/// "per year", "annual"; "day rate".
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

NamedPeriod period_in(std::string_view window, bool from_end) {
  const Words words(window);
  NamedPeriod nearest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_compound(words, i)) {
      nearest = {.period = {}, .is_other = true};
      ++i;  // the week of "bi-weekly"
    } else if (const auto found = period_at(window, words, i)) {
      nearest = {.period = found};
    }
    if ((nearest.period || nearest.is_other) && !from_end) break;
  }
  return nearest;
}

// ---- Lines ----

/// Words beside the amount that no pay line needs; many where one of them is about other money.
int count_others(std::string_view part) {
  int others = 0;
  for (const Word& word : Words(part)) {
    if (kOtherMoney.contains(word.folded)) return kFar;
    const bool is_number = is_ascii_digit(word.folded.front());
    others += is_number || kLabelWords.contains(word.folded) ? 0 : 1;
  }
  return others;
}

/// "+ equity", "plus bonus": what comes on top does not take the line from the pay.
bool starts_addition(std::string_view part) {
  const Words words(part.substr(0, 20));
  if (words.empty()) return true;
  const std::string_view first = words[0].folded;
  return words[0].gap.contains('+') || first == "plus" || first == "and" || first == "with";
}

/// "Senior Engineer (", "Remote |": what stands before an amount on its line is no phrase with it.
bool is_set_off(std::string_view before) {
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  return !before.empty() && !is_ascii_alnum(before.back());
}

}  // namespace

PayContext read_context(std::string_view text, const Money& money) {
  PayContext context;
  context.before = window_before(text, money.begin);
  context.after = window_after(text, money.end);
  const Words all_before(context.before);
  const std::vector<Word> before = open_words(all_before, context.before);
  const char* last =
      before.empty() ? context.before.data() : before.back().raw.data() + before.back().raw.size();
  const std::string_view behind(
      last, static_cast<std::size_t>(context.before.data() + context.before.size() - last));
  read_before(before, behind, context);
  context.begins_thought = before.empty() || follows_label(text, money.begin);
  // What follows a note may be about something else.
  const Words after(note_size(context.after) > 0 ? std::string_view() : context.after);
  read_after(after, context);
  if (is_addition(text, money, before) || is_piece_rate(money, context.after, after)) {
    context.evidence = Evidence::kOtherMoney;
  }
  if (!money.is_range) context.bound = bound_of(before);
  return context;
}

NamedPeriod nearest_period(const PayContext& context) {
  const std::size_t note = note_size(context.after);
  const std::string_view noted = context.after.substr(context.after.find('(') + 1);
  if (const auto found = note > 0 ? read_period(noted, 0) : std::nullopt) return {found->period};
  const NamedPeriod behind = period_in(context.after.substr(note), false);
  return behind.period || behind.is_other ? behind : period_in(context.before, true);
}

bool stands_alone(std::string_view text, const Money& money) {
  const std::size_t limit = money.begin > kWindow ? money.begin - kWindow : 0;
  const std::size_t begin = line_begin(text, money.begin, limit);
  const std::string_view rest = text.substr(money.end, kWindow);
  const std::string_view after = rest.substr(0, rest.find('\n'));
  if (after.size() == kWindow || (begin == limit && begin > 0)) return false;
  const std::string_view before = text.substr(begin, money.begin - begin);
  const int others_before = count_others(before);
  if (others_before > 0 && !is_set_off(before)) return false;
  const int others = others_before + (starts_addition(after) ? 0 : count_others(after));
  const bool is_only_line = begin == 0 && money.end + after.size() == text.size();
  return money.is_range ? others <= 3 : others <= 1 && (is_only_line || money.period.has_value());
}

}  // namespace spearyx::normalize
