#include "normalize/salary_money.h"

#include <algorithm>
#include <array>

#include "normalize/exchange_rates.h"
#include "normalize/salary_currency.h"
#include "normalize/sorted_text.h"
#include "normalize/text.h"
#include "support/byte_set.h"

namespace spearyx::normalize {
namespace {

/// Spaces that may stand within an amount, besides the one of ASCII.
constexpr std::array<std::string_view, 3> kWideSpaces = {"\u00A0", "\u202F", "\u2009"};

constexpr bool is_ascii(char c) { return (c & 0x80) == 0; }

std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || is_ascii(text[at])) return at < text.size() && text[at] == ' ' ? 1 : 0;
  for (const std::string_view space : kWideSpaces) {
    if (text.substr(at).starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t space_before(std::string_view text, std::size_t end) {
  if (end == 0 || is_ascii(text[end - 1])) return end > 0 && text[end - 1] == ' ' ? 1 : 0;
  for (const std::string_view space : kWideSpaces) {
    if (text.substr(0, end).ends_with(space)) return space.size();
  }
  return 0;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  for (std::size_t size = space_at(text, at); size > 0; size = space_at(text, at)) at += size;
  return at;
}

std::size_t skip_space_back(std::string_view text, std::size_t at) {
  for (std::size_t size = space_before(text, at); size > 0; size = space_before(text, at)) {
    at -= size;
  }
  return at;
}

// ---- Numbers ----

constexpr int kMaxDigits = 13;

/// One end of a range, without a sign.
struct Amount {
  std::int64_t cents = 0;
  std::int64_t factor = 1;  // of "k" and the like
  std::size_t end = 0;
  int digits = 0;
  bool is_grouped = false;
  bool is_per_year = false;  // "LPA"
  std::string_view currency;

  std::int64_t value() const { return cents * factor; }
};

/// Reads digits with their groups and decimals. Fails by leaving no digits.
class NumberReader {
 public:
  NumberReader(std::string_view text, std::size_t at) : text_(text) { amount_.end = at; }

  Amount read() {
    const std::size_t first = count_digits(amount_.end);
    take(first);
    if (first <= 3 && amount_.cents > 0) read_groups();
    if (amount_.digits > kMaxDigits) return {};
    amount_.cents *= 100;
    read_decimals();
    return amount_;
  }

 private:
  std::size_t count_digits(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && end <= at + kMaxDigits && is_ascii_digit(text_[end])) ++end;
    return end - at;
  }

  void take(std::size_t count) {
    for (const char digit : text_.substr(amount_.end, count)) {
      amount_.cents = amount_.cents * 10 + (digit - '0');
    }
    amount_.end += count;
    amount_.digits += static_cast<int>(count);
  }

  /// Comma, full stop, apostrophes and spaces group digits.
  std::string_view mark_at(std::size_t at) const {
    constexpr std::string_view kQuote = "\u2019";
    const std::string_view rest = text_.substr(at);
    if (rest.empty()) return {};
    const char first = rest.front();
    if (first == ',' || first == '.' || first == '\'') return rest.substr(0, 1);
    return rest.substr(0, rest.starts_with(kQuote) ? kQuote.size() : space_at(text_, at));
  }

  /// Groups of three, all with the same mark; in India groups of two before the last.
  void read_groups() {
    while (amount_.digits <= kMaxDigits) {
      const std::string_view mark = mark_at(amount_.end);
      if (mark.empty() || (amount_.is_grouped && mark != mark_)) return;
      const std::size_t begin = amount_.end + mark.size();
      const std::size_t digits = count_digits(begin);
      const std::string_view rest = text_.substr(begin + digits, 2);
      const bool is_indian = digits == 2 && mark == "," && rest.size() == 2 && rest[0] == ',' &&
                             is_ascii_digit(rest[1]);
      // "$500 401(k)" is two numbers.
      const bool is_plan = mark == " " && (rest.starts_with('(') || rest.starts_with('k'));
      if ((digits != 3 && !is_indian) || is_plan) return;
      mark_ = mark;
      amount_.is_grouped = true;
      amount_.end = begin;
      take(digits);
    }
  }

  void read_decimals() {
    const std::string_view mark = text_.substr(amount_.end, 1);
    if ((mark != "." && mark != ",") || mark == mark_) return;
    const std::size_t digits = count_digits(amount_.end + 1);
    if (digits != 1 && digits != 2) return;
    const std::int64_t tens = text_[amount_.end + 1] - '0';
    amount_.cents += digits == 1 ? tens * 10 : tens * 10 + (text_[amount_.end + 2] - '0');
    amount_.end += 1 + digits;
  }

  std::string_view text_;
  std::string_view mark_;
  Amount amount_;
};

/// What follows a number and multiplies it. "LPA" is lakh rupees per annum.
constexpr WordTable kMagnitudes(
    "b=1000000000\nbillion=1000000000\nbillions=1000000000\nbn=1000000000\ncr=10000000\n"
    "crore=10000000\nk=1000\nlac=100000\nlacs=100000\nlakh=100000\nlakhs=100000\nlpa=100000\n"
    "m=1000000\nmil=1000\nmillion=1000000\nmillions=1000000\nmio=1000000\nmm=1000000\n"
    "mn=1000000\nmrd=1000000000\nt=1000000000000\nthousand=1000\ntrillion=1000000000000\n"
    "tsd=1000\n");
constexpr std::int64_t kLakh = 100'000;

/// The letters at `at`, in lower case; no more than any word that is looked for has.
class LettersAt {
 public:
  LettersAt(std::string_view text, std::size_t at) {
    while (at < text.size() && size_ < letters_.size() && is_ascii_alpha(text[at])) {
      letters_[size_++] = ascii_lower(text[at++]);
    }
  }
  operator std::string_view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 12> letters_{};
  std::size_t size_ = 0;
};

void read_magnitude(std::string_view text, Amount& amount) {
  const std::size_t at = skip_space(text, amount.end);
  const LettersAt letters(text, at);
  std::string_view word = letters;
  const bool is_glued = at == amount.end && word.size() == 4 && word[0] == 'k';
  if (is_glued && is_currency_code(text.substr(at + 1, 3))) word = "k";  // "55kEUR"
  const std::int64_t factor = kMagnitudes.number(word);
  // "35 k€", but "5 M" and "3 b" say nothing.
  if (factor == 0 || (word.size() == 1 && word != "k" && at != amount.end)) return;
  amount.factor = factor;
  amount.is_per_year = word == "lpa";
  if (amount.is_per_year) amount.currency = "INR";
  amount.end = at + word.size();
}

/// "100 EUR"; but in "100 $200" the sign belongs to the next number.
void take_currency_after(std::string_view text, Amount& amount) {
  const std::size_t begin = skip_space(text, amount.end);
  const CurrencyMark after = currency_after(text, begin);
  if (after.code.empty()) return;
  const std::size_t end = begin + after.size;
  const std::size_t next = skip_space(text, end);
  if (next < text.size() && is_ascii_digit(text[next]) && !amount.currency.empty()) return;
  amount.currency = better_currency(amount.currency, after.code);
  amount.end = end;
}

/// Number, magnitude and the currency behind it; `currency` is what stands before. Nothing above a
/// million million, which leaves room for hundredths.
std::optional<Amount> read_amount(std::string_view text, std::size_t at,
                                  std::string_view currency) {
  constexpr std::int64_t kMost = 1'000'000'000'000'00;
  Amount amount = NumberReader(text, at).read();
  if (amount.digits == 0) return std::nullopt;
  amount.currency = currency;
  read_magnitude(text, amount);
  take_currency_after(text, amount);
  if (amount.cents > kMost / amount.factor) return std::nullopt;
  return amount;
}

/// "5th", "3x", "24h", "50%" are no money. Feeds glue sentences together: "$115,000The range" is.
bool is_broken_off(std::string_view text, const Amount& amount) {
  const std::size_t next = skip_space(text, amount.end);
  if (next < text.size() && text[next] == '%') return true;
  if (amount.end >= text.size() || !is_ascii_alnum(text[amount.end])) return false;
  return !amount.is_grouped || !is_ascii_upper(text[amount.end]);
}

/// The currency in front of a digit, "$" or "USD $", and where it begins.
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

/// "$216,000 year to $367,200/year"
std::size_t skip_bare_unit(std::string_view text, std::size_t at) {
  for (const std::string_view unit : {" year", " hour", " month"}) {
    const std::size_t end = at + unit.size();
    if (text.substr(at).starts_with(unit) && text.substr(end).starts_with(" to ")) return end;
  }
  return at;
}

constexpr std::array<std::string_view, 8> kDashes = {"–", "—", "-", "‑", "‒", "−", "~", "～"};
constexpr std::array<std::string_view, 5> kToWords = {"to up to ", "to ", "bis ", "à ", "a "};

constexpr std::array<std::string_view, 3> kBetweenWords = {"between", "zwischen", "entre"};
constexpr std::array<std::string_view, 5> kAndWords = {"and ", "und ", "et ", "y ", "e "};

/// What one of these begins with.
constexpr ByteSet kSeparatorBytes = [] {
  ByteSet bytes;
  for (const std::string_view dash : kDashes) bytes.add(dash.front());
  for (const std::string_view word : kToWords) bytes.add(word.front());
  for (const std::string_view word : kAndWords) bytes.add(word.front());
  return bytes;
}();

bool follows_between(std::string_view text, std::size_t begin) {
  const std::string_view before = text.substr(0, skip_space_back(text, begin));
  return std::ranges::any_of(kBetweenWords, [&](std::string_view word) {
    return before.size() >= word.size() &&
           iequals(before.substr(before.size() - word.size()), word);
  });
}

/// The place behind what separates the ends of a range: a dash, a word or, where the range begins
/// after "between", "and". Nothing is 0.
std::size_t after_separator(std::string_view text, std::size_t at, std::size_t range_begin) {
  const std::size_t begin = skip_space(text, at);
  if (begin >= text.size() || !kSeparatorBytes.contains(text[begin])) return 0;
  const std::string_view rest = text.substr(begin);
  const auto starts = [&](std::string_view mark) { return rest.starts_with(mark); };
  const auto dash = std::ranges::find_if(kDashes, starts);
  if (dash != kDashes.end()) return skip_space(text, begin + dash->size());
  if (begin == at) return 0;
  const auto conjunction = std::ranges::find_if(kAndWords, starts);
  if (conjunction != kAndWords.end() && follows_between(text, range_begin)) {
    return skip_space(text, begin + conjunction->size());
  }
  const auto word = std::ranges::find_if(kToWords, starts);
  return word == kToWords.end() ? 0 : skip_space(text, begin + word->size());
}

constexpr WordList kCounted(
    "am countries days employees hours hrs months people pm weeks years yrs ");

/// "$20 - 40 hours": the second number is not money.
bool is_count(std::string_view text, const Amount& amount) {
  return amount.currency.empty() &&
         kCounted.contains(LettersAt(text, skip_space(text, amount.end)));
}

/// "120–150k" means 120k, "£50–60,000" means 50,000. False: the two do not make a range.
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

/// The other end of the range that `low` begins at `range_begin`, if what follows `at` is one.
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
  return is_range && reconcile(low, *high) ? high : std::nullopt;
}

bool is_retirement_plan(const Amount& amount) {
  return amount.currency.empty() &&
         (amount.cents == 401'00 || amount.cents == 403'00 || amount.cents == 457'00);
}

/// Millions are pay only in a currency of small units.
bool is_pay_sized(const Amount& amount, std::string_view currency) {
  constexpr double kSmallUnits = 80;
  return amount.factor <= kLakh || units_per_dollar(currency) >= kSmallUnits;
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
  if (!is_pay_sized(*low, money.currency) || !is_pay_sized(last, money.currency)) {
    return std::nullopt;
  }
  if (period) money.period = period->period;
  if (last.is_per_year) money.period = PayPeriod::kYear;
  money.low_cents = std::min(low->value(), last.value());
  money.high_cents = std::max(low->value(), last.value());
  money.looks_like_money = last.is_grouped || last.factor > 1 || last.digits >= 5;
  return money;
}

}  // namespace spearyx::normalize
