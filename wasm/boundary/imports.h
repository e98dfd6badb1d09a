#pragma once

#include <cstdint>

/// The imports from JavaScript, whose other half is js-shim/host/imports.js. Calls marked "waits"
/// suspend the WebAssembly stack until a promise is settled; none of them ever fails by unwinding.
/// Pointers are offsets in linear memory, valid for the call.
#define SPEARYX_IMPORT(name) __attribute__((import_module("host"), import_name(name)))

namespace spearyx::boundary {

/// A bound value; `kind` says which of the others counts.
struct WireBind {
  enum Kind : std::uint32_t { kNull = 0, kNumber = 1, kText = 2 };
  std::uint32_t kind;
  std::uint32_t size;
  const char* text;
  std::uint32_t unused;
  double number;
};
static_assert(sizeof(WireBind) == 24);

struct WireStatement {
  const char* sql;
  std::uint32_t sql_size;
  const WireBind* binds;
  std::uint32_t bind_count;
};
static_assert(sizeof(WireStatement) == 16);

extern "C" {

/// Sends a request, given as JSON `{"url","headers":[[name,value]],"json","timeoutMs"}`, and waits
/// for the head of the answer. "json" is the document to post, or "". Leaves
/// `{"status","contentType","etag","retryAfter"}`, or `{"failure":"network|timeout","detail"}`, as
/// the result and returns its size.
SPEARYX_IMPORT("fetch") std::int32_t host_fetch(const char* request, std::uint32_t size);

/// Waits for the next piece of the body, at most `capacity` bytes. Returns the number of bytes
/// written, 0 at the end, or one of these.
inline constexpr std::int32_t kBodyBroken = -1;
inline constexpr std::int32_t kBodyTimedOut = -2;
SPEARYX_IMPORT("read_body")
std::int32_t host_read_body(char* buffer, std::uint32_t capacity);

/// Drops what is left of the body.
SPEARYX_IMPORT("close_body") void host_close_body();

/// Runs a batch in one transaction and waits. Leaves the rows of each statement as JSON, or
/// `{"failure":message}`, as the result and returns its size.
SPEARYX_IMPORT("query")
std::int32_t host_query(const WireStatement* statements, std::uint32_t count);

/// The rows that this instance's batches have written, by D1's own count.
SPEARYX_IMPORT("rows_written") double host_rows_written();

/// Copies the result of the last call that left one.
SPEARYX_IMPORT("take_result") void host_take_result(char* buffer);

SPEARYX_IMPORT("now") double host_now();
/// Waits for so long.
SPEARYX_IMPORT("sleep") void host_sleep(double milliseconds);
/// Logs a JSON object; level 0 informs, 1 warns, 2 reports an error.
SPEARYX_IMPORT("log") void host_log(std::int32_t level, const char* json, std::uint32_t size);
SPEARYX_IMPORT("random") std::uint64_t host_random();
/// Hands over the answer to the event.
SPEARYX_IMPORT("answer") void host_answer(const char* json, std::uint32_t size);

}  // extern "C"
}  // namespace spearyx::boundary
