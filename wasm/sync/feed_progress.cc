#include "sync/feed_progress.h"

#include <cstddef>
#include <utility>

#include "support/decode.h"
#include "support/json.h"

namespace spearyx::sync {

struct WireProgress {
  std::vector<std::string> unread;
  bool complete = false;
  std::string notice;
};

namespace {

/// With more stretches than these the newest one becomes the backfill, which reads them all.
constexpr std::size_t kMaxUnread = 8;

}  // namespace

FeedProgress FeedProgress::from_json(const std::optional<std::string>& json) {
  WireProgress wire;
  if (!json || glz::read<kDecode>(wire, *json)) return {};
  FeedProgress progress;
  progress.unread = std::move(wire.unread);
  progress.complete = wire.complete;
  progress.notice = std::move(wire.notice);
  return progress;
}

std::string FeedProgress::to_json() const {
  return dump({{"unread", unread}, {"complete", complete}, {"notice", notice}});
}

void FeedProgress::advance(std::string next, bool has_new_postings) {
  if (next.empty()) {
    complete = complete || is_backfill();
    unread.erase(unread.begin());
  } else if (!has_new_postings && !is_backfill()) {
    unread.erase(unread.begin());
  } else {
    unread.front() = std::move(next);
  }
}

void FeedProgress::begin_again() {
  unread.clear();
  complete = false;
}

void FeedProgress::end_turn() {
  if (!unread.empty() && unread.front().empty()) unread.erase(unread.begin());
  if (unread.size() <= kMaxUnread) return;
  unread.resize(1);
  complete = false;
}

}  // namespace spearyx::sync
