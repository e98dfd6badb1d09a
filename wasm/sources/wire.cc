#include "sources/wire.h"

#include <algorithm>
#include <cstddef>

namespace spearyx::wire {

Result<void> explain(const glz::error_ctx& outcome, std::string_view body) {
  const std::string place = "at byte " + std::to_string(outcome.count);
  if (!outcome) {
    const bool is_all = body.find_first_not_of(" \t\r\n", outcome.count) == std::string_view::npos;
    return is_all ? Result<void>() : fail(ErrorCode::kMalformedJson, "text goes on " + place);
  }
  if (validate_json(body)) return fail(ErrorCode::kMalformedJson, place);
  const std::string_view line = body.substr(0, body.find_first_of("\n\r"));
  return fail(ErrorCode::kUnexpectedShape, "starts with " + std::string(line.substr(0, 60)));
}

std::string text_of(const std::optional<glz::raw_json_view>& json) {
  if (!json || json->str.empty()) return {};
  const char first = json->str.front();
  if (first == '-' || (first >= '0' && first <= '9')) return std::string(json->str);
  std::string text;
  return first == '"' && read_one(text, json->str) ? text : std::string();
}

std::string_view quoted(const Field& json) {
  return json.str.starts_with('"') ? json.str.substr(1, json.str.size() - 2) : std::string_view();
}

std::int64_t whole(const std::optional<glz::raw_json_view>& json) {
  constexpr std::size_t kMostDigits = 15;
  if (!json) return 0;
  std::string_view text = json->str;
  if (text.starts_with('"')) text.remove_prefix(1);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool ends = digits == text.size() || std::string_view("\". ").contains(text[digits]);
  const bool has_exponent = text.find_first_of("eE") != std::string_view::npos;
  if (digits == 0 || digits > kMostDigits || !ends || has_exponent) return 0;
  std::int64_t number = 0;
  for (const char digit : text.substr(0, digits)) number = number * 10 + (digit - '0');
  return number;
}

}  // namespace spearyx::wire
