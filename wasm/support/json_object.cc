#include "support/json_object.h"

#include <utility>

namespace spearyx {
namespace {

struct ToJson {
  Json operator()(std::initializer_list<JsonMember> members) const { return json_object(members); }
  Json operator()(Json* document) const { return std::move(*document); }
  Json operator()(const auto* value) const { return *value; }
  template <typename T>
  Json operator()(const std::optional<T>* value) const {
    return *value ? Json(**value) : Json();
  }
  Json operator()(const auto& value) const { return value; }
};

}  // namespace

Json JsonValue::to_json() const { return std::visit(ToJson{}, value_); }

Json json_object(std::initializer_list<JsonMember> members) {
  Json object = Json::object();
  for (const JsonMember& member : members) {
    object.emplace(std::string(member.name), member.value.to_json());
  }
  return object;
}

}  // namespace spearyx
