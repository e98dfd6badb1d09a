#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/statement.h"
#include "support/result.h"
#include "support/time.h"

namespace spearyx {

struct Header {
  std::string name;
  std::string value;
};

/// A GET request. Nothing else is ever sent to a source; what is told to a webhook goes by POST.
struct Request {
  std::string url;
  std::vector<Header> headers;
  /// The document to post; "" for a GET.
  std::string json{};
  /// The time limit up to the last byte of the body. Another worker, asked through its binding
  /// (`worker://…`), has no limit.
  std::int32_t timeout_ms = 30'000;
  /// The largest body in bytes, after decompression; a larger one is refused as `kBodyTooLarge`.
  std::size_t max_body_bytes = 32U << 20U;
};

/// The answer to a `Request`, whatever its status; absent headers are empty.
struct Response {
  int status = 0;
  std::string content_type;
  std::string etag;
  std::string retry_after;
  std::string body;
};

enum class LogLevel : std::uint8_t { kInfo, kWarning, kError };

/// The only door of the core to the outside world. In production its calls suspend the WebAssembly
/// stack while JavaScript awaits; in tests they are answered by a script or by a real SQLite.
class Host {
 public:
  Host() = default;
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
  virtual ~Host() = default;

  /// Sends the request and reads the whole body. Redirects are not followed.
  /// Fails with `kNetwork`, `kTimeout`, `kBodyTooLarge` or `kBodyTruncated`.
  [[nodiscard]] virtual Result<Response> fetch(const Request& request) = 0;

  /// Runs the statements as one transaction: all or nothing. Answers the rows of each statement as
  /// one JSON text, `[[{column:value,…},…],…]`.
  /// Fails with `kDatabase`, with `kDatabaseBusy` where trying again later may help, and with
  /// `kQuotaExceeded` where nothing helps until the day is over.
  [[nodiscard]] virtual Result<std::string> query(std::span<const Statement> batch) = 0;

  /// Counts the rows that this host's batches have written, indexes included, as the database says.
  [[nodiscard]] virtual std::int64_t rows_written() = 0;

  [[nodiscard]] virtual UnixMillis now_ms() = 0;
  virtual void sleep_ms(std::int64_t duration_ms) = 0;
  /// Logs one event, the text of a JSON object.
  virtual void log(LogLevel level, std::string_view json) = 0;
  /// Returns 64 random bits; unpredictable in production, scripted in tests.
  [[nodiscard]] virtual std::uint64_t random() = 0;
};

}  // namespace spearyx
