#include "api/context.h"

#include "support/json_object.h"

namespace spearyx::api {

ApiError to_api_error(Host& host, const Error& error) {
  host.log(LogLevel::kError,
           dump(json_object({{"event", "api_failure"}, {"error", describe(error)}})));
  if (error.code == ErrorCode::kDatabaseBusy) {
    return {503, "database_busy", "The database is briefly unavailable; please try again."};
  }
  return {500, "internal", "Something went wrong on our side."};
}

Query::Query(Context& context, std::span<const Statement> batch) : host_(context.host) {
  auto result = store::BatchResult::run(context.host, batch);
  if (result) {
    result_ = *std::move(result);
  } else {
    keep(result.error());
  }
}

void Query::keep(const Error& error) { error_ = to_api_error(host_, error); }

}  // namespace spearyx::api
