#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "host/host.h"

namespace spearyx::sync {

/// The log of one run for human readers, as `sync_history.logs` keeps it:
/// `[{"timestamp":ISO,"type":"info|success|warning|error","message":…}]`. Its size is bounded: of a
/// long run the first and the last lines stay, and one line tells the number of those between.
class RunLog {
 public:
  /// Whether each request is a line. Where a run makes many small ones, they would drown the rest.
  enum class Requests : std::uint8_t { kLogged, kOmitted };

  explicit RunLog(Host& host, Requests requests = Requests::kLogged)
      : host_(host), requests_(requests) {}

  void request(std::string message) {
    if (requests_ == Requests::kLogged) info(std::move(message));
  }
  void info(std::string message) { add("info", std::move(message)); }
  void success(std::string message) { add("success", std::move(message)); }
  void warning(std::string message) { add("warning", std::move(message)); }
  void error(std::string message) { add("error", std::move(message)); }

  [[nodiscard]] std::string to_json() const;

 private:
  struct Line {
    UnixMillis time;
    std::string_view type;
    std::string message;
  };

  void add(std::string_view type, std::string message);

  Host& host_;
  Requests requests_;
  std::vector<Line> lines_;
  std::size_t left_out_ = 0;
};

}  // namespace spearyx::sync
