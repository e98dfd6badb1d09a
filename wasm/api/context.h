#pragma once

#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/http.h"
#include "api/parameters.h"
#include "store/batch.h"

namespace spearyx::api {

/// The surroundings of a handler.
struct Context {
  Host& host;
  const HttpRequest& request;
  Parameters parameters;
  /// The texts for the braces of the route's pattern, decoded.
  std::vector<std::string> captures;
  UnixSeconds now;
};

/// The answer where the database cannot serve for now; nothing for other errors.
[[nodiscard]] std::optional<ApiError> database_refusal(ErrorCode code);

/// The answer to a failure inside; only the operator's log has the details.
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

/// Sends a batch and reads its answers by their handles. The first failure is kept: a handler reads
/// all it needs, then looks at `error()` once.
class BatchReader {
 public:
  BatchReader(Context& context, const store::Batch& batch);

  template <typename Row>
  [[nodiscard]] std::vector<Row> rows(store::Place<Row> place) {
    if (error_) return {};
    auto rows = answers_.rows(place);
    if (rows) return *std::move(rows);
    note_error(rows.error());
    return {};
  }

  template <typename Row>
  [[nodiscard]] std::optional<Row> first(store::Place<Row> place) {
    auto rows = this->rows(place);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }

  [[nodiscard]] const std::optional<ApiError>& error() const { return error_; }

 private:
  void note_error(const Error& error);

  Host& host_;
  store::Answers answers_;
  std::optional<ApiError> error_;
};

/// The rows of one query.
template <typename Row>
[[nodiscard]] std::expected<std::vector<Row>, ApiError> ask(Context& context,
                                                            store::Query<Row> query) {
  store::Batch batch;
  const auto place = batch.ask(std::move(query));
  BatchReader reader(context, batch);
  auto rows = reader.rows(place);
  if (reader.error()) return std::unexpected(*reader.error());
  return rows;
}

}  // namespace spearyx::api
