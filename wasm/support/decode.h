#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <glaze/json.hpp>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

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

/// A member of a struct: its place, and the function that reads a value of its type.
struct Slot {
  void* place;
  void (*read)(void* place, glz::context& context, const char*& at, const char* end);
};

template <typename Value>
[[nodiscard]] Slot slot_of(Value& value) {
  return {.place = &value,
          .read = [](void* place, glz::context& context, const char*& at, const char* end) {
            glz::parse<glz::JSON>::op<kDecode>(*static_cast<Value*>(place), context, at, end);
          }};
}

/// Decodes an object into slots, each under the name at its place.
[[nodiscard]] glz::error_ctx decode_members(std::string_view text,
                                            std::span<const std::string_view> names,
                                            std::span<const Slot> slots);

/// Decodes a value that the text begins with. All structs share the code that reads an object,
/// which compiled for each would be 8 KB more of the ATS worker's module.
template <typename Value>
[[nodiscard]] glz::error_ctx decode(Value& value, std::string_view text) {
  return glz::read<kDecode>(value, text);
}

template <glz::reflectable Struct>
[[nodiscard]] glz::error_ctx decode(Struct& value, std::string_view text) {
  auto members = glz::to_tie(value);
  return [&]<std::size_t... kIndices>(std::index_sequence<kIndices...>) {
    const std::array slots{slot_of(glz::get<kIndices>(members))...};
    return decode_members(text, glz::reflect<Struct>::keys, slots);
  }(std::make_index_sequence<glz::reflect<Struct>::size>());
}

template <glz::reflectable Struct>
[[nodiscard]] glz::error_ctx decode(std::vector<Struct>& values, std::string_view text) {
  std::vector<glz::raw_json_view> elements;
  glz::error_ctx outcome = decode(elements, text);
  for (const auto& [element] : elements) {
    if (outcome) break;
    outcome = decode(values.emplace_back(), element);
    outcome.count += static_cast<std::size_t>(element.data() - text.data());
  }
  return outcome;
}

}  // namespace spearyx

// Every byte of a body passes through these two, which are compiled once, in decode.cc, for speed.
extern template void glz::skip_string_view<glz::context&, const char*&, const char*>(
    glz::context&, const char*&, const char*, std::uint64_t&) noexcept;
extern template void
glz::skip_until_closed<glz::skip_until_closed_opts{false, false}, '{', '}', std::size_t{1},
                       glz::context&, const char*&, const char*>(glz::context&, const char*&,
                                                                 const char*) noexcept;
