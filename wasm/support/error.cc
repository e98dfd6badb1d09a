#include "support/error.h"

#include <array>
#include <cstddef>

namespace spearyx {
namespace {

struct ErrorText {
  ErrorCode code;
  std::string_view id;
  std::string_view meaning;
};

constexpr std::array<ErrorText, kErrorCodeCount> kErrors{{
    {ErrorCode::kInvalidArgument, "invalid_argument", "A value given to us is not acceptable"},
    {ErrorCode::kInvalidSlug, "invalid_slug", "The company's slug is not one a board can have"},
    {ErrorCode::kBoardNotFound, "board_not_found", "The source knows no such board"},
    {ErrorCode::kForbidden, "forbidden", "The source refused the request"},
    {ErrorCode::kRateLimited, "rate_limited", "The source asked us to slow down"},
    {ErrorCode::kServerError, "server_error", "The source failed on its side"},
    {ErrorCode::kUnexpectedStatus, "unexpected_status",
     "The source answered with an unusual status"},
    {ErrorCode::kBadRequest, "bad_request", "The source did not accept the form of the request"},
    {ErrorCode::kRedirected, "redirected", "The source sent us elsewhere, which we do not follow"},
    {ErrorCode::kNetwork, "network", "The source could not be reached"},
    {ErrorCode::kTimeout, "timeout", "The source took too long"},
    {ErrorCode::kBodyTooLarge, "body_too_large", "The answer is larger than we accept"},
    {ErrorCode::kBodyTruncated, "body_truncated", "The answer broke off before its end"},
    {ErrorCode::kWrongContentType, "wrong_content_type", "The answer is not JSON by its type"},
    {ErrorCode::kMalformedJson, "malformed_json", "The answer is not well-formed JSON"},
    {ErrorCode::kUnexpectedShape, "unexpected_shape", "The answer is JSON of another shape"},
    {ErrorCode::kSuspectListing, "suspect_listing",
     "The listing shrank suspiciously and is not believed until seen again"},
    {ErrorCode::kDatabase, "database", "The database refused a statement"},
    {ErrorCode::kDatabaseBusy, "database_busy", "The database was briefly unavailable"},
    {ErrorCode::kQuotaExceeded, "quota_exceeded",
     "The database has used up what its plan allows in a day"},
    {ErrorCode::kLeaseLost, "lease_lost", "Another run took over this worker's lease"},
    {ErrorCode::kAbandoned, "abandoned", "The run was cut off and never finished"},
    {ErrorCode::kTrap, "trap", "The WebAssembly core trapped; this is a bug"},
}};

consteval bool table_is_in_enum_order() {
  for (std::size_t i = 0; i < kErrors.size(); ++i) {
    if (static_cast<std::size_t>(kErrors[i].code) != i) return false;
  }
  return true;
}
static_assert(table_is_in_enum_order());

}  // namespace

std::string_view error_id(ErrorCode code) { return kErrors[static_cast<std::size_t>(code)].id; }

std::string_view error_meaning(ErrorCode code) {
  return kErrors[static_cast<std::size_t>(code)].meaning;
}

std::string describe(const Error& error) {
  std::string text{error_id(error.code)};
  text.append(": ").append(error_meaning(error.code));
  if (!error.detail.empty()) text.append(" (").append(error.detail).append(")");
  return text;
}

bool is_retryable(const Error& error) {
  if (error.retry_after_s) return false;
  return error.code == ErrorCode::kServerError || error.code == ErrorCode::kNetwork ||
         error.code == ErrorCode::kTimeout || error.code == ErrorCode::kBodyTruncated;
}

bool is_source_fault(const Error& error) {
  return error.code == ErrorCode::kRateLimited ||
         (error.code == ErrorCode::kServerError && error.retry_after_s.has_value());
}

bool is_our_fault(ErrorCode code) { return code == ErrorCode::kDatabase || passes_by_itself(code); }

bool passes_by_itself(ErrorCode code) {
  return code == ErrorCode::kDatabaseBusy || code == ErrorCode::kQuotaExceeded ||
         code == ErrorCode::kLeaseLost;
}

}  // namespace spearyx
