#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/http.h"

namespace spearyx::api {

struct NumberRange {
  std::int64_t low;
  std::int64_t high;
};

/// The query of a request, read strictly. A parameter that is absent or empty has its default; one
/// that is given twice, badly encoded, too long, no number or out of range is an error that names
/// it. The first error is kept: a handler reads all it knows, then looks at `error()` once.
class Parameters {
 public:
  explicit Parameters(std::string_view query);

  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name, NumberRange range);
  [[nodiscard]] std::int64_t number_or(std::string_view name, NumberRange range,
                                       std::int64_t otherwise) {
    return number(name, range).value_or(otherwise);
  }
  /// A text of at most `max_characters` code points; "" where absent.
  [[nodiscard]] std::string text(std::string_view name, std::size_t max_characters = 200);
  /// A list of values separated by commas, trimmed, of a hundred bytes on average at most; empty
  /// ones are dropped. A value in double quotes may hold commas, and two quotes for one (as in RFC
  /// 4180).
  [[nodiscard]] std::vector<std::string> list(std::string_view name, std::size_t max_items = 20);
  /// One of the choices, by ASCII letters of any case; the first where absent.
  [[nodiscard]] std::string_view choice(std::string_view name,
                                        std::span<const std::string_view> choices);
  /// A boolean: "true", "1", "false" or "0".
  [[nodiscard]] bool flag(std::string_view name, bool otherwise);

  /// Records an error about a parameter, unless there was one before.
  void reject(std::string_view name, std::string_view complaint);
  [[nodiscard]] const std::optional<ApiError>& error() const { return error_; }
  /// The names of parameters that no handler reads, in their order, at most ten.
  [[nodiscard]] std::vector<std::string> ignored() const;

 private:
  struct Entry {
    std::string name;
    std::optional<std::string> value;
    bool is_repeated = false;
    bool is_read = false;
  };

  /// The value, where given, not empty and well-formed.
  const std::string* value_of(std::string_view name);

  std::vector<Entry> entries_;
  std::optional<ApiError> error_;
};

}  // namespace spearyx::api
