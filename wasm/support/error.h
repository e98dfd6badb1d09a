#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spearyx {

/// Everything that can go wrong, as a closed set. The identifier of each code (`error_id`) is
/// stable: it is stored in `sync_history.error`, returned by the API and documented in
/// docs/errors.md.
enum class ErrorCode : std::uint8_t {
  // What a caller or a row of data gave us.
  kInvalidArgument,
  kInvalidSlug,
  // What a source answered, or failed to answer.
  kBoardNotFound,
  kForbidden,
  kRateLimited,
  kServerError,
  kUnexpectedStatus,
  kBadRequest,
  kRedirected,
  kNetwork,
  kTimeout,
  kBodyTooLarge,
  kBodyTruncated,
  kWrongContentType,
  kMalformedJson,
  kUnexpectedShape,
  kSuspectListing,
  // What became of a run.
  kDatabase,
  kDatabaseBusy,
  kQuotaExceeded,
  kLeaseLost,
  kAbandoned,
  kTrap,
};

inline constexpr int kErrorCodeCount = static_cast<int>(ErrorCode::kTrap) + 1;

/// A failure as a value. `detail` is for the operator's log: what was asked, what came back.
struct Error {
  ErrorCode code;
  std::string detail;
  /// Seconds the source asked us to stay away (`Retry-After`), where it did.
  std::optional<std::int64_t> retry_after_s{};
};

/// The stable identifier, e.g. "rate_limited".
[[nodiscard]] std::string_view error_id(ErrorCode code);

/// One sentence in plain English that says what happened.
[[nodiscard]] std::string_view error_meaning(ErrorCode code);

/// "rate_limited: The source asked us to slow down (HTTP 429 from …)".
[[nodiscard]] std::string describe(const Error& error);

/// True where asking again within the same run may help: server errors, network, timeouts, unless
/// the source said when to come back.
[[nodiscard]] bool is_retryable(const Error& error);

/// True where the whole source, not the one company, should be left alone for a while: it refused us,
/// or was in trouble and said when to come back.
[[nodiscard]] bool is_source_fault(const Error& error);

/// True where the database or another run of ours is at fault, and no source.
[[nodiscard]] bool is_our_fault(ErrorCode code);

/// True for the faults of ours that time alone ends: what met one is to be tried again as it was.
[[nodiscard]] bool passes_by_itself(ErrorCode code);

}  // namespace spearyx
