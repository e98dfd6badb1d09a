#include "normalize/pay/currency.h"

#include <algorithm>
#include <array>

#include "normalize/pay/exchange_rates.h"
#include "normalize/text/text.h"
#include "support/byte_set.h"

namespace spearyx::normalize {
namespace {

/// A sign as written. Of signs that end alike the longest comes first; of several signs of a
/// currency the first is the one to print.
struct Sign {
  std::string_view text;
  std::string_view code;
  bool is_prefix = false;  // stands before a number only
};
constexpr std::array<Sign, 42> kSigns = {{
    {"US$", "USD"},        {"CA$", "CAD"},       {"AU$", "AUD"},       {"NZ$", "NZD"},
    {"SG$", "SGD"},        {"HK$", "HKD"},       {"MX$", "MXN"},       {"NT$", "TWD"},
    {"CDN$", "CAD"},       {"Can$", "CAD"},      {"CAN$", "CAD"},      {"C$", "CAD"},
    {"A$", "AUD"},         {"S$", "SGD"},        {"R$", "BRL"},        {"$", kDollar},
    {"€", "EUR"},          {"£", "GBP"},         {"₹", "INR"},         {"₪", "ILS"},
    {"₩", "KRW"},          {"₱", "PHP"},         {"₦", "NGN"},         {"₺", "TRY"},
    {"₴", "UAH"},          {"₽", "RUB"},         {"₫", "VND"},         {"฿", "THB"},
    {"zł", "PLN"},         {"Kč", "CZK"},        {"Rs.", "INR", true}, {"Rs", "INR", true},
    {"KSh", "KES"},        {"RM", "MYR", true},  {"Rp", "IDR", true},  {"SFr.", "CHF", true},
    {"SFr", "CHF", true},  {"Fr.", "CHF", true}, {"Fr", "CHF", true},  {"R", "ZAR", true},
    {"kr", kSomeCurrency}, {"¥", kSomeCurrency},
}};

/// Names as written behind an amount in any case, in the singular.
constexpr std::array<Sign, 8> kNames = {{{"euro", "EUR"},
                                         {"dollar", kDollar},
                                         {"US dollar", "USD"},
                                         {"Canadian dollar", "CAD"},
                                         {"Australian dollar", "AUD"},
                                         {"rupee", kSomeCurrency},
                                         {"krona", kSomeCurrency},
                                         {"kronor", "SEK"}}};

/// Marks that stand behind an amount only.
constexpr std::array<Sign, 12> kMarksBehind = {{{"CDN", "CAD"},
                                                {"RMB", "CNY"},
                                                {"TL", "TRY"},
                                                {"Ft", "HUF"},
                                                {"lei", "RON"},
                                                {"руб.", "RUB"},
                                                {"руб", "RUB"},
                                                {"р.", "RUB"},
                                                {"грн", "UAH"},
                                                {"円", "JPY"},
                                                {"元", "CNY"},
                                                {"원", "KRW"}}};

/// The bytes that codes, signs and names begin with.
constexpr ByteSet kFirstBytes = [] {
  ByteSet bytes;
  for (char c = 'A'; c <= 'Z'; ++c) bytes.add(c);
  for (const Sign& sign : kSigns) bytes.add(sign.text.front());
  for (const Sign& name : kNames) bytes.add(ascii_lower(name.text.front()));
  for (const Sign& mark : kMarksBehind) bytes.add(mark.text.front());
  return bytes;
}();

/// The bytes that codes, signs and names end with.
constexpr ByteSet kLastBytes = [] {
  ByteSet bytes;
  for (char c = 'A'; c <= 'Z'; ++c) bytes.add(c);
  for (const Sign& sign : kSigns) bytes.add(sign.text.back());
  return bytes;
}();

/// Codes that are English words in capitals.
constexpr std::string_view kWordCodes = "ALL CUP SOS TOP";

/// The code at `at` that is no part of a longer word.
std::string_view code_at(std::string_view text, std::size_t at) {
  const std::string_view code = text.substr(at, 3);
  const bool starts = at == 0 || !is_ascii_alpha(text[at - 1]);
  const bool ends = at + 3 >= text.size() || !is_ascii_alpha(text[at + 3]);
  const bool is_code = starts && ends && is_currency_code(code) && !kWordCodes.contains(code);
  return is_code ? code : std::string_view();
}

/// The sign or mark that no letter or digit continues.
template <typename Signs>
CurrencyMark mark_behind(const Signs& signs, std::string_view rest) {
  for (const Sign& sign : signs) {
    const std::size_t size = sign.text.size();
    if (!rest.starts_with(sign.text) || sign.is_prefix) continue;
    if (rest.size() == size || !is_ascii_alnum(rest[size])) return {sign.code, size};
  }
  return {};
}

}  // namespace

bool is_currency_code(std::string_view code) {
  return code.size() == 3 && std::ranges::all_of(code, is_ascii_upper) &&
         units_per_dollar(code) > 0;
}

std::string_view currency_sign(std::string_view code) {
  if (code == "USD") return kDollar;
  const auto sign = std::ranges::find(kSigns, code, &Sign::code);
  if (sign == kSigns.end()) return {};
  const bool is_word = is_ascii_alpha(sign->text.front()) && !sign->text.ends_with('$');
  return is_word ? std::string_view() : sign->text;
}

CurrencyMark currency_before(std::string_view text, std::size_t end) {
  const std::string_view before = text.substr(0, end);
  if (before.empty() || !kLastBytes.contains(before.back())) return {};
  for (const Sign& sign : kSigns) {
    if (!before.ends_with(sign.text)) continue;
    const std::size_t begin = end - sign.text.size();
    const char previous = begin > 0 ? text[begin - 1] : ' ';
    // "AR$": whose dollar, the letters say.
    if (sign.code == kDollar && is_ascii_alpha(previous)) return {kSomeCurrency, 1};
    if (!is_ascii_alpha(sign.text.front()) || !is_ascii_alnum(previous)) {
      return {sign.code, sign.text.size()};
    }
  }
  return end < 3 ? CurrencyMark{} : CurrencyMark{code_at(text, end - 3), 3};
}

CurrencyMark currency_after(std::string_view text, std::size_t begin) {
  if (begin >= text.size() || !kFirstBytes.contains(text[begin])) return {};
  const std::string_view rest = text.substr(begin);
  if (const CurrencyMark sign = mark_behind(kSigns, rest); sign.size > 0) return sign;
  if (const CurrencyMark mark = mark_behind(kMarksBehind, rest); mark.size > 0) return mark;
  for (const Sign& name : kNames) {
    const std::size_t size = name.text.size();
    if (iequals(rest.substr(0, size), name.text)) {
      return {name.code, size + (rest.substr(size).starts_with('s') ? 1 : 0)};
    }
  }
  return {code_at(text, begin), 3};
}

std::string_view better_currency(std::string_view a, std::string_view b) {
  if (a.empty() || (a == kSomeCurrency && !b.empty())) return b;
  return a == kDollar && !b.empty() && b != kSomeCurrency ? b : a;
}

}  // namespace spearyx::normalize
