#include "store/rows.h"

#include <utility>

namespace spearyx::store {

struct WireResult {
  glz::raw_json results;
};

Result<BatchResult> BatchResult::run(Host& host, std::span<const Statement> batch) {
  Result<std::string> answer = host.query(batch);
  if (!answer) return std::unexpected(std::move(answer.error()));
  std::vector<WireResult> wire;
  if (const auto failure = glz::read<kDecode>(wire, *answer); failure) {
    return fail(ErrorCode::kDatabase, "the database's answer is not a batch result");
  }
  if (wire.size() != batch.size()) {
    return fail(ErrorCode::kDatabase, "the database answered another number of statements");
  }
  BatchResult result;
  for (WireResult& one : wire) {
    const bool has_rows = !one.results.str.empty() && one.results.str != "null";
    result.results_.push_back(has_rows ? std::move(one.results.str) : "[]");
  }
  return result;
}

std::unexpected<Error> BatchResult::wrong_shape(std::size_t statement, std::size_t at) {
  return fail(ErrorCode::kDatabase, "a row of statement " + std::to_string(statement) +
                                        " has another shape, at byte " + std::to_string(at));
}

}  // namespace spearyx::store
