#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "normalize/text/text_words.h"

namespace spearyx::normalize {

/// The sketch of a text as model/role.h describes it, without its last part; "" without words.
[[nodiscard]] std::string sketch_of(const TextWords& text);

/// The hash as `characters` letters or digits, of six bits each.
[[nodiscard]] std::string hash_letters(std::uint64_t hash, std::size_t characters);

}  // namespace spearyx::normalize
