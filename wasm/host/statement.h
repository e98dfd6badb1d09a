#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace spearyx {

/// A value bound to a statement's parameter: NULL, INTEGER, REAL or TEXT. Numbers pass through
/// JavaScript, which holds whole ones up to 2^53; a larger one travels as TEXT with a CAST.
using Bind = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A bound value as a braced list of binds takes it; an absent one is NULL. It refers to texts and
/// lives no longer than the call.
class BindValue {
 public:
  BindValue(std::nullopt_t) {}
  BindValue(std::integral auto number) : value_(static_cast<std::int64_t>(number)) {}
  BindValue(double number) : value_(number) {}
  BindValue(const char* text) : value_(std::string_view(text)) {}
  BindValue(std::string_view text) : value_(text) {}
  BindValue(const std::string& text) : value_(std::string_view(text)) {}
  /// Moved from rather than copied.
  BindValue(std::string&& text) : value_(&text) {}
  BindValue(std::optional<std::string_view> text) {
    if (text) value_ = *text;
  }
  BindValue(const Bind& bind) : value_(&bind) {}

  [[nodiscard]] Bind to_bind() const;

 private:
  std::variant<std::monostate, std::int64_t, double, std::string_view, std::string*, const Bind*>
      value_;
};

/// One prepared SQL statement with its binds for ?1, ?2, …; `sql` outlives the statement.
struct Statement {
  Statement(std::string_view text, std::initializer_list<BindValue> values);
  Statement(std::string_view text, std::vector<Bind> values)
      : sql(text), binds(std::move(values)) {}

  std::string_view sql;
  std::vector<Bind> binds;
};

}  // namespace spearyx
