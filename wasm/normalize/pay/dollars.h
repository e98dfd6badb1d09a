#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "normalize/pay/context.h"

namespace spearyx::normalize {

/// The currency that "$" stands for. Where it is one of two currencies, the other one is the American dollar.
struct Dollars {
  std::string_view currency;
  bool is_certain = true;
};

/// A reader that tells which country's dollar or peso a text means by "$".
class DollarReader {
 public:
  DollarReader(std::string_view text, std::span<const std::string_view> scope)
      : text_(text), scope_(scope) {}

  /// The currency of "$" by the sentence, then the text, then the scope. Where they differ it is
  /// uncertain; "" if a unit of it is worth far less than the American one.
  [[nodiscard]] Dollars dollars(const PayContext& context);

 private:
  [[nodiscard]] Dollars read_elsewhere() const;

  std::string_view text_;
  std::span<const std::string_view> scope_;
  std::optional<Dollars> elsewhere_;
};

}  // namespace spearyx::normalize
