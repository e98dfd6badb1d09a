#include "support/json.h"

#include <utility>

#include "support/decode.h"

namespace spearyx {
namespace {

using Value = glz::generic_i64;

struct ToJson {
  Json operator()(const Value::array_t& values) const {
    Json array = Json::array();
    for (const Value& value : values) array.push_back(std::visit(*this, value.data));
    return array;
  }
  Json operator()(const Value::object_t& members) const {
    Json object = Json::object();
    for (const auto& [name, value] : members) object[name] = std::visit(*this, value.data);
    return object;
  }
  Json operator()(const auto& value) const { return value; }
};

}  // namespace

Json parse_json(std::string_view text) {
  // A NUL at the end, because at a bare one glaze closes what is still open.
  std::string ended(text);
  ended.push_back('\0');
  Value value;
  const auto outcome = glz::read<kDecode>(value, ended);
  const std::size_t end = ended.find_first_not_of(" \t\r\n", outcome.count);
  if (outcome || end != text.size()) return {};
  return std::visit(ToJson{}, value.data);
}

std::string dump(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace spearyx
