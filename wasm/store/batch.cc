#include "store/batch.h"

namespace spearyx::store {

void Batch::add(std::vector<Statement> statements) {
  for (Statement& statement : statements) add(std::move(statement));
}

void Batch::add(Batch batch) { add(std::move(batch.statements_)); }

Result<Answers> Batch::send(Host& host) const {
  Result<std::string> answer = host.query(statements_);
  if (!answer) return std::unexpected(std::move(answer.error()));
  std::vector<glz::raw_json> results;
  if (decode(results, *answer)) {
    return fail(ErrorCode::kDatabase, "the database's answer is not a batch result");
  }
  if (results.size() != statements_.size()) {
    return fail(ErrorCode::kDatabase, "the database answered another number of statements");
  }
  Answers answers;
  for (std::size_t i = 0; i < results.size(); ++i) {
    answers.texts_.push_back({names_[i], std::move(results[i].str)});
  }
  return answers;
}

std::unexpected<Error> Answers::wrong_shape(std::string_view name, std::size_t at) {
  return fail(ErrorCode::kDatabase, "a row of “" + std::string(name) +
                                        "” has another shape, at byte " + std::to_string(at));
}

}  // namespace spearyx::store
