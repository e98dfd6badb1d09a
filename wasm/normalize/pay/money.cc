#include "normalize/pay/money.h"

#include <algorithm>
#include <array>

#include "normalize/pay/amount.h"
#include "normalize/pay/currency.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "support/byte_set.h"

namespace spearyx::normalize {
namespace {

/// Whether a number is broken off as no money is: "5th", "3x", "24h", "50%". Feeds glue sentences
/// together, so "$115,000The range" is money.
bool is_broken_off(std::string_view text, const Amount& amount) {
  const std::size_t next = skip_space(text, amount.end);
  if (next < text.size() && text[next] == '%') return true;
  if (amount.end >= text.size() || !is_ascii_alnum(text[amount.end])) return false;
  return !amount.is_grouped || !is_ascii_upper(text[amount.end]);
}

/// The currency in front of a digit, "$" or "USD $", and its beginning.
struct Front {
  std::size_t begin;
  std::string_view currency;
};

Front read_front(std::string_view text, std::size_t digit) {
  Front front{digit, {}};
  for (int i = 0; i < 2; ++i) {
    const std::size_t end = skip_space_back(text, front.begin);
    const CurrencyMark mark = currency_before(text, end);
    if (mark.code.empty()) break;
    front.currency = better_currency(front.currency, mark.code);
    front.begin = end - mark.size;
  }
  return front;
}

// ---- Ranges ----

/// Skips a unit without "per" at the lower end of a range: "$216,000 year to $367,200/year".
std::size_t skip_bare_unit(std::string_view text, std::size_t at) {
  for (const std::string_view unit : {" year", " hour", " month"}) {
    const std::size_t end = at + unit.size();
    if (text.substr(at).starts_with(unit) && text.substr(end).starts_with(" to ")) return end;
  }
  return at;
}

constexpr std::array<std::string_view, 10> kDashes = {"–", "—", "-",  "‑",  "‒",
                                                      "−", "~", "～", "〜", "→"};
/// The words between the ends of a range; of those that begin alike the longest comes first.
constexpr std::array<std::string_view, 19> kToWords = {
    "to up to ", "up to ", "to ",    "through ", "bis zu ", "bis ", "jusqu'à ",
    "à ",        "a ",     "hasta ", "o ",       "fino a ", "até ", "tot ",
    "till ",     "til ",   "do ",    "до ",      "e até "};

constexpr std::array<std::string_view, 8> kBetweenWords = {
    "between", "zwischen", "entre", "tra", "fra", "tussen", "tussen de", "mellan"};
constexpr std::array<std::string_view, 8> kAndWords = {"and ", "und ", "et ",  "y ",
                                                       "e ",   "en ",  "och ", "og "};

/// The bytes that separators begin with.
constexpr ByteSet kSeparatorBytes = [] {
  ByteSet bytes;
  for (const std::string_view dash : kDashes) bytes.add(dash.front());
  for (const std::string_view word : kToWords) bytes.add(word.front());
  for (const std::string_view word : kAndWords) bytes.add(word.front());
  bytes.add('/');
  return bytes;
}();

bool follows_between(std::string_view text, std::size_t begin) {
  const std::string_view before = text.substr(0, skip_space_back(text, begin));
  return std::ranges::any_of(kBetweenWords, [&](std::string_view word) {
    return before.size() >= word.size() &&
           iequals(before.substr(before.size() - word.size()), word);
  });
}

/// The place behind a line that is only a dash, 0 for none.
std::size_t after_dash_line(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with('\n')) return 0;
  const std::string_view line = text.substr(at + 1);
  for (const std::string_view dash : kDashes) {
    if (line.starts_with(dash) && line.substr(dash.size()).starts_with('\n'))
      return at + 1 + dash.size() + 1;
  }
  return 0;
}

/// The place behind the separator of a range: a dash, a slash without spaces, a word or, where the
/// range begins after "between", "and"; 0 for none.
std::size_t after_separator(std::string_view text, std::size_t at, std::size_t range_begin) {
  if (const std::size_t behind = after_dash_line(text, at); behind > 0) return behind;
  const std::size_t begin = skip_space(text, at);
  if (begin >= text.size() || !kSeparatorBytes.contains(text[begin])) return 0;
  const std::string_view rest = text.substr(begin);
  const auto starts = [&](std::string_view mark) { return rest.starts_with(mark); };
  const auto dash = std::ranges::find_if(kDashes, starts);
  if (dash != kDashes.end()) return skip_space(text, begin + dash->size());
  if (begin == at) return rest.starts_with('/') ? begin + 1 : 0;
  const auto conjunction = std::ranges::find_if(kAndWords, starts);
  if (conjunction != kAndWords.end() && follows_between(text, range_begin)) {
    return skip_space(text, begin + conjunction->size());
  }
  const auto word = std::ranges::find_if(kToWords, starts);
  return word == kToWords.end() ? 0 : skip_space(text, begin + word->size());
}

constexpr WordList kCounted(
    "am countries days employees hours hrs months people pm weeks years yrs ");

/// Whether a number is a count and no money: "$20 - 40 hours".
bool is_count(std::string_view text, const Amount& amount) {
  return amount.currency.empty() &&
         kCounted.contains(LettersAt(text, skip_space(text, amount.end)));
}

/// Makes the two ends of a range agree: "120–150k" means 120k, "£50–60,000" means 50,000. False
/// where they do not make a range.
bool reconcile(Amount& low, Amount& high) {
  constexpr std::int64_t kThousand = 1000'00;
  if (low.factor == 1 && high.factor > 1 && low.cents < kThousand) low.factor = high.factor;
  if (high.factor == 1 && low.factor > 1 && high.cents < kThousand) high.factor = low.factor;
  const bool is_short = low.factor == 1 && low.cents < kThousand && high.value() >= kThousand;
  if (is_short && low.cents * 1000 <= high.value() && low.cents * 4000 >= high.value()) {
    low.factor = 1000;
  }
  const std::int64_t small = std::min(low.value(), high.value());
  const std::int64_t large = std::max(low.value(), high.value());
  const bool is_marked = !high.currency.empty() || high.factor > 1;
  constexpr std::int64_t kAlike = 20;
  return small > 0 && (is_marked || (large / small < kAlike && low.value() <= high.value()));
}

/// Whether two amounts are near enough to be a range: "80/90k€"; "£35k/£60k" is rather base and
/// total.
bool are_near(const Amount& low, const Amount& high) {
  const bool is_marked = !high.currency.empty() || high.factor > 1;
  return is_marked && low.value() <= high.value() && high.value() * 2 <= low.value() * 3;
}

/// The other end of the range that `low` begins at `range_begin`, if there is one at `at`.
std::optional<Amount> read_high(std::string_view text, std::size_t at, Amount& low,
                                std::size_t range_begin) {
  constexpr std::size_t kLongestMark = 12;
  const std::size_t begin = after_separator(text, at, range_begin);
  std::size_t digit = begin;
  while (digit < text.size() && digit < begin + kLongestMark && !is_ascii_digit(text[digit])) {
    ++digit;
  }
  if (begin == 0 || digit == text.size()) return std::nullopt;
  const Front front = read_front(text, digit);
  if (front.begin != begin) return std::nullopt;
  std::optional<Amount> high = read_amount(text, digit, front.currency);
  const bool is_range = high && !is_broken_off(text, *high) && !is_count(text, *high);
  if (!is_range || !reconcile(low, *high)) return std::nullopt;
  return text[begin - 1] == '/' && !are_near(low, *high) ? std::nullopt : high;
}

bool is_retirement_plan(const Amount& amount) {
  return amount.currency.empty() &&
         (amount.cents == 401'00 || amount.cents == 403'00 || amount.cents == 457'00);
}

/// The currency in a note behind the amount: "63,000 - 84,000 (USD)".
std::string_view noted_currency(std::string_view text, std::size_t at) {
  at = skip_space(text, at);
  if (!text.substr(at).starts_with('(')) return {};
  const CurrencyMark mark = currency_after(text, at + 1);
  return text.substr(at + 1 + mark.size).starts_with(')') ? mark.code : std::string_view();
}

/// The currency behind a plus: "80k+ EUR".
std::string_view currency_past_plus(std::string_view text, const Money& money) {
  return currency_after(text, skip_space(text, money.end + 1)).code;
}

}  // namespace

std::optional<Money> read_money(std::string_view text, std::size_t at) {
  const Front front = read_front(text, at);
  std::optional<Amount> low = read_amount(text, at, front.currency);
  if (!low || is_retirement_plan(*low)) return std::nullopt;

  Money money;
  money.begin = front.begin;
  std::optional<PeriodAt> period = read_period(text, low->end);
  money.end = period ? period->end : skip_bare_unit(text, low->end);
  const std::optional<Amount> high = read_high(text, money.end, *low, front.begin);
  if (!high && !period && is_broken_off(text, *low)) return std::nullopt;
  const Amount& last = high ? *high : *low;
  if (high || !period) money.end = last.end;
  money.is_range = high.has_value();
  money.is_open = !high && text.substr(money.end).starts_with('+');
  if (const auto after = read_period(text, money.end + (money.is_open ? 1 : 0))) {
    period = after;
    money.end = after->end;
  }
  money.currency = better_currency(low->currency, last.currency);
  if (money.currency.empty()) money.currency = noted_currency(text, money.end);
  if (money.is_open)
    money.currency = better_currency(money.currency, currency_past_plus(text, money));
  if (!is_pay_sized(*low, money.currency) || !is_pay_sized(last, money.currency)) {
    return std::nullopt;
  }
  if ((low->is_lakh || last.is_lakh) && money.currency != "INR") return std::nullopt;
  if (period) money.period = period->period;
  if (last.is_per_year) money.period = PayPeriod::kYear;
  money.low_cents = std::min(low->value(), last.value());
  money.high_cents = std::max(low->value(), last.value());
  money.looks_like_money = last.is_grouped || last.factor > 1 || last.digits >= 5;
  return money;
}

}  // namespace spearyx::normalize
