#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "normalize/pay/context.h"
#include "normalize/text/words.h"

/// What single words beside an amount say of it.
namespace spearyx::normalize {

/// `behind` is what follows the last word.
[[nodiscard]] Evidence evidence_of(std::span<const Word> words, std::size_t i,
                                   std::string_view behind = {});

[[nodiscard]] bool is_other_money(std::string_view word);

/// "base", "fixed": the certain part of pay.
[[nodiscard]] bool names_base(std::string_view word);

/// "OTE", "total compensation": pay with all that may come on top.
[[nodiscard]] bool names_total(std::span<const Word> words, std::size_t i);

/// "from", "up to" and the like right before an amount, "max" and "or more" right behind it.
[[nodiscard]] Bound bound_before(std::span<const Word> words, std::string_view before);
[[nodiscard]] Bound bound_behind(std::span<const Word> words);

}  // namespace spearyx::normalize
