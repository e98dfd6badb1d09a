#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/host.h"
#include "support/decode.h"
#include "support/result.h"

namespace spearyx::store {

/// A statement that returns rows of one shape, `Row`, as glaze reads it. Errors name the statement
/// by `name`, a fixed text.
template <typename Row>
struct Query : Statement {
  Query(std::string_view name, std::string_view sql, std::initializer_list<BindValue> binds)
      : Statement(sql, binds), name(name) {}
  Query(std::string_view name, std::string_view sql, std::vector<Bind> binds)
      : Statement(sql, std::move(binds)), name(name) {}

  std::string_view name;
};

/// The handle of a query's rows in the answers of its batch.
template <typename Row>
struct Place {
  std::size_t index;
};

/// The answers to a batch, one per statement, read by the handles that `Batch::ask` gave out.
class Answers {
 public:
  /// The rows of a query. Fails with `kDatabase` and the query's name where a row has another shape.
  template <typename Row>
  [[nodiscard]] Result<std::vector<Row>> rows(Place<Row> place) const {
    std::vector<Row> rows;
    const auto& [name, text] = texts_[place.index];
    if (const auto failure = decode(rows, text); failure) {
      return wrong_shape(name, failure.count);
    }
    return rows;
  }

  /// The first row of a query, or nothing where it has none; fails like `rows`.
  template <typename Row>
  [[nodiscard]] Result<std::optional<Row>> first(Place<Row> place) const {
    auto all = rows(place);
    if (!all) return std::unexpected(std::move(all.error()));
    if (all->empty()) return std::nullopt;
    return std::move(all->front());
  }

 private:
  friend class Batch;

  struct Named {
    std::string_view name;
    std::string rows;
  };

  [[nodiscard]] static std::unexpected<Error> wrong_shape(std::string_view name, std::size_t at);

  std::vector<Named> texts_;
};

/// Statements that run as one transaction: filled, then sent, as often as one likes.
class Batch {
 public:
  void add(Statement statement) {
    statements_.push_back(std::move(statement));
    names_.emplace_back();
  }
  void add(std::vector<Statement> statements);
  /// Adds the statements of another batch, whose handles do not hold in this one.
  void add(Batch batch);

  /// Adds a query and returns the handle of its rows.
  template <typename Row>
  [[nodiscard]] Place<Row> ask(Query<Row> query) {
    names_.push_back(query.name);
    statements_.push_back(std::move(query));
    return {statements_.size() - 1};
  }

  /// Runs the statements. Fails as `Host::query` does; then nothing was written.
  [[nodiscard]] Result<Answers> send(Host& host) const;

 private:
  std::vector<Statement> statements_;
  std::vector<std::string_view> names_;
};

/// Runs one query and returns its rows. Fails like `Batch::send` and `Answers::rows`.
template <typename Row>
[[nodiscard]] Result<std::vector<Row>> ask(Host& host, Query<Row> query) {
  Batch batch;
  const auto place = batch.ask(std::move(query));
  const auto answers = batch.send(host);
  if (!answers) return std::unexpected(answers.error());
  return answers->rows(place);
}

}  // namespace spearyx::store
