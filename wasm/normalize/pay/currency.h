#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Currencies as postings write them.
namespace spearyx::normalize {

/// Whether a code is an active one of ISO 4217, in capitals.
[[nodiscard]] bool is_currency_code(std::string_view code);

/// The sign to print before an amount, "" where the code is clearer.
[[nodiscard]] std::string_view currency_sign(std::string_view code);

/// The dollar sign alone, and the stand-in for a sign of several currencies ("¥", "kr").
inline constexpr std::string_view kDollar = "$";
inline constexpr std::string_view kSomeCurrency = "¤";

/// A mark in a text: an ISO 4217 code, `kDollar` or `kSomeCurrency`; "" for none.
struct CurrencyMark {
  std::string_view code;
  std::size_t size = 0;  // bytes of the text
};

/// The mark that ends at `end`: "US$", "€", "CHF", "Rs." Letters that are no known mark make "$"
/// some currency.
[[nodiscard]] CurrencyMark currency_before(std::string_view text, std::size_t end);

/// The mark that stands behind a number at `begin`: "€", "zł", "EUR", "euros".
[[nodiscard]] CurrencyMark currency_after(std::string_view text, std::size_t begin);

/// The more specific of two marks of one amount: in "CAD $100" and "$100 CAD" the code.
[[nodiscard]] std::string_view better_currency(std::string_view a, std::string_view b);

}  // namespace spearyx::normalize
