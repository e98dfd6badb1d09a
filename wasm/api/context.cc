#include "api/context.h"

#include <utility>

#include "support/json_object.h"

namespace spearyx::api {

std::optional<ApiError> database_refusal(ErrorCode code) {
  if (code == ErrorCode::kDatabaseBusy) {
    return ApiError{503, "database_busy", "The database is briefly unavailable; please try again."};
  }
  if (code == ErrorCode::kQuotaExceeded) {
    return ApiError{503, "quota_exceeded",
                    "The database has used up what its plan allows in a day; it answers again "
                    "after midnight UTC."};
  }
  return std::nullopt;
}

ApiError to_api_error(Host& host, const Error& error) {
  host.log(LogLevel::kError,
           dump(json_object({{"event", "api_failure"}, {"error", describe(error)}})));
  return database_refusal(error.code)
      .value_or(ApiError{500, "internal", "Something went wrong on our side."});
}

BatchReader::BatchReader(Context& context, const store::Batch& batch) : host_(context.host) {
  auto answers = batch.send(context.host);
  if (answers) {
    answers_ = *std::move(answers);
  } else {
    note_error(answers.error());
  }
}

void BatchReader::note_error(const Error& error) { error_ = to_api_error(host_, error); }

}  // namespace spearyx::api
