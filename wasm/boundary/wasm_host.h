#pragma once

#include "host/host.h"

namespace spearyx::boundary {

/// The production host: every call goes through an import to JavaScript.
class WasmHost final : public Host {
 public:
  Result<Response> fetch(const Request& request) override;
  Result<std::string> query(std::span<const Statement> batch) override;
  std::int64_t rows_written() override;
  UnixMillis now_ms() override;
  void sleep_ms(std::int64_t duration_ms) override;
  void log(LogLevel level, std::string_view json) override;
  std::uint64_t random() override;
};

}  // namespace spearyx::boundary
