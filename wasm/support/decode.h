#pragma once

#include <glaze/json.hpp>
#include <string_view>

namespace spearyx {

/// How every JSON text is decoded, whoever wrote it: texts are views into larger ones, and carry
/// more than we read. One set of options, because each further set is compiled anew.
inline constexpr glz::opts kDecode{.null_terminated = false, .error_on_unknown_keys = false};

/// Where a text stops being JSON; no error where it is all JSON. Unlike glaze's own function of this
/// kind it reads nothing behind the end of the view.
[[nodiscard]] inline glz::error_ctx validate_json(std::string_view text) {
  constexpr glz::opts_validate kValidate{{glz::opts{.null_terminated = false}}, true, true};
  glz::context context{};
  glz::skip all{};
  return glz::read<kValidate>(all, text, context);
}

}  // namespace spearyx
