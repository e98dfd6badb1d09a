#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "api/http.h"
#include "api/parameters.h"
#include "store/rows.h"

namespace spearyx::api {

/// What a handler works with.
struct Context {
  Host& host;
  const HttpRequest& request;
  Parameters parameters;
  /// What the braces of the route's pattern stand for, decoded.
  std::vector<std::string> captures;
  UnixSeconds now;
};

/// What the caller is told of a failure inside; the operator's log tells the rest.
[[nodiscard]] ApiError to_api_error(Host& host, const Error& error);

[[nodiscard]] inline Bind text_or_null(std::string_view text) {
  return text.empty() ? Bind() : Bind(std::string(text));
}

[[nodiscard]] inline Bind number_or_null(std::optional<std::int64_t> number) {
  return number ? Bind(*number) : Bind();
}

/// The only row of a statement that asks for one value, by the name of its column.
struct NumberRow {
  std::int64_t number = 0;
};
struct TextRow {
  std::string text;
};

/// The answers of one batch of statements. The first failure is kept: a handler reads all it needs,
/// then looks at `error()` once.
class Query {
 public:
  Query(Context& context, std::span<const Statement> batch);

  template <typename Row>
  [[nodiscard]] std::vector<Row> rows(std::size_t statement) {
    if (error_) return {};
    auto rows = result_->rows<Row>(statement);
    if (rows) return *std::move(rows);
    keep(rows.error());
    return {};
  }

  template <typename Row>
  [[nodiscard]] std::optional<Row> first(std::size_t statement) {
    auto rows = this->rows<Row>(statement);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }

  [[nodiscard]] const std::optional<ApiError>& error() const { return error_; }

 private:
  void keep(const Error& error);

  Host& host_;
  std::optional<store::BatchResult> result_;
  std::optional<ApiError> error_;
};

}  // namespace spearyx::api
