#pragma once

#include <cstddef>
#include <cstdint>
#include <glaze/json.hpp>
#include <string_view>

namespace spearyx {

/// The options by which every JSON text is decoded. Texts are views into larger ones, and carry
/// more than we read. They are known to be UTF-8: JavaScript wrote them, or they were checked once
/// as a whole. One set of options, because each further set is compiled anew.
struct DecodeOptions : glz::opts {
  bool validate_utf8 = false;
};
inline constexpr DecodeOptions kDecode{{.null_terminated = false, .error_on_unknown_keys = false}};

struct ValidateOptions : DecodeOptions {
  bool validate_skipped = true;
  bool validate_trailing_whitespace = true;
};

/// Finds the place where a UTF-8 text stops being JSON; no error where it is all JSON. Unlike
/// glaze's own function of this kind it reads nothing behind the end of the view.
[[nodiscard]] inline glz::error_ctx validate_json(std::string_view text) {
  glz::context context{};
  glz::skip all{};
  return glz::read<ValidateOptions{kDecode}>(all, text, context);
}

}  // namespace spearyx

// Every byte of a body passes through these two, which decode.cc has compiled for speed.
extern template void glz::skip_string_view<glz::context&, const char*&, const char*>(
    glz::context&, const char*&, const char*, std::uint64_t&) noexcept;
extern template void
glz::skip_until_closed<glz::skip_until_closed_opts{false, false}, '{', '}', std::size_t{1},
                       glz::context&, const char*&, const char*>(glz::context&, const char*&,
                                                                 const char*) noexcept;
