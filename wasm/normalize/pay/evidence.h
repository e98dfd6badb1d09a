#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "normalize/pay/context.h"
#include "normalize/text/words.h"

/// The evidence of single words beside an amount.
namespace spearyx::normalize {

/// The evidence of a word; `behind` is the text behind the last word.
[[nodiscard]] Evidence evidence_of(std::span<const Word> words, std::size_t i,
                                   std::string_view behind = {});

[[nodiscard]] bool is_other_money(std::string_view word);

/// Whether a word names the certain part of pay: "base", "fixed".
[[nodiscard]] bool names_base(std::string_view word);

/// Whether a word names pay with all that may come on top: "OTE", "total compensation".
[[nodiscard]] bool names_total(std::span<const Word> words, std::size_t i);

/// The bound before an amount, "from", "up to" and the like, or behind it, "max" and "or more".
[[nodiscard]] Bound bound_before(std::span<const Word> words, std::string_view before);
[[nodiscard]] Bound bound_behind(std::span<const Word> words);

}  // namespace spearyx::normalize
