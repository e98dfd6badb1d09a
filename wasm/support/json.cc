#include "support/json.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "support/decode.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

/// Lets glaze read into a document of nlohmann's, whatever it holds.
template <>
struct glz::from<glz::JSON, spearyx::Json> {
  using Json = spearyx::Json;

  template <auto Options>
  static void op(Json& document, is_context auto& context, auto& at, auto end) {
    if (skip_ws<Options>(context, at, end)) return;
    const auto read = [&](auto value) {
      parse<JSON>::template op<Options>(value, context, at, end);
      return value;
    };
    switch (*at) {
      case '{':
        document = read(Json::object_t());
        break;
      case '[':
        document = read(Json::array_t());
        break;
      case '"':
        document = read(std::string());
        break;
      case 't':
      case 'f':
        document = read(false);
        break;
      case 'n':
        document = read(nullptr);
        break;
      default:
        document = is_short_integer(at, end) ? Json(read(std::int64_t{0})) : Json(read(0.0));
    }
  }

 private:
  /// Whether 64 bits hold the number at this place for certain.
  static bool is_short_integer(auto at, auto end) {
    if (at != end && *at == '-') ++at;
    const auto first = at;
    while (at != end && *at >= '0' && *at <= '9') ++at;
    const bool is_integer = at == end || (*at != '.' && *at != 'e' && *at != 'E');
    return is_integer && at - first <= 18;
  }
};

namespace spearyx {

Json parse_json(std::string_view text) {
  // A NUL at the end, because at a bare one glaze closes what is still open.
  std::string ended(text);
  ended.push_back('\0');
  Json document;
  const auto outcome = glz::read<kDecode>(document, ended);
  const std::size_t end = ended.find_first_not_of(" \t\r\n", outcome.count);
  if (outcome || end != text.size()) return {};
  return document;
}

const Json& member_of(const Json& document, std::string_view name) {
  static const Json kNull;
  const auto found = document.is_object() ? document.find(name) : document.end();
  return found == document.end() ? kNull : *found;
}

std::int64_t number_in(const Json& document, std::string_view name) {
  const Json& member = member_of(document, name);
  return member.is_number() ? member.get<std::int64_t>() : 0;
}

std::string text_in(const Json& document, std::string_view name) {
  const Json& member = member_of(document, name);
  return member.is_string() ? member.get<std::string>() : "";
}

std::string dump(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace spearyx
