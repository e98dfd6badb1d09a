#include "host/statement.h"

namespace spearyx {

Bind BindValue::to_bind() const {
  if (const auto* number = std::get_if<std::int64_t>(&value_)) return *number;
  if (const auto* real = std::get_if<double>(&value_)) return *real;
  if (const auto* text = std::get_if<std::string_view>(&value_)) return std::string(*text);
  if (const auto* text = std::get_if<std::string*>(&value_)) return std::move(**text);
  if (const auto* bind = std::get_if<const Bind*>(&value_)) return **bind;
  return {};
}

Statement::Statement(std::string_view text, std::initializer_list<BindValue> values) : sql(text) {
  binds.reserve(values.size());
  for (const BindValue& value : values) binds.push_back(value.to_bind());
}

}  // namespace spearyx
