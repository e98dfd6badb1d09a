#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "host/host.h"

namespace spearyx::sync {

/// A host that counts the statements that pass through it.
class CountingHost final : public Host {
 public:
  explicit CountingHost(Host& host) : host_(host) {}

  [[nodiscard]] std::int64_t statements() const { return statements_; }

  Result<Response> fetch(const Request& request) override { return host_.fetch(request); }
  Result<std::string> query(std::span<const Statement> batch) override {
    statements_ += std::ssize(batch);
    return host_.query(batch);
  }
  std::int64_t rows_written() override { return host_.rows_written(); }
  UnixMillis now_ms() override { return host_.now_ms(); }
  void sleep_ms(std::int64_t duration_ms) override { host_.sleep_ms(duration_ms); }
  void log(LogLevel level, std::string_view json) override { host_.log(level, json); }
  std::uint64_t random() override { return host_.random(); }

 private:
  Host& host_;
  std::int64_t statements_ = 0;
};

}  // namespace spearyx::sync
