#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// Reading single amounts of money: "120,000", "55k", "12,00,000", "1.5 million EUR", "600万円".
namespace spearyx::normalize {

/// One end of a range, without a sign.
struct Amount {
  std::int64_t cents = 0;
  std::int64_t factor = 1;  // of "k" and the like
  std::size_t end = 0;
  int digits = 0;
  bool is_grouped = false;
  bool is_per_year = false;  // "LPA"
  bool is_lakh = false;      // "8L": of rupees only
  std::string_view currency;

  [[nodiscard]] std::int64_t value() const { return cents * factor; }
};

/// Reads a number, its magnitude and the currency behind it; `currency` is the one before it.
/// Nothing above a million million, which leaves room for hundredths.
[[nodiscard]] std::optional<Amount> read_amount(std::string_view text, std::size_t at,
                                                std::string_view currency);

/// Whether an amount may be pay by its size: more than a hundred thousand as a magnitude only in a
/// currency of small units.
[[nodiscard]] bool is_pay_sized(const Amount& amount, std::string_view currency);

/// The place behind the spaces at `at`, wide ones included.
[[nodiscard]] std::size_t skip_space(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t skip_space_back(std::string_view text, std::size_t at);

/// The ASCII letters at a place of a text, in lower case; at most as many as the longest word that
/// is looked for.
class LettersAt {
 public:
  LettersAt(std::string_view text, std::size_t at);
  operator std::string_view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 12> letters_{};
  std::size_t size_ = 0;
};

}  // namespace spearyx::normalize
