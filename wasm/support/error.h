#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spearyx {

/// The closed set of everything that can go wrong. The identifier of each code (`error_id`) is
/// stable: it is stored in `sync_history.error`, returned by the API and documented in
/// docs/errors.md.
enum class ErrorCode : std::uint8_t {
  // Faults of a caller or a row of data.
  kInvalidArgument,
  kInvalidSlug,
  // Faults of a source's answer, or of none.
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
  // Ends of a run.
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
  /// The seconds of a `Retry-After`, where the source sent one.
  std::optional<std::int64_t> retry_after_s{};
};

/// The stable identifier, e.g. "rate_limited".
[[nodiscard]] std::string_view error_id(ErrorCode code);

/// One sentence in plain English that says what happened.
[[nodiscard]] std::string_view error_meaning(ErrorCode code);

/// The error in one line: "rate_limited: The source asked us to slow down (HTTP 429 from …)".
[[nodiscard]] std::string describe(const Error& error);

/// Whether asking again within the same run may help: server errors, network, timeouts, unless the
/// source said when to come back.
[[nodiscard]] bool is_retryable(const Error& error);

/// Whether the source as a whole should rest, not the one company: it refused us, or was in trouble
/// and said when to come back.
[[nodiscard]] bool is_source_fault(const Error& error);

/// Whether the database or another run of ours is at fault, and no source.
[[nodiscard]] bool is_our_fault(ErrorCode code);

/// Whether this is a fault of ours that time alone ends: the work is to be tried again as it was.
[[nodiscard]] bool passes_by_itself(ErrorCode code);

}  // namespace spearyx
