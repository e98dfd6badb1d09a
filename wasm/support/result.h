#pragma once

#include <expected>
#include <string>
#include <utility>

#include "support/error.h"

namespace spearyx {

/// A value or the reason why there is none. Nothing in the core throws.
template <typename T>
using Result = std::expected<T, Error>;

/// Makes a failed `Result`: `return fail(ErrorCode::kTimeout, "GET …")`.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string detail = {}) {
  return std::unexpected(Error{code, std::move(detail)});
}

}  // namespace spearyx
