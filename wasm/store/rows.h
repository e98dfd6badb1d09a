#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "host/host.h"
#include "support/decode.h"
#include "support/result.h"

namespace spearyx::store {

/// The answer to a batch of statements, decoded statement by statement into row structs.
/// Source of the shape: D1Result in Cloudflare's D1 client API.
class BatchResult {
 public:
  /// Runs the batch and takes its answer apart.
  [[nodiscard]] static Result<BatchResult> run(Host& host, std::span<const Statement> batch);

  /// Forgets the results of the first `count` statements; the others move up.
  void drop_first(std::size_t count) {
    results_.erase(results_.begin(), results_.begin() + static_cast<std::ptrdiff_t>(count));
  }

  /// The rows the given statement returned (SELECT, or RETURNING).
  template <typename Row>
  [[nodiscard]] Result<std::vector<Row>> rows(std::size_t statement) const {
    std::vector<Row> rows;
    const std::string& text = results_[statement];
    if (const auto failure = glz::read<kDecode>(rows, text); failure) {
      return wrong_shape(statement, failure.count);
    }
    return rows;
  }

 private:
  [[nodiscard]] static std::unexpected<Error> wrong_shape(std::size_t statement, std::size_t at);

  std::vector<std::string> results_;
};

}  // namespace spearyx::store
