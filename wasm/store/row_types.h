#pragma once

#include <glaze/json.hpp>
#include <string>
#include <string_view>

#include "model/company.h"
#include "model/source.h"

/// The database's form of the model's types, and the writing of rows: as JSON, one parameter for
/// all of them.
namespace spearyx::store {

struct EncodeOptions : glz::opts {
  bool escape_control_characters = true;
};
inline constexpr EncodeOptions kEncode{{.skip_null_members = false}};

/// A row or several as the JSON text that a statement takes apart by `json_each`. Rows by the
/// megabyte are written directly: this is ten times as fast as making a document of them.
template <typename Rows>
[[nodiscard]] std::string encode(const Rows& rows) {
  std::string json;
  static_cast<void>(glz::write<kEncode>(rows, json));  // fails only where its buffer is bounded
  return json;
}

}  // namespace spearyx::store

/// A source by its name. A name that no row of `kSources` has is an error of shape.
template <>
struct glz::from<glz::JSON, spearyx::Source> {
  template <auto Opts>
  static void op(spearyx::Source& source, auto&& context, auto&& it, auto&& end) {
    std::string_view name;
    parse<JSON>::op<Opts>(name, context, it, end);
    if (const auto known = spearyx::source_named(name)) {
      source = *known;
    } else if (!static_cast<bool>(context.error)) {
      context.error = error_code::unexpected_enum;
    }
  }
};

template <>
struct glz::to<glz::JSON, spearyx::Source> {
  template <auto Opts>
  static void op(const spearyx::Source& source, auto&& context, auto&&... rest) {
    serialize<JSON>::op<Opts>(spearyx::name_of(source), context, rest...);
  }
};

template <>
struct glz::meta<spearyx::CompanyStatus> {
  using enum spearyx::CompanyStatus;
  // NOLINTNEXTLINE(readability-identifier-naming): the name is glaze's.
  static constexpr auto value =
      glz::enumerate("active", kActive, "empty", kEmpty, "gone", kGone, "paused", kPaused);
};
