#include "boundary/wasm_host.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "boundary/imports.h"
#include "store/database_error.h"
#include "support/decode.h"
#include "support/json_object.h"

namespace spearyx::boundary {

struct WireHead {
  std::int64_t status = 0;
  std::string contentType;
  std::string etag;
  std::string retryAfter;
  std::string failure;
  std::string detail;
};

namespace {

/// The size of a piece of a body, large enough for most bodies, because each piece suspends the
/// core.
constexpr std::size_t kPieceBytes = 256U << 10U;

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

std::string take_result(std::int32_t size) {
  std::string text(static_cast<std::size_t>(size), '\0');
  host_take_result(text.data());
  return text;
}

std::string request_text(const Request& request) {
  Json headers = Json::array();
  for (const Header& header : request.headers) headers.push_back({header.name, header.value});
  return dump(json_object({{"url", request.url},
                           {"headers", std::move(headers)},
                           {"json", request.json},
                           {"timeoutMs", request.timeout_ms}}));
}

/// Makes room for one more piece. Grows in few and large steps, 53 MB in all for a body of 32 MB:
/// the memory that a string leaves behind when it doubles would exceed that of an instance.
void make_room(std::string& body, std::size_t max_bytes) {
  if (body.size() + kPieceBytes <= body.capacity()) return;
  constexpr std::size_t kFirstStep = 1U << 20U;
  body.reserve(std::min(std::max(kFirstStep, body.capacity() * 16), max_bytes + kPieceBytes));
}

/// Appends the next piece; returns the result of `host_read_body`.
std::int32_t append_piece(std::string& body) {
  std::int32_t read = 0;
  const std::size_t size = body.size();
  body.resize_and_overwrite(size + kPieceBytes, [&](char* bytes, std::size_t) {
    read = host_read_body(bytes + size, kPieceBytes);
    return size + static_cast<std::size_t>(std::max(read, 0));
  });
  return read;
}

Result<std::string> read_body(std::size_t max_bytes) {
  std::string body;
  for (;;) {
    make_room(body, max_bytes);
    const std::int32_t read = append_piece(body);
    if (read == 0) return body;
    if (read == kBodyTimedOut) return fail(ErrorCode::kTimeout, "while reading the body");
    if (read < 0) {
      return fail(ErrorCode::kBodyTruncated, "after " + std::to_string(body.size()) + " bytes");
    }
    if (body.size() > max_bytes) {
      host_close_body();
      return fail(ErrorCode::kBodyTooLarge, "more than " + std::to_string(max_bytes) + " bytes");
    }
  }
}

WireBind to_wire(const Bind& bind) {
  WireBind wire{};
  if (const auto* text = std::get_if<std::string>(&bind)) {
    wire.kind = WireBind::kText;
    wire.text = text->data();
    wire.size = size_of(*text);
  } else if (const auto* whole = std::get_if<std::int64_t>(&bind)) {
    wire.kind = WireBind::kNumber;
    wire.number = static_cast<double>(*whole);
  } else if (const auto* real = std::get_if<double>(&bind)) {
    wire.kind = WireBind::kNumber;
    wire.number = *real;
  }
  return wire;
}

}  // namespace

Result<Response> WasmHost::fetch(const Request& request) {
  const std::string text = request_text(request);
  WireHead head;
  const std::string answer = take_result(host_fetch(text.data(), size_of(text)));
  if (decode(head, answer)) return fail(ErrorCode::kNetwork, "unreadable answer");
  if (head.failure == "timeout") return fail(ErrorCode::kTimeout, std::move(head.detail));
  if (!head.failure.empty()) return fail(ErrorCode::kNetwork, std::move(head.detail));
  // RFC 9110, section 15.4.5: this one has no content.
  constexpr int kNotModified = 304;
  auto body =
      head.status == kNotModified ? Result<std::string>() : read_body(request.max_body_bytes);
  if (!body) return std::unexpected(std::move(body.error()));
  return Response{.status = static_cast<int>(head.status),
                  .content_type = std::move(head.contentType),
                  .etag = std::move(head.etag),
                  .retry_after = std::move(head.retryAfter),
                  .body = *std::move(body)};
}

Result<std::string> WasmHost::query(std::span<const Statement> batch) {
  std::vector<std::vector<WireBind>> binds;
  std::vector<WireStatement> statements;
  for (const Statement& statement : batch) {
    auto& wire = binds.emplace_back();
    for (const Bind& bind : statement.binds) wire.push_back(to_wire(bind));
    statements.push_back({statement.sql.data(), size_of(statement.sql), wire.data(),
                          static_cast<std::uint32_t>(wire.size())});
  }
  std::string answer =
      take_result(host_query(statements.data(), static_cast<std::uint32_t>(statements.size())));
  if (answer.starts_with('[')) return answer;
  WireHead head;
  if (decode(head, answer)) head.failure = "unreadable answer";
  return std::unexpected(store::database_error(std::move(head.failure)));
}

std::int64_t WasmHost::rows_written() { return static_cast<std::int64_t>(host_rows_written()); }

UnixMillis WasmHost::now_ms() { return static_cast<UnixMillis>(host_now()); }

void WasmHost::sleep_ms(std::int64_t duration_ms) { host_sleep(static_cast<double>(duration_ms)); }

void WasmHost::log(LogLevel level, std::string_view json) {
  host_log(static_cast<std::int32_t>(level), json.data(), size_of(json));
}

std::uint64_t WasmHost::random() { return host_random(); }

}  // namespace spearyx::boundary
