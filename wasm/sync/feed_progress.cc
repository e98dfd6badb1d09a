#include "sync/feed_progress.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "support/decode.h"

namespace spearyx::sync {

struct WireProgress {
  std::int64_t turn = 0;
  std::vector<std::string> unread;
  bool complete = false;
  std::string notice;
};

namespace {

/// The most unread stretches. With more of them the newest one becomes the backfill, which reads
/// them all.
constexpr std::size_t kMaxUnread = 8;

}  // namespace

FeedProgress FeedProgress::from_json(std::string_view json) {
  WireProgress wire;
  if (decode(wire, json)) return {};
  FeedProgress progress;
  progress.turn = std::max<std::int64_t>(wire.turn, 0);
  progress.unread = std::move(wire.unread);
  progress.complete = wire.complete;
  progress.notice = std::move(wire.notice);
  return progress;
}

Json FeedProgress::to_json() const {
  return {{"unread", unread}, {"complete", complete}, {"notice", notice}};
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
