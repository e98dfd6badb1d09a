#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/json.h"

namespace spearyx {

struct JsonMember;

/// The value of a member as `json_object` takes it: whatever a document can hold, or nothing, which
/// is null. It refers to texts and documents and lives no longer than the call.
class JsonValue {
 public:
  JsonValue(std::nullptr_t) {}
  JsonValue(std::same_as<bool> auto flag) : value_(flag) {}
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  JsonValue(Number number) : value_(static_cast<std::int64_t>(number)) {}
  JsonValue(double number) : value_(number) {}
  JsonValue(const char* text) : value_(std::string_view(text)) {}
  JsonValue(std::string_view text) : value_(text) {}
  JsonValue(const std::string& text) : value_(&text) {}
  JsonValue(const std::optional<std::string>& text) : value_(&text) {}
  JsonValue(const std::optional<std::int64_t>& number) : value_(&number) {}
  JsonValue(const std::vector<std::string>& texts) : value_(&texts) {}
  JsonValue(const Json& document) : value_(&document) {}
  /// Moved from rather than copied.
  JsonValue(Json&& document) : value_(&document) {}
  JsonValue(std::initializer_list<JsonMember> members) : value_(members) {}

  [[nodiscard]] Json to_json() const;

 private:
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string_view, const std::string*,
               const std::optional<std::string>*, const std::optional<std::int64_t>*,
               const std::vector<std::string>*, const Json*, Json*,
               std::initializer_list<JsonMember>>
      value_ = nullptr;
};

struct JsonMember {
  std::string_view name;
  JsonValue value;
};

/// Makes an object of the members, in their order:
/// `json_object({{"id", 7}, {"at", {{"line", 3}}}})`.
/// nlohmann's own braces make an array or an object of documents that are copied on the way, which
/// costs ten times the code; this function is compiled once.
[[nodiscard]] Json json_object(std::initializer_list<JsonMember> members);

}  // namespace spearyx
