#include "sync/run_log.h"

#include <utility>

#include "normalize/text/dates.h"
#include "support/json.h"
#include "support/utf8.h"

namespace spearyx::sync {
namespace {

constexpr std::size_t kMaxLines = 30;
constexpr std::size_t kFirstLines = 15;
constexpr std::size_t kMaxMessageBytes = 500;

}  // namespace

void RunLog::add(std::string_view type, std::string message) {
  if (message.size() > kMaxMessageBytes) {
    message = std::string(truncate_utf8(message, kMaxMessageBytes)).append("…");
  }
  if (lines_.size() == kMaxLines) {
    lines_.erase(lines_.begin() + kFirstLines);
    ++left_out_;
  }
  lines_.push_back({host_.now_ms(), type, std::move(message)});
}

std::string RunLog::to_json() const {
  Json document = Json::array();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    const std::string time = normalize::iso8601_ms(line.time);
    if (i == kFirstLines && left_out_ > 0) {
      document.push_back({{"timestamp", time},
                          {"type", "info"},
                          {"message", "… " + std::to_string(left_out_) + " lines left out …"}});
    }
    document.push_back({{"timestamp", time}, {"type", line.type}, {"message", line.message}});
  }
  return dump(document);
}

}  // namespace spearyx::sync
