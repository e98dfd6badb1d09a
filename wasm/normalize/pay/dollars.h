#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "normalize/pay/context.h"

namespace spearyx::normalize {

/// A reader that tells which country's dollar or peso a text means by "$".
class DollarReader {
 public:
  DollarReader(std::string_view text, std::span<const std::string_view> scope)
      : text_(text), scope_(scope) {}

  /// The currency of "$" by the sentence, then the text, then the scope; "" if they differ.
  [[nodiscard]] std::string_view currency(const PayContext& context);

 private:
  [[nodiscard]] std::string_view read_elsewhere() const;

  std::string_view text_;
  std::span<const std::string_view> scope_;
  std::optional<std::string_view> elsewhere_;
};

}  // namespace spearyx::normalize
