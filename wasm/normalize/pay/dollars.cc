#include "normalize/pay/dollars.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "normalize/pay/exchange_rates.h"
#include "normalize/text/text.h"
#include "support/byte_set.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

/// A country whose dollar or peso is written "$" and is not the American dollar.
struct DollarCountry {
  std::string_view code;
  std::string_view currency;
  std::string_view name;
  std::string_view dollar;
};
constexpr std::array<DollarCountry, 8> kDollarCountries = {{
    {"AU", "AUD", "Australia", "Australian dollar"},
    {"CA", "CAD", "Canada", "Canadian dollar"},
    {"CL", "CLP", "Chile", "Chilean peso"},
    {"CO", "COP", "Colombia", "Colombian peso"},
    {"HK", "HKD", "Hong Kong", "Hong Kong dollar"},
    {"MX", "MXN", "Mexico", "Mexican peso"},
    {"NZ", "NZD", "New Zealand", "New Zealand dollar"},
    {"SG", "SGD", "Singapore", "Singapore dollar"},
}};

constexpr std::array<std::string_view, 7> kAmerican = {
    "USD", "US", "U.S.", "USA", "United States", "New York", "San Francisco"};

/// The capitals that the names above begin with.
constexpr ByteSet kDollarCapitals = [] {
  ByteSet capitals;
  for (const DollarCountry& country : kDollarCountries) capitals.add(country.name.front());
  for (const std::string_view name : kAmerican) capitals.add(name.front());
  return capitals;
}();
static_assert(std::ranges::all_of(kDollarCountries, [](const DollarCountry& country) {
  return country.currency.front() == country.name.front() &&
         country.dollar.front() == country.name.front();
}));

bool is_word_at(std::string_view text, std::size_t at, std::string_view word) {
  const std::size_t end = at + word.size();
  return text.substr(at).starts_with(word) && (end == text.size() || !is_ascii_alnum(text[end]));
}

/// Whether a text states the country's currency at a place: "All figures in CAD", "(CAD)", "CAD:
/// $…", "Canadian dollars"; not "CAD experience".
bool is_stated_at(std::string_view text, std::size_t at, const DollarCountry& country) {
  if (text.substr(at).starts_with(country.dollar)) return true;
  if (!is_word_at(text, at, country.currency)) return false;
  const std::string_view before = text.substr(0, at);
  return before.ends_with('(') || before.ends_with(" in ") ||
         text.substr(at + country.currency.size()).starts_with(':');
}

/// Whether the rest behind an amount is the code alone: "$30 an hour CAD".
bool is_rest(std::string_view after, std::string_view code) {
  const std::size_t begin = after.find_first_not_of(' ');
  return begin != after.npos && after.substr(begin) == code;
}

/// The dollars and pesos that a text names, by currency or by country.
struct NamedDollars {
  bool is_american = false;
  std::array<bool, kDollarCountries.size()> currencies{};
  std::array<bool, kDollarCountries.size()> countries{};
};

/// Calls `note(at)` for each word that may be the name of a dollar or of a country that has one.
template <typename Note>
void each_dollar_word(std::string_view text, Note note) {
  const auto next_capital = [&](std::size_t at) {
    return find_byte(text, at, [](auto c) { return (c >= 'A') & (c <= 'Z'); });
  };
  for (std::size_t at = next_capital(0); at < text.size(); at = next_capital(at + 1)) {
    const bool begins_word = at == 0 || !is_ascii_alnum(text[at - 1]);
    if (begins_word && kDollarCapitals.contains(text[at])) note(at);
  }
}

/// The dollar of a country, where it may as well be the American one.
Dollars doubted(const DollarCountry& country) {
  const bool is_alike = units_per_dollar(country.currency) < 2;
  return {is_alike ? country.currency : std::string_view(), false};
}

/// Notes the dollars that are named near an amount.
void note_nearby(NamedDollars& named, std::string_view window) {
  each_dollar_word(window, [&](std::size_t at) {
    const auto is_here = [&](std::string_view word) { return is_word_at(window, at, word); };
    named.is_american = named.is_american || std::ranges::any_of(kAmerican, is_here);
    for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
      const DollarCountry& country = kDollarCountries[i];
      if (country.name.front() != window[at]) continue;
      named.currencies[i] = named.currencies[i] || is_stated_at(window, at, country);
      named.countries[i] = named.countries[i] || is_here(country.name);
    }
  });
}

/// The dollars that are named as the currency anywhere in the text.
NamedDollars named_anywhere(std::string_view text) {
  NamedDollars named;
  each_dollar_word(text, [&](std::size_t at) {
    named.is_american = named.is_american || is_word_at(text, at, kAmerican[0]) ||
                        text.substr(at).starts_with("US$");
    for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
      const DollarCountry& country = kDollarCountries[i];
      if (country.name.front() != text[at]) continue;
      named.currencies[i] = named.currencies[i] || is_stated_at(text, at, country);
    }
  });
  return named;
}

}  // namespace

Dollars DollarReader::dollars(const PayContext& context) {
  NamedDollars nearby;
  note_nearby(nearby, context.before);
  note_nearby(nearby, context.after);
  for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
    const DollarCountry& country = kDollarCountries[i];
    if (nearby.currencies[i] || is_rest(context.after, country.currency)) return {country.currency};
    if (!nearby.is_american && nearby.countries[i]) return doubted(country);
  }
  if (nearby.is_american) return {kAmerican[0]};
  if (!elsewhere_) elsewhere_ = read_elsewhere();
  return *elsewhere_;
}

Dollars DollarReader::read_elsewhere() const {
  const NamedDollars named = named_anywhere(text_);
  const bool is_american = named.is_american || std::ranges::contains(scope_, kAmerican[1]);
  std::string_view stated = kAmerican[0];
  for (std::size_t i = 0; i < kDollarCountries.size(); ++i) {
    const DollarCountry& country = kDollarCountries[i];
    if (named.currencies[i]) {
      if (named.is_american || stated != kAmerican[0]) return doubted(country);
      stated = country.currency;
    } else if (!is_american && std::ranges::contains(scope_, country.code)) {
      return doubted(country);
    }
  }
  return {stated};
}

}  // namespace spearyx::normalize
