#include "normalize/pay/amount.h"

#include <algorithm>
#include <array>

#include "normalize/pay/currency.h"
#include "normalize/pay/exchange_rates.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"

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

constexpr int kMaxDigits = 13;

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

  /// The mark that groups digits at a place: a comma, a full stop, an apostrophe or a space.
  std::string_view mark_at(std::size_t at) const {
    constexpr std::string_view kQuote = "\u2019";
    const std::string_view rest = text_.substr(at);
    if (rest.empty()) return {};
    const char first = rest.front();
    if (first == ',' || first == '.' || first == '\'') return rest.substr(0, 1);
    return rest.substr(0, rest.starts_with(kQuote) ? kQuote.size() : space_at(text_, at));
  }

  /// Reads groups of three digits, all with the same mark; in India groups of two before the last.
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
    if (mark != "." && mark != ",") return;
    const std::size_t digits = count_digits(amount_.end + 1);
    if (digits == 0) return skip_dash();
    if (mark == mark_) return;
    if (digits != 1 && digits != 2) return;
    const std::int64_t tens = text_[amount_.end + 1] - '0';
    amount_.cents += digits == 1 ? tens * 10 : tens * 10 + (text_[amount_.end + 2] - '0');
    amount_.end += 1 + digits;
  }

  /// "3.200,-", "110'000.–": no hundredths.
  void skip_dash() {
    const std::string_view rest = text_.substr(amount_.end + 1);
    for (const std::string_view dash : {"-", "–", "—"}) {
      if (rest.starts_with(dash)) amount_.end += 1 + dash.size();
    }
  }

  std::string_view text_;
  std::string_view mark_;
  Amount amount_;
};

/// The words that follow a number and multiply it. "LPA" is lakh rupees per annum.
constexpr WordTable kMagnitudes(
    "b=1000000000\nbillion=1000000000\nbillions=1000000000\nbn=1000000000\ncr=10000000\n"
    "crore=10000000\ncrores=10000000\njt=1000000\njuta=1000000\nk=1000\nlac=100000\n"
    "lacs=100000\nlakh=100000\nlakhs=100000\nlpa=100000\nm=1000000\nmil=1000\nmilhoes=1000000\n"
    "million=1000000\nmilliones=1000000\nmillions=1000000\nmillones=1000000\nmio=1000000\n"
    "mln=1000000\nmm=1000000\nmn=1000000\nmrd=1000000000\nt=1000000000000\nthousand=1000\n"
    "trillion=1000000000000\ntsd=1000\ntys=1000\n");
constexpr std::int64_t kLakh = 100'000;

/// A magnitude in another script, where a word may stand without spaces.
struct Magnitude {
  std::string_view text;
  std::int64_t factor;
};
constexpr std::array<Magnitude, 8> kForeignMagnitudes = {{{"тысяч", 1'000},
                                                          {"тыс.", 1'000},
                                                          {"тыс", 1'000},
                                                          {"млн", 1'000'000},
                                                          {"万", 10'000},
                                                          {"萬", 10'000},
                                                          {"만", 10'000},
                                                          {"억", 100'000'000}}};

void read_foreign_magnitude(std::string_view text, std::size_t at, Amount& amount) {
  for (const Magnitude& magnitude : kForeignMagnitudes) {
    if (!text.substr(at).starts_with(magnitude.text)) continue;
    amount.factor = magnitude.factor;
    amount.end = at + magnitude.text.size();
    return;
  }
}

/// Whether a letter of two bytes stands at a place.
bool is_accented(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '\xC3' && text[at] <= '\xCA';
}

/// Reads a currency that sticks to the magnitude: "55kEUR".
bool read_glued_code(std::string_view text, std::string_view word, Amount& amount) {
  const std::string_view code = text.substr(std::min(amount.end + 1, text.size()), 3);
  if (word.size() != 4 || word[0] != 'k' || !is_currency_code(code)) return false;
  amount.factor = 1000;
  amount.currency = better_currency(amount.currency, code);
  amount.end += word.size();
  return true;
}

void read_magnitude(std::string_view text, Amount& amount) {
  const std::size_t at = skip_space(text, amount.end);
  if (at < text.size() && !is_ascii(text[at])) return read_foreign_magnitude(text, at, amount);
  const LettersAt letters(text, at);
  const std::string_view word = letters;
  if (is_accented(text, at + word.size())) return;  // "Kč"
  if (at == amount.end && read_glued_code(text, word, amount)) return;
  amount.is_lakh = at == amount.end && text.substr(at).starts_with('L') && word.size() == 1;
  const std::int64_t factor = amount.is_lakh ? kLakh : kMagnitudes.number(word);
  // "35 k€", but "5 M" and "3 b" say nothing.
  if (factor == 0 || (word.size() == 1 && word != "k" && at != amount.end)) return;
  amount.end = at + word.size();
  // "$125,000K" has its thousands.
  if (word == "k" && (amount.is_grouped || amount.digits > 4)) return;
  amount.factor = factor;
  amount.is_per_year = word == "lpa";
  if (amount.is_per_year) amount.currency = "INR";
  constexpr WordList kAbbreviated("mio mln mrd tsd tys ");
  if (kAbbreviated.contains(word) && text.substr(amount.end).starts_with('.')) ++amount.end;
}

/// Takes the currency behind the number, "100 EUR"; but in "100 $200" the sign belongs to the next
/// number.
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

}  // namespace

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

LettersAt::LettersAt(std::string_view text, std::size_t at) {
  while (at < text.size() && size_ < letters_.size() && is_ascii_alpha(text[at])) {
    letters_[size_++] = ascii_lower(text[at++]);
  }
}

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

bool is_pay_sized(const Amount& amount, std::string_view currency) {
  constexpr double kSmallUnits = 80;
  return amount.factor <= kLakh || units_per_dollar(currency) >= kSmallUnits;
}

}  // namespace spearyx::normalize
