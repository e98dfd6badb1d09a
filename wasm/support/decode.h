#pragma once

#include <glaze/json.hpp>

namespace spearyx {

/// How every JSON text is decoded, whoever wrote it: texts are views into larger ones, and carry
/// more than we read. One set of options, because each further set is compiled anew.
inline constexpr glz::opts kDecode{.null_terminated = false, .error_on_unknown_keys = false};

}  // namespace spearyx
